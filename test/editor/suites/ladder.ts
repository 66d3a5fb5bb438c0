import * as vscode from "vscode";
import { equal, matches } from "../expect";
import { closeAll, eventually, fileUri, open, openUntitled } from "../window";

/** What the page itself shows and does is tested in test/webview, where a page can be looked into. */
suite("The ladder", () => {
  teardown(closeAll);

  test("stands beside the text, which keeps the cursor", async () => {
    await open("plan.md");
    await vscode.commands.executeCommand("engagementLint.showLadder");
    const tab = await ladderTab("Ladder: plan.md");
    equal(tab.group.viewColumn, vscode.ViewColumn.Two);
    equal(vscode.window.activeTextEditor?.document.uri.toString(), fileUri("plan.md").toString());
  });

  test("is one panel, which follows the author from plan to plan", async () => {
    await open("plan.md");
    await vscode.commands.executeCommand("engagementLint.showLadder");
    await ladderTab("Ladder: plan.md");
    await vscode.window.showTextDocument(fileUri("notes.txt"), { viewColumn: vscode.ViewColumn.One, preview: false });
    await ladderTab("Ladder: notes.txt");
    await vscode.commands.executeCommand("engagementLint.showLadder");
    equal(ladderTabs().length, 1);
  });

  test("is saved as a picture and as a page, of the text as it stands", async () => {
    const editor = await openUntitled(
      "markdown",
      "# Engagement plan\n\n## The survey\n\nWe will co-produce the strategy with residents through an online survey.\n",
    );
    for (const [command, file, pattern] of [
      ["engagementLint.saveLadderAsSvg", "ladder-test.svg", /<svg [\s\S]*The words go further than the plan\./],
      ["engagementLint.saveLadderAsHtml", "ladder-test.html", /<h1>The same in words<\/h1>[\s\S]*Co-produce/],
    ] as const) {
      const to = fileUri(file);
      await vscode.commands.executeCommand(command, { to });
      matches(new TextDecoder().decode(await vscode.workspace.fs.readFile(to)), pattern);
      await vscode.workspace.fs.delete(to);
    }
    equal(editor.document.isDirty, true, "saving the picture must not save the plan");
  });
});

function ladderTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith("engagementLint.ladder"));
}

async function ladderTab(label: string): Promise<vscode.Tab> {
  return await eventually(
    `a tab “${label}”`,
    () => ladderTabs().find((tab) => tab.label === label),
    () => ladderTabs().map((tab) => tab.label),
  );
}
