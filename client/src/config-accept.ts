import { commands, type Disposable, l10n, window } from "vscode";
import { ACCEPT_COMMAND, ACCEPT_REQUEST, type AcceptResult, type AcceptTarget } from "./config-requests";
import type { Ground } from "./ground";

/** Asks why a finding is set aside. Nobody who reads the document later should have to guess. */
export function acceptCommand(ground: Ground): Disposable {
  return commands.registerCommand(ACCEPT_COMMAND, (target: AcceptTarget, reason?: string) =>
    accept(ground, target, reason),
  );
}

async function accept({ running }: Ground, { uri, fingerprint, message }: AcceptTarget, given?: string): Promise<void> {
  const reason = given ?? (await askReason(message));
  if (reason === undefined) return;
  const result = await running.request<AcceptResult>(ACCEPT_REQUEST, { uri, fingerprint, reason });
  if (result?.trouble) await window.showWarningMessage(result.trouble);
}

function askReason(message: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t("Accept with a reason"),
    prompt: message,
    placeHolder: l10n.t("Who decided this, when, and why"),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() ? undefined : l10n.t("Give a reason. It is written beside the finding.")),
  });
}
