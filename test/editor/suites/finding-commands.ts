import * as vscode from "vscode";
import { equal, matches } from "../expect";
import { closeAll, eventually, finding, noFinding, open, openUntitled, placeOf } from "../window";

const LABELS = [
  "# Harbour engagement plan",
  "",
  "A co-design consultation with boat owners is planned for the spring. The council decides in June 2027.",
  "",
  "A co-production briefing follows in May.",
  "",
].join("\n");

const MENDED = LABELS.replace("co-design", "public").replace("co-production", "public");

const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`engagementLint.${command}`, ...args);

/** Puts the cursor on the first occurrence of some words. */
function goTo(editor: vscode.TextEditor, words: string): void {
  const { start } = placeOf(editor.document, words);
  editor.selection = new vscode.Selection(start, start);
}

suite("commands for findings", () => {
  teardown(closeAll);

  test("Fix This Finding changes the words at the cursor, and undo brings them back", async () => {
    const editor = await open("plan.md");
    const { document } = editor;
    await finding(document, "people-first-wording");
    const before = document.getText();
    goTo(editor, "the elderly");
    await run("fixHere");
    equal(document.getText(), before.replace("the elderly", "older people"));
    await noFinding(document.uri, "people-first-wording");
    await vscode.commands.executeCommand("undo");
    await eventually("the words as they were", () => (document.getText() === before ? true : undefined));
  });

  test("Fix This Finding takes the way that is named by its number, and leaves blanks to tab through", async () => {
    const editor = await open("plan.md");
    const { document } = editor;
    await finding(document, "consultation-called-coproduction");
    const before = document.getText();
    goTo(editor, "co-produce");
    await run("fixHere", 2);
    const text = await eventually("a longer text", () =>
      document.getText() === before ? undefined : document.getText(),
    );
    matches(text, /to 24 May 2027\. A joint group of \[who\], meeting from \[date\] to \[date\], will agree/);
    equal(document.getText(editor.selection), "[who]", "The first blank is selected.");
    await vscode.commands.executeCommand("jumpToNextSnippetPlaceholder");
    await eventually("the next blank", () => (document.getText(editor.selection) === "[date]" ? true : undefined));
    await vscode.commands.executeCommand("leaveSnippet");
    await vscode.commands.executeCommand("undo");
    await eventually("the words as they were", () => (document.getText() === before ? true : undefined));
  });

  test("Fix All of This Kind and Apply All Safe Fixes mend what needs no looking at, in one step", async () => {
    for (const command of ["fixAllOfKind", "fixAllSafe"]) {
      const editor = await openUntitled("markdown", LABELS);
      const { document } = editor;
      await run("checkDocument");
      await finding(document, "mixed-level-label");
      await vscode.window.showTextDocument(document);
      await run(command);
      equal(document.getText(), MENDED);
      await vscode.commands.executeCommand("undo");
      await eventually("the words as they were", () => (document.getText() === LABELS ? true : undefined));
      await closeAll();
    }
  });

  test("Explain Rule opens the page of the rule at the cursor beside the text", async () => {
    const editor = await open("plan.md");
    await finding(editor.document, "people-first-wording");
    goTo(editor, "the elderly");
    await run("explainRule");
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    await eventually(
      "a preview of the page",
      () => tabs().find((label) => label.includes("people-first-wording")),
      tabs,
    );
    const page = vscode.Uri.from({ scheme: "engagement-lint-rule", path: "/people-first-wording.md" });
    const document = await vscode.workspace.openTextDocument(page);
    matches(document.getText(), /^# .*\n\n`people-first-wording` · [\s\S]*## Level by framework/);
  });

  test("Copy as Review Comment puts claim, evidence and question on the clipboard", async () => {
    const editor = await open("plan.md");
    await finding(editor.document, "consultation-called-coproduction");
    goTo(editor, "co-produce");
    await vscode.env.clipboard.writeText("something else");
    await run("copyAsComment");
    const text = await eventually("a comment", async () => {
      const copied = await vscode.env.clipboard.readText();
      return copied === "something else" ? undefined : copied;
    });
    matches(text, /^> Line 7: “We will co-produce the library .* 24 May 2027\.”\n/m);
    matches(text, /\n- Line 7, “[^”]*survey”: This is how people take part here\n/);
    matches(text, /\*\*To ask:\*\* What do people decide together here/);
  });
});
