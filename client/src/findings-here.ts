import { type Diagnostic, l10n, languages, type Range, type TextEditor, window } from "vscode";
import { isOurs } from "./selector";
import { SOURCE } from "./status";

/** The editor in front, if it shows a document that the server reads; says what to do where it doesn't. */
export async function editorOfOurs(): Promise<TextEditor | undefined> {
  const editor = window.activeTextEditor;
  if (editor && isOurs(editor.document)) return editor;
  await window.showInformationMessage(
    l10n.t("Open a Markdown, plain text or HTML document, then run this command again."),
  );
  return undefined;
}

/** What was found where the cursor or the selection is; on the same line if nothing was just there. */
export function findingsAt({ document, selection }: TextEditor): readonly Diagnostic[] {
  const all = languages.getDiagnostics(document.uri).filter(({ source }) => source === SOURCE);
  const touching = (range: Range) => all.filter((one) => one.range.intersection(range));
  const there = touching(selection);
  return there.length ? there : touching(document.lineAt(selection.active.line).range);
}

/** All that a command should look at: what was found, or where the cursor is. */
export function rangeOf(findings: readonly Diagnostic[], editor: TextEditor): Range {
  return findings.reduce<Range>((range, one) => (range.isEmpty ? one.range : range.union(one.range)), editor.selection);
}

export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

export async function sayNothingHere(): Promise<void> {
  await window.showInformationMessage(
    l10n.t("Nothing was found where the cursor is. Go to a finding first: F8 leads to the next one."),
  );
}
