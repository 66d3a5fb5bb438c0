import { type Diagnostic, DiagnosticSeverity, type Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Finding, SEVERITIES, type Severity, type Span } from "../engine/finding";
import type { Say } from "../words/say";

/** The name under which diagnostics stand in the editor. */
export const SOURCE = "engagement-lint";

/** More than this no one reads, and some editors grow slow. */
export const MOST_DIAGNOSTICS = 1000;

const LSP_SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toRange(span: Span, lines: TextDocument): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

export function toDiagnostic(
  finding: Finding,
  lines: TextDocument,
  withRelated: boolean,
  fingerprint?: string,
): Diagnostic {
  const { ruleId, family, concern, absent, severity, message, span, related } = finding;
  return {
    range: toRange(span, lines),
    severity: LSP_SEVERITY[severity],
    code: ruleId,
    source: SOURCE,
    message,
    ...(withRelated && related.length > 0
      ? {
          relatedInformation: related.map((place) => ({
            location: { uri: lines.uri, range: toRange(place.span, lines) },
            message: place.message,
          })),
        }
      : {}),
    data: {
      family,
      ...(concern ? { concern } : {}),
      ...(absent ? { absent: [...absent] } : {}),
      ...(fingerprint ? { fingerprint } : {}),
    },
  };
}

/** Every finding; of too many the most serious, the last diagnostic saying that there are more. */
export function toDiagnostics(
  findings: readonly Finding[],
  lines: TextDocument,
  withRelated: boolean,
  fingerprints: ReadonlyMap<Finding, string>,
  say: Say,
): Diagnostic[] {
  const one = (finding: Finding) => toDiagnostic(finding, lines, withRelated, fingerprints.get(finding));
  if (findings.length <= MOST_DIAGNOSTICS) return findings.map(one);
  const ranked = [...findings].sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start);
  const shown = ranked.slice(0, MOST_DIAGNOSTICS - 1);
  const rest = ranked.slice(MOST_DIAGNOSTICS - 1);
  return [
    ...shown.map(one),
    {
      range: toRange(rest[0]!.span, lines),
      severity: DiagnosticSeverity.Information,
      source: SOURCE,
      message: say("{0} more findings are not shown: these are the {1} most serious.", rest.length, shown.length),
    },
  ];
}

function rank(finding: Finding): number {
  return SEVERITIES.indexOf(finding.severity);
}
