import { commands, type Disposable, l10n, window } from "vscode";
import type { Ground } from "./ground";

/** The status in a message, for whoever can't hover: screen readers read messages out. */
export function sayStatus({ status }: Ground): Disposable {
  return commands.registerCommand("engagementLint.sayStatus", async () => {
    const words = await status.words();
    if (words) void show(words);
    const none = l10n.t("Open a Markdown, plain text or HTML document, then run this command again.");
    if (!words) void window.showInformationMessage(none);
    return words ?? none;
  });
}

/** With the button that the status has too: a message that has one is shown whole, one without on a single line. */
async function show(words: string): Promise<void> {
  const choose = l10n.t("Choose Framework");
  if ((await window.showInformationMessage(words, choose)) === choose)
    await commands.executeCommand("engagementLint.chooseFramework");
}
