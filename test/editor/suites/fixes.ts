import * as vscode from "vscode";
import { equal } from "../expect";
import { closeAll, eventually, finding, noFinding, open, quickFixes } from "../window";

suite("quick fixes", () => {
  teardown(closeAll);

  test("a fix is listed for its finding, changes the words it shows and no others, and can be undone", async () => {
    const { document } = await open("plan.md");
    const diagnostic = await finding(document, "people-first-wording");
    const before = document.getText();

    const fix = await fixFor(document, diagnostic);
    const [edit] = textEdits(fix, document);
    const start = document.offsetAt(edit!.range.start);
    const end = document.offsetAt(edit!.range.end);
    const after = before.slice(0, start) + edit!.newText + before.slice(end);

    equal(await vscode.workspace.applyEdit(fix.edit!), true);
    equal(document.getText(), after);
    await noFinding(document.uri, "people-first-wording");

    await vscode.commands.executeCommand("undo");
    await eventually("the words as they were", () => (document.getText() === before ? true : undefined));
    await finding(document, "people-first-wording");
  });

  test("no fix is listed where nothing was found", async () => {
    const { document } = await open("plan.md");
    const diagnostic = await finding(document, "people-first-wording");
    await fixFor(document, diagnostic);
    const closing = document.lineAt(document.lineCount - 2).range;
    const titles = (await eventually("an answer", () => quickFixes(document, closing))).map(({ title }) => title);
    equal(titles, []);
  });
});

/** The first of the fixes that the light bulb lists and that change the words of a finding. */
async function fixFor(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): Promise<vscode.CodeAction> {
  const touches = (action: vscode.CodeAction) =>
    action.edit?.get(document.uri).some(({ range }) => range.intersection(diagnostic.range));
  return await eventually("a quick fix", async () => (await quickFixes(document, diagnostic.range)).find(touches));
}

function textEdits(fix: vscode.CodeAction, document: vscode.TextDocument): vscode.TextEdit[] {
  const edits = fix.edit?.get(document.uri) ?? [];
  equal(edits.length, 1, "This fix is made of one edit.");
  return edits;
}
