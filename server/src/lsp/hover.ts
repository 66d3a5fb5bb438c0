import { type Hover, MarkupKind, type Position } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../engine/finding";
import { type Term, termAt } from "../engine/terms";
import { builtInReference, builtInTerms } from "../rulebook/built-in-terms";
import type { Say } from "../words/say";
import type { Analysis } from "./analyst";
import type { ClientFeatures } from "./client-features";
import { inMarkdown, inPlain } from "./prose";
import { EXPLAIN_RULE } from "./reader-requests";
import { bySeverity } from "./severity-order";
import { type SourceNames, tellFinding } from "./tell-finding";
import { tellTerm } from "./tell-term";
import { toRange } from "./to-diagnostic";

/** What is known beside the rules: the words of the field, and who stands behind the short names of sources. */
export interface Lexicon {
  readonly terms: readonly Term[];
  readonly sources: SourceNames;
}

export const LEXICON: Lexicon = { terms: builtInTerms, sources: builtInReference.sources };

/** What a client shows when the pointer rests on a finding, on a word of the field, or on both. */
export function hover(
  position: Position,
  analysis: Analysis,
  lines: TextDocument,
  features: Pick<ClientFeatures, "markdownHover" | "commands" | "showsMessageInHover">,
  { terms, sources }: Lexicon,
  say: Say,
): Hover | null {
  const { basis, findings } = analysis;
  const offset = lines.offsetAt(position);
  const here = bySeverity(findings.filter(({ span }) => span.start <= offset && offset <= span.end));
  const term = basis && termAt(offset, basis.document, terms);
  if (here.length === 0 && !term) return null;
  const prose = features.markdownHover ? inMarkdown(say) : inPlain(say);
  const saysMessage = !features.showsMessageInHover;
  const parts = here.map((finding) => {
    const link = features.markdownHover && features.commands.has(EXPLAIN_RULE);
    const told = tellFinding(finding, basis, lines, prose, sources, { saysMessage });
    return link ? prose.paragraphs([told, ruleLink(finding.ruleId, lines.uri, say)]) : told;
  });
  if (term && basis) parts.push(tellTerm(term.term, basis, prose, here.length ? undefined : sources));
  return {
    contents: {
      kind: features.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: parts.join(prose.rule),
    },
    range: toRange(shared([...here, term].filter((one) => one !== undefined)), lines),
  };
}

/** Brackets in an address would end the link early, and the encoding of addresses leaves them alone. */
function ruleLink(ruleId: string, uri: string, say: Say): string {
  const query = encodeURIComponent(JSON.stringify([ruleId, uri])).replace(/[()]/g, (one) =>
    one === "(" ? "%28" : "%29",
  );
  return `[${say("About this rule")}](command:${EXPLAIN_RULE}?${query})`;
}

/** What all that is told of has in common. An editor keeps a hover open within its range, so all must hold there. */
function shared(places: readonly { readonly span: Span }[]): Span {
  return {
    start: Math.max(...places.map(({ span }) => span.start)),
    end: Math.min(...places.map(({ span }) => span.end)),
  };
}
