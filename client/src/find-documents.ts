import { type CancellationToken, FileType, Uri, workspace } from "vscode";

/** The documents that can be checked, and those of Word, of which it is told that they can't. */
const DOCUMENT = /\.(md|markdown|txt|html?|docx)$/i;

/** What comes from elsewhere, or is hidden, is nobody's plan. Word's locks only look like documents. */
const NOT_OURS = /^(\.|~\$|node_modules$)/;

/**
 * The documents of a folder and of those inside it, in order. Folder by folder, because an editor can search only where
 * someone has taught it to, which for folders that lie on no disk is seldom so.
 */
export async function findDocuments(folder: Uri, token: CancellationToken): Promise<Uri[]> {
  const found: Uri[] = [];
  const waiting = [folder];
  for (let next = waiting.shift(); next && !token.isCancellationRequested; next = waiting.shift()) {
    for (const [name, type] of await namesIn(next)) {
      const uri = Uri.joinPath(next, name);
      // A link to a folder may lead back to where it stands.
      if (type === FileType.Directory) waiting.push(uri);
      else if (type & FileType.File && DOCUMENT.test(name)) found.push(uri);
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A folder that may not be read is none of ours either. */
async function namesIn(folder: Uri): Promise<[string, FileType][]> {
  try {
    return (await workspace.fs.readDirectory(folder)).filter(([name]) => !NOT_OURS.test(name));
  } catch {
    return [];
  }
}
