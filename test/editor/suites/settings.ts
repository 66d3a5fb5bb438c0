import * as vscode from "vscode";
import { closeAll, finding, noFinding, open } from "../window";

suite("settings", () => {
  const set = (value: string | undefined) =>
    vscode.workspace.getConfiguration("engagementLint").update("check", value, vscode.ConfigurationTarget.Workspace);

  teardown(async () => {
    await set(undefined);
    await closeAll();
  });

  test("checking can be turned off and on again while a document is open", async () => {
    const { document } = await open("plan.md");
    await finding(document, "people-first-wording");
    await set("off");
    await noFinding(document.uri);
    await set(undefined);
    await finding(document, "people-first-wording");
  });

  test("Check This Document checks the document in front even when checking is off", async () => {
    await set("off");
    const { document } = await open("plan.md");
    await vscode.commands.executeCommand("engagementLint.checkDocument");
    await finding(document, "people-first-wording");
  });
});
