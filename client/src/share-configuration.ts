import { commands, l10n, Uri, window, workspace } from "vscode";

/** The name of the file that a team shares; the server's own copy is in its configuration layer. */
const FILE = "engagement-lint.yaml";

/** Opens the file that holds what the team agreed, or says how one comes about. */
export async function shareConfiguration(): Promise<void> {
  const file = await configurationInFront();
  if (file) {
    await window.showTextDocument(file);
    return;
  }
  const choose = l10n.t("Choose Framework…");
  const message = l10n.t("This folder has no {0} yet. Choosing a framework makes one.", FILE);
  if ((await window.showInformationMessage(message, choose)) === choose)
    await commands.executeCommand("engagementLint.chooseFramework");
}

/** The one in the folder of the document in front; of a document that is in none, in any folder of the workspace. */
async function configurationInFront(): Promise<Uri | undefined> {
  const document = window.activeTextEditor?.document;
  const own = document && workspace.getWorkspaceFolder(document.uri);
  const folders = own ? [own] : (workspace.workspaceFolders ?? []);
  for (const { uri } of folders) {
    const file = Uri.joinPath(uri, FILE);
    if (await exists(file)) return file;
  }
  return undefined;
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
