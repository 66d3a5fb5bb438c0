import { commands, type Disposable, l10n, window } from "vscode";
import type { Ground } from "./ground";

/** The status in a message, for whoever can't hover: screen readers read messages out. */
export function sayStatus({ status }: Ground): Disposable {
  return commands.registerCommand("engagementLint.sayStatus", async () => {
    const words =
      (await status.words()) ?? l10n.t("Open a Markdown, plain text or HTML document, then run this command again.");
    void window.showInformationMessage(words);
    return words;
  });
}
