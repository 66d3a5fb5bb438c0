import * as vscode from "vscode";
import { equal, matches } from "../expect";
import { closeAll, eventually } from "../window";

suite("new plan", () => {
  teardown(closeAll);

  for (const [kind, title] of [
    ["consultation-plan", "# [Name of the work]: consultation plan"],
    ["co-production-plan", "# [Name of the work]: how we will co-produce it"],
    ["terms-of-reference", "# [Name of the group]: terms of reference"],
    ["feedback-report", "# [Name of the work]: what you said, and what we did"],
  ]) {
    test(`opens a ${kind} that was never saved, with the first blank selected`, async () => {
      await vscode.commands.executeCommand("engagementLint.newPlan", kind);
      const editor = vscode.window.activeTextEditor!;
      // An outline of a plan says that it is one, above its title.
      const above = kind === "feedback-report" ? "" : "---\nkind: plan\n---\n\n";
      const beginning = `${above}${title}`;
      equal(editor.document.getText().slice(0, beginning.length), beginning);
      equal([editor.document.isUntitled, editor.document.languageId], [true, "markdown"]);
      matches(editor.document.getText(editor.selection), /^\[Name of the (work|group)\]$/);
    });
  }

  test("blanks of one name are filled together", async () => {
    await vscode.commands.executeCommand("engagementLint.newPlan", "feedback-report");
    const { document } = vscode.window.activeTextEditor!;
    for (let stop = 0; stop < 3; stop++) await vscode.commands.executeCommand("jumpToNextSnippetPlaceholder");
    const selected = vscode.window.activeTextEditor!.selections.map((selection) => document.getText(selection));
    equal(selected, ["[Organisation]", "[Organisation]"]);
  });

  test("asks for the kind where none is named, and does nothing when the question is put away", async () => {
    const asked = vscode.commands.executeCommand("engagementLint.newPlan");
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    await asked;
    await eventually("no editor", () => (vscode.window.activeTextEditor ? undefined : true));
  });
});
