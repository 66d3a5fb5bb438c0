import type { Book } from "../book";
import type { Span } from "../finding";
import { type FactHit, wordSpan } from "../reading/reading";
import type { SentenceView } from "../reading/sentence-view";

/** Lists whose entries may decide, those that are surest first. */
const DECIDERS = ["deciding-body", "organisation", "people"];

/** The words in a sentence that name who decides what a fact says is decided, without their article. */
export function deciderIn(view: SentenceView, hit: FactHit, book: Book): Span | undefined {
  for (const name of DECIDERS) {
    const list = book.phrases.listNames.indexOf(name);
    const entry = nearest(entriesOf(view, list), view, hit.span);
    if (entry) return wordSpan(view, ...wholeName(view, entry));
  }
  return undefined;
}

/** Words `from` to `to` (exclusive). */
interface Words {
  readonly from: number;
  readonly to: number;
}

/** Entries of a list; of those that begin at one word, the longest. */
function entriesOf(view: SentenceView, list: number): Words[] {
  return view.line.lists.flatMap((hits, from) => {
    const lengths = (hits ?? []).filter((hit) => hit.list === list).map(({ length }) => length);
    return lengths.length ? [{ from, to: from + Math.max(...lengths) }] : [];
  });
}

/** The first within the words of the fact, or else the nearest beside them. */
function nearest(entries: readonly Words[], view: SentenceView, span: Span): Words | undefined {
  const distance = (entry: Words): number => {
    const { start, end } = wordSpan(view, entry.from, entry.to);
    return Math.max(0, start - span.end, span.start - end);
  };
  let best: Words | undefined;
  for (const entry of entries) if (!best || distance(entry) < distance(best)) best = entry;
  return best && distance(best) <= FAR ? best : undefined;
}

/** In letters: beyond this another matter is likely spoken of. */
const FAR = 60;

const ARTICLE = /^(?:the|a|an|our|its|their|your|this)$/;
const SMALL =
  /^(?:the|a|an|our|its|their|your|this|if|when|then|once|after|before|in|on|by|for|and|or|but|at|as|to|from|with|what|which|who|where|how|only|both|each)$/;
/** So far left an article may stand: “the project executive”, “the joint planning committee”. */
const MOST_MODIFIERS = 3;

/** Takes in what belongs to the name on both sides: “ICB Board”, “Director of Housing”, “Cabinet Member for Housing”. */
function wholeName(view: SentenceView, { from, to }: Words): [number, number] {
  const { tokens } = view.line;
  let first = from;
  while (first > 0 && isNamePart(view, first - 1) && joins(view, first - 1)) first -= 1;
  if (first === from) first = afterArticle(view, from);
  // The list knows “governing bodies” by its second word alone.
  if (first === from && tokens[first - 1]?.word === "governing") first -= 1;
  while (first < from && SMALL.test(tokens[first]!.word)) first += 1;
  while (first < to - 1 && ARTICLE.test(tokens[first]!.word)) first += 1;
  let last = to;
  for (;;) {
    const small = /^(?:of|for|and)$/.test(tokens[last]?.word ?? "") && joins(view, last - 1) ? 1 : 0;
    const next = last + small;
    const goesOn = tokens[next]?.capital && joins(view, next - 1) && !/^\d/.test(tokens[next]!.word);
    if (!goesOn || next >= tokens.length || !tokens[last - 1]!.capital) break;
    if (
      /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
        tokens[next]!.word,
      )
    )
      break;
    last = next + 1;
  }
  return [first, last];
}

function isNamePart(view: SentenceView, at: number): boolean {
  const token = view.line.tokens[at]!;
  return token.capital && !SMALL.test(token.word);
}

/** Nothing but a blank, a hyphen or an apostrophe stands between a word and the next. */
function joins(view: SentenceView, at: number): boolean {
  const { tokens } = view.line;
  const [here, next] = [tokens[at], tokens[at + 1]];
  if (!here || !next) return false;
  return /^[\s’'-]*$/.test(view.text.slice(here.end - view.offset, next.start - view.offset));
}

/** The word after an article that stands shortly before; the word itself where none does. */
function afterArticle(view: SentenceView, from: number): number {
  const { tokens } = view.line;
  for (let at = from - 1; at >= Math.max(0, from - 1 - MOST_MODIFIERS); at--) {
    if (!joins(view, at)) return from;
    if (ARTICLE.test(tokens[at]!.word)) return at + 1;
    if (SMALL.test(tokens[at]!.word) || tokens[at]!.word === "of") return from;
  }
  return from;
}
