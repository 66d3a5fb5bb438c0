import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding, Fix } from "../engine/finding";
import type { Analysis } from "./analyst";
import { toDiagnostic, toRange } from "./to-diagnostic";

/** Where the client stands and what kinds of action it wants there; no kinds at all means every kind. */
export interface Asked {
  readonly range: Range;
  readonly only: readonly string[] | undefined;
}

/** The fixes of the findings that were stored for this version. Nothing is judged again. */
export function codeActions(
  asked: Asked,
  analysis: Analysis,
  lines: TextDocument,
  client: { readonly relatedInformation: boolean; readonly versionedEdits: boolean },
): CodeAction[] {
  if (asked.only && !asked.only.some(includesQuickFix)) return [];
  const start = lines.offsetAt(asked.range.start);
  const end = lines.offsetAt(asked.range.end);
  return analysis.findings
    .filter((finding) => finding.span.start <= end && finding.span.end >= start)
    .flatMap((finding) => {
      const diagnostic = toDiagnostic(finding, lines, client.relatedInformation);
      return actionsFor(finding, diagnostic, lines, client.versionedEdits);
    });
}

/** A kind contains those below it: who asks for `quickfix` gets `quickfix.spelling` too, and “” is every kind. */
function includesQuickFix(kind: string): boolean {
  return kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix;
}

function actionsFor(finding: Finding, diagnostic: Diagnostic, lines: TextDocument, versioned: boolean): CodeAction[] {
  const preferred = finding.fixes.find((fix) => fix.safe);
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix === preferred ? { isPreferred: true } : {}),
    edit: toWorkspaceEdit(fix, lines, versioned),
  }));
}

function toWorkspaceEdit(fix: Fix, lines: TextDocument, versioned: boolean): WorkspaceEdit {
  const edits = fix.edits.map((edit) => ({ range: toRange(edit.span, lines), newText: edit.text }));
  const { uri, version } = lines;
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}
