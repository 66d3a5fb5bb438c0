import type { Document } from "../engine/analyse";
import type { Span } from "../engine/finding";
import { blockAt } from "../engine/fingerprint";
import { normalise } from "../engine/text/normalise";

/** Words of a document in the sentence that they stand in, without markup. */
export interface Quote {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** So much of a sentence is enough to know it by on either side of the words. */
const LONGEST_SIDE = 160;

export function quoteOf(document: Document, span: Span): Quote {
  const sentence = sentenceAround(document, span);
  const before = plain(document, { start: sentence.start, end: span.start });
  const after = plain(document, { start: span.end, end: sentence.end });
  return {
    before: before.length > LONGEST_SIDE ? `…${before.slice(-LONGEST_SIDE)}` : before,
    words: plain(document, span),
    after: after.length > LONGEST_SIDE ? `${after.slice(0, LONGEST_SIDE)}…` : after,
  };
}

function sentenceAround(document: Document, span: Span): Span {
  const at = blockAt(document, span.start);
  const local = span.start - (at?.start ?? 0);
  const sentence = at?.reading.sentences.find((one) => one.span.start <= local && local < one.span.end);
  if (!at || !sentence) return span;
  return { start: at.start + sentence.span.start, end: Math.max(span.end, at.start + sentence.span.end) };
}

/** Blanks at either end are kept as one, so that the three parts can be put together again. */
function plain(document: Document, { start, end }: Span): string {
  const at = blockAt(document, start);
  if (!at || end <= start) return "";
  const [from, to] = [start - at.start, end - at.start];
  const hidden = at.block.hidden
    .filter((one) => one.start < to && one.end > from)
    .map((one) => ({ ...one, start: Math.max(one.start, from) - from, end: Math.min(one.end, to) - from }));
  const text = document.source.text.slice(start, end);
  const words = normalise(text, hidden).text.trim();
  return `${/^\s/.test(text) ? " " : ""}${words}${/\s$/.test(text) && words ? " " : ""}`;
}

/** The headings that a place stands under, outermost first. */
export function headingsAbove(document: Document, { start }: Span): string[] {
  const open: { readonly depth: number; readonly words: string }[] = [];
  for (const { block, start: at } of document.blocks) {
    if (at > start) break;
    if (block.kind !== "heading") continue;
    while (open.length && open[open.length - 1]!.depth >= block.depth) open.pop();
    open.push({ depth: block.depth, words: plain(document, { start: at, end: at + block.text.length }).trim() });
  }
  return open.map(({ words }) => words);
}
