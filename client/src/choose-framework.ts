import { commands, type Disposable, l10n, Uri, window, workspace } from "vscode";
import type { Ground } from "./ground";
import { isOurs } from "./selector";
import {
  CHOOSE_FRAMEWORK_REQUEST,
  type ChooseFrameworkResult,
  FRAMEWORKS_REQUEST,
  type FrameworksResult,
} from "./server-questions";

export function chooseFrameworkCommand(ground: Ground): Disposable {
  return commands.registerCommand("engagementLint.chooseFramework", (id?: unknown) =>
    chooseFramework(ground, typeof id === "string" ? id : undefined),
  );
}

/** Lets a person choose whose view of the field documents here are judged by, and writes it where the team will find it. */
async function chooseFramework({ running }: Ground, named: string | undefined): Promise<void> {
  const uri = await placeInFront();
  if (!uri) return;
  const there = await running.request<FrameworksResult>(FRAMEWORKS_REQUEST, { uri });
  const framework = there && (named ?? (await pick(there)));
  if (!framework) return;
  const result = await running.request<ChooseFrameworkResult>(CHOOSE_FRAMEWORK_REQUEST, { uri, framework });
  if (result?.trouble) void window.showWarningMessage(result.trouble);
  if (result?.file) await tell(Uri.parse(result.file), framework, there);
}

/** The document that is being written, or else the folder; of several whichever is meant, which nobody else can know. */
async function placeInFront(): Promise<string | undefined> {
  const document = window.activeTextEditor?.document;
  const folders = workspace.workspaceFolders ?? [];
  if (document && (isOurs(document) || workspace.getWorkspaceFolder(document.uri))) return document.uri.toString();
  if (folders.length > 1) return (await window.showWorkspaceFolderPick())?.uri.toString();
  if (folders.length === 0)
    await window.showInformationMessage(l10n.t("Open a folder or a document first, then run this command again."));
  return folders[0]?.uri.toString();
}

async function pick({ frameworks, chosen }: FrameworksResult): Promise<string | undefined> {
  const items = frameworks.map(({ id, title, about }) => ({
    id,
    label: title,
    detail: about,
    ...(id === chosen ? { description: l10n.t("in use") } : {}),
  }));
  // The one in use stands first, where the list opens.
  items.sort((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
  const title = l10n.t("Choose Framework");
  const placeHolder = l10n.t("Whose view of the field are these documents to be judged by?");
  const picked = await window.showQuickPick(items, { title, placeHolder, matchOnDetail: true });
  return picked?.id;
}

/** The server's edit may have made a file or changed an open one: what was chosen holds for others once it is saved. */
async function tell(file: Uri, framework: string, { frameworks }: FrameworksResult): Promise<void> {
  await (await workspace.openTextDocument(file)).save();
  const title = frameworks.find(({ id }) => id === framework)?.title ?? framework;
  const name = workspace.asRelativePath(file);
  const open = l10n.t("Open It");
  const message = l10n.t("Documents here are judged by {0} now. That stands in {1}.", title, name);
  void window.showInformationMessage(message, open).then((answer) => {
    if (answer === open) void window.showTextDocument(file);
  });
}
