import { TabInputCustom, TabInputText, TabInputTextDiff, type TextDocument, type Uri, window, workspace } from "vscode";

/**
 * The document that some tab or editor shows. Diagnostics are asked for these only, as vscode-languageclient sees them:
 * the editor holds on to a document for a while after its tab was closed, and then nothing tells of what is in it.
 */
export function shownDocument(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  const shown = addresses().some((one) => one.toString() === key);
  return shown ? workspace.textDocuments.find((document) => document.uri.toString() === key) : undefined;
}

function addresses(): Uri[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs.map(({ input }) => addressIn(input)));
  return [...tabs, ...window.visibleTextEditors.map(({ document }) => document.uri)].filter((uri) => uri !== undefined);
}

/** What a tab shows; of a comparison, what can be written in. */
export function addressIn(input: unknown): Uri | undefined {
  if (input instanceof TabInputText || input instanceof TabInputCustom) return input.uri;
  return input instanceof TabInputTextDiff ? input.modified : undefined;
}
