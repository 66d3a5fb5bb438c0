import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Edit } from "../engine/finding";
import type { ClientFeatures } from "./client-features";
import { hasBlanks, toSnippet } from "./snippets";
import { toRange } from "./to-diagnostic";

/** The edits as the client takes them: a single one with blanks as a snippet, where it knows what that is. */
export function toWorkspaceEdit(
  edits: readonly Edit[],
  lines: TextDocument,
  features: Pick<ClientFeatures, "versionedEdits" | "snippetEdits">,
): WorkspaceEdit {
  const { uri, version } = lines;
  if (!features.versionedEdits) return { changes: { [uri]: edits.map((edit) => toTextEdit(edit, lines)) } };
  const [first] = edits;
  const snippet = features.snippetEdits && edits.length === 1 && hasBlanks(first!.text);
  const changes = snippet ? [toSnippetEdit(first!, lines)] : edits.map((edit) => toTextEdit(edit, lines));
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}

function toTextEdit({ span, text }: Edit, lines: TextDocument): TextEdit {
  return { range: toRange(span, lines), newText: text };
}

function toSnippetEdit({ span, text }: Edit, lines: TextDocument): SnippetTextEdit {
  return { range: toRange(span, lines), snippet: { kind: "snippet", value: toSnippet(text) } };
}
