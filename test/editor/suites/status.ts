import * as vscode from "vscode";
import { equal, matches } from "../expect";
import { closeAll, eventually, fileUri, finding, findings, open, openUntitled } from "../window";

suite("status", () => {
  const CONFIGURATION = "engagement-lint.yaml";

  teardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri(CONFIGURATION)).then(undefined, () => {});
  });

  const say = (): Thenable<string> => vscode.commands.executeCommand("engagementLint.sayStatus");
  const yaml = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(CONFIGURATION)));

  test("says by whom a document is judged, and how much was found of each family", async () => {
    const { document } = await open("plan.md");
    await finding(document, "people-first-wording");
    matches(await say(), /^Consensus · \d+ \w+(, \d+ \w+)*$/);
  });

  test("says what to open where no document is in front", async () => {
    await closeAll();
    matches(await say(), /^Open a Markdown, plain text or HTML document/);
  });

  test("says that nothing was found where nothing was", async () => {
    await openUntitled("markdown", "The hall is open on Tuesday.\n");
    await eventually("nothing found", async () => (/· nothing found$/.test(await say()) ? true : undefined));
  });

  test("says that a document was not checked, and why", async () => {
    const settings = vscode.workspace.getConfiguration("engagementLint");
    const before = settings.inspect("check")?.workspaceValue;
    await settings.update("check", "off", vscode.ConfigurationTarget.Workspace);
    try {
      // One that no command was ever run on: the editor may hold on to others, and what was asked of them still holds.
      const { document } = await openUntitled("markdown", "We will co-produce the plan for the elderly.\n");
      const notChecked = /^Consensus · not checked\. Checking as you write is turned off/;
      // The setting reaches the server by a way of its own, which may be longer than the document's.
      await eventually("that it was not checked", async () => (notChecked.test(await say()) ? true : undefined));
      equal(findings(document.uri), []);
    } finally {
      await settings.update("check", before, vscode.ConfigurationTarget.Workspace);
    }
  });

  test("a framework that is chosen is written for the team, and holds at once", async () => {
    const { document } = await open("plan.md");
    await finding(document, "people-first-wording");
    await vscode.commands.executeCommand("engagementLint.chooseFramework", "iap2");
    matches(await yaml(), /^# .*\nframework: iap2\n$/);
    await eventually("the new framework", async () => (/^IAP2 · /.test(await say()) ? true : undefined));
  });

  test("a framework that was chosen holds no more once its file is deleted, for new documents either", async () => {
    const { document } = await open("plan.md");
    await finding(document, "people-first-wording");
    await vscode.commands.executeCommand("engagementLint.chooseFramework", "iap2");
    await eventually("the new framework", async () => (/^IAP2 · /.test(await say()) ? true : undefined));
    await closeAll();
    await vscode.workspace.fs.delete(fileUri(CONFIGURATION));
    await openUntitled("markdown", "We will consult the elderly.\n");
    await eventually("the usual framework", async () => (/^Consensus · /.test(await say()) ? true : undefined));
  });

  test("a framework that is chosen again leaves the rest of the configuration as it was", async () => {
    const text = "# Agreed in May.\nframework: consensus # for now\n";
    await vscode.workspace.fs.writeFile(fileUri(CONFIGURATION), new TextEncoder().encode(text));
    await eventually("the editor's own reading of the file", async () => {
      const document = await vscode.workspace.openTextDocument(fileUri(CONFIGURATION));
      return document.getText() === text ? true : undefined;
    });
    await open("plan.md");
    await vscode.commands.executeCommand("engagementLint.chooseFramework", "iap2");
    equal(await yaml(), "# Agreed in May.\nframework: iap2 # for now\n");
  });
});
