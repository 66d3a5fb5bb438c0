import type { CodeAction, TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

/** The text after an action, for an action that edits a single document. */
export function apply(text: string, action: CodeAction | undefined): string {
  return TextDocument.applyEdits(TextDocument.create("", "", 0, text), editsOf(action));
}

function editsOf(action: CodeAction | undefined): TextEdit[] {
  const { changes, documentChanges } = action?.edit ?? {};
  const [change] = documentChanges ?? [];
  if (change && "edits" in change) return change.edits as TextEdit[];
  return Object.values(changes ?? {})[0] ?? [];
}
