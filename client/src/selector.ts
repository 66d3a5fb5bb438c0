import { type TextDocument, workspace } from "vscode";

/** The languages that the server reads. */
export const LANGUAGES: readonly string[] = ["markdown", "plaintext", "html"];

/**
 * Where documents that a person writes live: on disk, not yet saved, and in whatever the workspace's folders are on.
 * Not the old side of a comparison, the box for a comment or an output channel, which also call themselves Markdown or
 * plain text.
 */
function schemes(): string[] {
  const folders = workspace.workspaceFolders ?? [];
  return [...new Set(["file", "untitled", ...folders.map((folder) => folder.uri.scheme)])];
}

export function documentSelector(): { scheme: string; language: string }[] {
  return schemes().flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));
}

export function isOurs(document: TextDocument): boolean {
  return schemes().includes(document.uri.scheme) && LANGUAGES.includes(document.languageId);
}
