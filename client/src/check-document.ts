import { commands, l10n, window } from "vscode";
import type { Ground } from "./ground";
import { isOurs } from "./selector";

/** Has the document in front checked even where the settings say that nothing is, and says what was found. */
export async function checkDocument({ running }: Ground): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || !isOurs(document)) {
    await window.showInformationMessage(
      l10n.t("Open a Markdown, plain text or HTML document, then run this command again."),
    );
    return;
  }
  const uri = document.uri.toString();
  const result = await running.request<{ findings: number } | null>("engagementLint/check", { uri });
  // Hints don't stand among the problems, so that a list without any doesn't tell that nothing was found.
  if (result) await commands.executeCommand("engagementLint.sayStatus");
  if (result?.findings) await commands.executeCommand("workbench.actions.view.problems");
}
