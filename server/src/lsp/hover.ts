import { type Hover, MarkupKind, type Position } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding, Related, Span } from "../engine/finding";
import type { Analysis } from "./analyst";
import { toRange } from "./to-diagnostic";

/** What a client shows when the pointer rests on a finding. */
export function hover(
  position: Position,
  analysis: Analysis,
  lines: TextDocument,
  words: { readonly markdown: boolean; titleOf(ruleId: string): string | undefined },
): Hover | null {
  const offset = lines.offsetAt(position);
  const here = analysis.findings.filter(({ span }) => span.start <= offset && offset <= span.end);
  if (here.length === 0) return null;
  const describe = words.markdown ? inMarkdown : inPlainText;
  const value = here
    .map((finding) => describe(finding, words.titleOf(finding.ruleId) ?? finding.ruleId, lines))
    .join(words.markdown ? "\n\n---\n\n" : "\n\n");
  return {
    contents: { kind: words.markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
    range: toRange(shared(here), lines),
  };
}

/** What the findings have in common. An editor keeps a hover open within its range, so all that it says must hold there. */
function shared(findings: readonly Finding[]): Span {
  return {
    start: Math.max(...findings.map(({ span }) => span.start)),
    end: Math.min(...findings.map(({ span }) => span.end)),
  };
}

function inMarkdown(finding: Finding, title: string, lines: TextDocument): string {
  const places = finding.related.map((place) => {
    const line = lineOf(place, lines);
    return `- [Line ${line}](${lines.uri}#L${line}): ${escaped(place.message)}`;
  });
  return [`**${escaped(title)}**`, escaped(finding.message), places.join("\n")].filter(Boolean).join("\n\n");
}

function inPlainText(finding: Finding, title: string, lines: TextDocument): string {
  const places = finding.related.map((place) => `Line ${lineOf(place, lines)}: ${place.message}`);
  return [title, finding.message, ...places].join("\n");
}

function lineOf(place: Related, lines: TextDocument): number {
  return lines.positionAt(place.span.start).line + 1;
}

/** Messages quote the author's own words, which may hold anything that Markdown would act upon. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~&]/g, "\\$&").replace(/\s+/g, " ");
}
