import type { WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientFeatures } from "./client-features";

/** An edit of a whole file, which is made where there is none; undefined where the client can't make files. */
export function fileEdit(
  uri: string,
  before: string | undefined,
  after: string,
  features: Pick<ClientFeatures, "createsFiles" | "versionedEdits">,
): WorkspaceEdit | undefined {
  const edit = { range: wholeOf(before ?? ""), newText: after };
  if (before !== undefined)
    return features.versionedEdits
      ? { documentChanges: [{ textDocument: { uri, version: null }, edits: [edit] }] }
      : { changes: { [uri]: [edit] } };
  if (!features.createsFiles) return undefined;
  return {
    documentChanges: [
      { kind: "create", uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [edit] },
    ],
  };
}

function wholeOf(text: string) {
  const lines = TextDocument.create("", "yaml", 0, text);
  return { start: lines.positionAt(0), end: lines.positionAt(text.length) };
}
