import * as vscode from "vscode";
import { FixesMade } from "../../../client/src/fixes-made";
import { equal, matches } from "../expect";
import { closeAll, eventually, finding, findings, noFinding, open, openUntitled, placeOf } from "../window";

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image?: Readonly<Record<string, string>>; readonly markdown?: string };
  readonly completionEvents: readonly string[];
}

const extension = () => vscode.extensions.getExtension("engagement-lint.engagement-lint")!;
const steps = (): readonly Step[] => extension().packageJSON.contributes.walkthroughs[0].steps;

const isThere = async (path: string): Promise<boolean> =>
  (await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension().extensionUri, path))).length > 0;

suite("walkthrough", () => {
  teardown(closeAll);

  test("has five steps, each checked off by doing it", () => {
    equal(
      steps().map(({ id, completionEvents }) => [id, ...completionEvents]),
      [
        ["openSample", "onCommand:engagementLint.openSample"],
        ["seeFinding", "onContext:engagementLint.sawFinding", "onCommand:engagementLint.showFinding"],
        ["fixFinding", "onContext:engagementLint.fixedFinding"],
        ["chooseFramework", "onCommand:engagementLint.chooseFramework"],
        ["shareConfiguration", "onCommand:engagementLint.shareConfiguration"],
      ],
    );
  });

  test("every picture and page of it comes with the extension, and every button has its command", async () => {
    for (const { media } of steps())
      for (const path of media.markdown ? [media.markdown] : Object.values(media.image ?? {}))
        equal(await isThere(path), true, `${path} is missing.`);
    await extension().activate();
    const known = await vscode.commands.getCommands(true);
    for (const { description } of steps()) {
      const command = /\(command:([\w.]+)\)/.exec(description)?.[1] ?? "no button";
      equal(known.includes(command), true, `${command} is no command.`);
    }
  });

  test("the sample plan opens as a copy, and going to the next finding stands on one", async () => {
    await vscode.commands.executeCommand("engagementLint.openSample");
    const editor = vscode.window.activeTextEditor!;
    equal([editor.document.isUntitled, editor.document.languageId], [true, "markdown"]);
    matches(editor.document.getText(), /^# Riverside Quarter: engagement plan/);
    await finding(editor.document, "consultation-called-coproduction");
    await vscode.commands.executeCommand("engagementLint.showFinding");
    await eventually("the cursor on a finding", () => {
      const { active } = vscode.window.activeTextEditor!.selection;
      return findings(editor.document.uri).some(({ range }) => range.contains(active)) ? true : undefined;
    });
  });

  test("going to a finding from the walkthrough itself brings the plan back", async () => {
    await vscode.commands.executeCommand("engagementLint.openSample");
    const { document } = vscode.window.activeTextEditor!;
    await finding(document, "consultation-called-coproduction");
    await showFindingFromWalkthrough();
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.uri.toString(), document.uri.toString());
    equal(
      findings(document.uri).some(({ range }) => range.contains(editor!.selection.active)),
      true,
    );
  });

  test("going to a finding brings back the text that was in front last, and what is said of it", async () => {
    const { document: other } = await open("plan.md");
    await finding(other, "consultation-called-coproduction");
    await vscode.commands.executeCommand("engagementLint.openSample");
    const { document } = vscode.window.activeTextEditor!;
    await finding(document, "consultation-called-coproduction");
    await showFindingFromWalkthrough();
    const editor = vscode.window.activeTextEditor!;
    equal(editor.document.uri.toString(), document.uri.toString());
    const here = findings(document.uri).filter(({ range }) => range.contains(editor.selection.active));
    equal(here.map(({ severity }) => severity).includes(vscode.DiagnosticSeverity.Warning), true);
  });

  test("a finding counts as fixed once its own words were changed and it went, and not before", async () => {
    const text = "# Plan\n\nWe will co-produce the plan through an online survey.\n\nOther words.\n";
    const editor = await openUntitled("markdown", text);
    const { document } = editor;
    let made = 0;
    const fixes = new FixesMade(() => made++);
    try {
      await finding(document, "consultation-called-coproduction");
      await editor.edit((builder) => builder.replace(placeOf(document, "Other words"), "Still other words"));
      await finding(document, "consultation-called-coproduction");
      equal(made, 0, "Words elsewhere fix nothing.");
      await editor.edit((builder) => builder.replace(placeOf(document, "co-produce"), "consult on"));
      await noFinding(document.uri, "consultation-called-coproduction");
      await eventually("that it was noticed", () => made || undefined);
    } finally {
      fixes.dispose();
    }
  });
});

/** As a click on the walkthrough's own button does it: no text is in front then. */
async function showFindingFromWalkthrough(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.openWalkthrough", "engagement-lint.engagement-lint#start");
  await eventually("the walkthrough in front", () => (vscode.window.activeTextEditor ? undefined : true));
  await vscode.commands.executeCommand("engagementLint.showFinding");
}
