import { Disposable, FileType, Uri, workspace } from "vscode";
import { type FileParams, LIST_FOLDER_REQUEST, READ_FILE_REQUEST, type ReadFileResult } from "./config-requests";
import type { Ground } from "./ground";

/** A configuration is a page or two: anything larger is a mistake. */
const MOST_BYTES = 256 * 1024;

const MISSING: ReadFileResult = { wrong: "missing" };

/**
 * Reads files for a server that can't: in a browser, and where a workspace lies on no disk. Only what lies in a folder
 * of the workspace is read, and nothing through a symbolic link, which may lead out of it.
 */
export function answerFiles({ running }: Ground): Disposable {
  running.answer(READ_FILE_REQUEST, ({ uri }: FileParams) => readFile(Uri.parse(uri)));
  running.answer(LIST_FOLDER_REQUEST, ({ uri }: FileParams) => listFolder(Uri.parse(uri)));
  // The answers end with the client that asks.
  return new Disposable(() => {});
}

async function readFile(uri: Uri): Promise<ReadFileResult> {
  try {
    if (!(await isInWorkspace(uri))) return MISSING;
    const { size, type } = await workspace.fs.stat(uri);
    if (type !== FileType.File) return MISSING;
    if (size > MOST_BYTES) return { wrong: "too large" };
    const bytes = await workspace.fs.readFile(uri);
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (error) {
    return error instanceof TypeError ? { wrong: "not text" } : MISSING;
  }
}

async function listFolder(uri: Uri): Promise<string[]> {
  try {
    if (!(await isInWorkspace(uri))) return [];
    const entries = await workspace.fs.readDirectory(uri);
    return entries.flatMap(([name, type]) => {
      if (type === FileType.Directory) return [`${name}/`];
      return type === FileType.File ? [name] : [];
    });
  } catch {
    return [];
  }
}

async function isInWorkspace(uri: Uri): Promise<boolean> {
  const folder = workspace.workspaceFolders?.find(({ uri: root }) => isWithin(uri, root));
  if (!folder) return false;
  const names = uri.path.slice(folder.uri.path.length).split("/").filter(Boolean);
  for (let depth = 1; depth < names.length; depth++) {
    const { type } = await workspace.fs.stat(Uri.joinPath(folder.uri, ...names.slice(0, depth)));
    if (type & FileType.SymbolicLink) return false;
  }
  return true;
}

function isWithin(uri: Uri, root: Uri): boolean {
  if (uri.scheme !== root.scheme || uri.authority !== root.authority) return false;
  if (uri.path.split("/").includes("..")) return false;
  return uri.path === root.path || uri.path.startsWith(root.path.endsWith("/") ? root.path : `${root.path}/`);
}
