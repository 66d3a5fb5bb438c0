import type { Finding, Span } from "../finding";
import type { AcceptedTerm } from "./settings";

/** Tells the findings about wording that an accepted term meets: those whom it names chose it. */
export function isAccepted(terms: readonly AcceptedTerm[], text: string): (finding: Finding) => boolean {
  if (terms.length === 0) return () => false;
  const words = terms.map(({ term }) => wordsOf(term)).filter(({ length }) => length > 0);
  return ({ family, span }) => family === "wording" && words.some((term) => touches(term, span, text));
}

function wordsOf(term: string): string[] {
  return (term.match(WORD) ?? []).map(plain);
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

function plain(word: string): string {
  return word.toLowerCase().replaceAll("’", "'");
}

/** Room for what parts the words of a term: line breaks, emphasis, hyphens. */
const BETWEEN = 8;

/** Whether the term stands where the finding does, wholly or in part. Only the finding's surroundings are looked at. */
function touches(term: readonly string[], span: Span, text: string): boolean {
  const reach = term.join("").length + term.length * BETWEEN;
  const from = Math.max(0, span.start - reach);
  const near = [...text.slice(from, span.end + reach).matchAll(WORD)];
  return near.some((first, i) => {
    if (!term.every((word, at) => near[i + at] && plain(near[i + at]![0]) === word)) return false;
    const last = near[i + term.length - 1]!;
    return from + first.index < span.end && from + last.index + last[0].length > span.start;
  });
}
