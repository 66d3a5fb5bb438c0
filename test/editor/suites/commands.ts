import * as vscode from "vscode";
import { equal } from "../expect";
import { closeAll, eventually, finding, findings, noFinding, open, placeOf } from "../window";

suite("commands", () => {
  teardown(closeAll);

  test("Restart starts a server that reads what is open, and keeps on reading it", async () => {
    const editor = await open("plan.md");
    const { document } = editor;
    await finding(document, "people-first-wording");
    const before = findings(document.uri).length;

    await vscode.commands.executeCommand("engagementLint.restart");
    await finding(document, "people-first-wording");
    equal(findings(document.uri).length, before, "Nothing of the server before is left over.");

    await editor.edit((builder) => builder.replace(placeOf(document, "the elderly"), "people we have not met"));
    await noFinding(document.uri, "people-first-wording");
  });

  test("Show Output opens the output", async () => {
    await vscode.commands.executeCommand("engagementLint.showOutput");
    const shown = () => vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());
    await eventually(
      "the output of the extension",
      () => shown().find((uri) => /^output:.*engagement/i.test(uri)),
      shown,
    );
  });

  test("the extension says that it may be used in folders that are not trusted or not on disk", () => {
    const { capabilities } = vscode.extensions.getExtension("engagement-lint.engagement-lint")!.packageJSON;
    equal(Boolean(capabilities.untrustedWorkspaces.supported), true);
    equal(Boolean(capabilities.virtualWorkspaces.supported ?? capabilities.virtualWorkspaces), true);
  });
});
