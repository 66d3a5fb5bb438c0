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

/** What the server is told of: the documents, and the files that say how they are judged, whatever language they pass for. */
export function serverSelector(): { scheme: string; language?: string; pattern?: string }[] {
  const yaml = schemes().flatMap((scheme) => [
    { scheme, language: "yaml" },
    { scheme, pattern: "**/engagement-lint.yaml" },
    { scheme, pattern: "**/*.engagement-lint.yaml" },
  ]);
  return [...documentSelector(), ...yaml];
}

export function isOurs(document: TextDocument): boolean {
  return schemes().includes(document.uri.scheme) && LANGUAGES.includes(document.languageId);
}
