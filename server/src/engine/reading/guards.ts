import type { Block } from "../blocks/block";
import type { Span } from "../finding";
import type { Line } from "../phrases/program";
import { Gap, type Token } from "../text/tokens";

/**
 * Reasons why words are not the author's own live claim. Each is a function of the reading, tested by itself; rules
 * and facts name the ones that do not silence them under `despite`.
 */
export const GUARDS = [
  "quotation",
  "heading",
  "name",
  "definition",
  "negation",
  "past",
  "advice",
  "citation",
  "other-speaker",
  "question",
  "placeholder",
  "aspiration",
] as const;
export type GuardName = (typeof GUARDS)[number];

/** The word lists that guards read. */
export const GUARD_LISTS = [
  "negation",
  "hedge",
  "definition-cue",
  "past-cue",
  "advice-cue",
  "citation-cue",
  "speaker-cue",
  "aspiration-cue",
  "name-noun",
] as const;
export type GuardList = (typeof GUARD_LISTS)[number];

/** Where the entries of the guards' lists stand in a sentence: word numbers. */
export type Cues = Readonly<Record<GuardList, readonly { from: number; to: number }[]>>;

/** What a guard may look at: one sentence of a block, and the words of a hit in it. */
export interface GuardView {
  readonly block: Block;
  /** The sentence's normal text. */
  readonly text: string;
  /** Where the sentence begins in the normal text that words are counted in. */
  readonly offset: number;
  readonly line: Line;
  readonly cues: Cues;
  /** Quoted stretches of the block, in source offsets. */
  readonly quotations: readonly Span[];
}

/** Guards that hold for a whole sentence. */
export function sentenceGuards(view: GuardView): GuardName[] {
  const guards: GuardName[] = [];
  const { block, cues, text } = view;
  if (block.kind === "heading" || block.kind === "header-row") guards.push("heading");
  if (block.quoted) guards.push("quotation");
  if (block.note && /^\s*\[\^/.test(block.text) && cues["citation-cue"].length) guards.push("citation");
  if (isDefinition(view)) guards.push("definition");
  if (cues["past-cue"].length) guards.push("past");
  if (cues["advice-cue"].length) guards.push("advice");
  if (cues["citation-cue"].length) guards.push("citation");
  if (cues["speaker-cue"].length) guards.push("other-speaker");
  if (cues["aspiration-cue"].length) guards.push("aspiration");
  if (/\?["”’')\]]*$/.test(text)) guards.push("question");
  return guards;
}

/** A glossary entry begins with a term in bold, then a dash. */
const ENTRY =
  /^\s*(?:[-*+]\s+)?(?:\*\*|__|<(?:strong|b|dt)>)([^*_<]{2,50})(?:\*\*|__|<\/(?:strong|b|dt)>)\s*[–—-]\s+\S/;
/** Terms of the field that glossaries explain. */
const TERM =
  /\bco[\s-]?(?:produc|design|creat|evaluat|deliver)|hard to reach|service user|vulnerable|engagement|consultation|involvement/i;

function isDefinition(view: GuardView): boolean {
  if (view.cues["definition-cue"].length) return true;
  const entry = ENTRY.exec(view.block.text);
  return entry !== null && TERM.test(entry[1]!.replace(/[\u2010\u2011]/g, "-"));
}

/** Guards that hold for the words `from` to `to` (exclusive) of the sentence. */
export function hitGuards(view: GuardView, span: Span, from: number, to: number): GuardName[] {
  const guards: GuardName[] = [];
  if (view.quotations.some((quote) => quote.start <= span.start && quote.end >= span.end)) guards.push("quotation");
  if (isNegated(view, from)) guards.push("negation");
  if (isName(view, from, to)) guards.push("name");
  if (inPlaceholder(view, view.line.tokens[from]!, view.line.tokens[to - 1]!)) guards.push("placeholder");
  return guards;
}

const NEGATION_REACH = 6;

/** A “not” shortly before, in the same clause. */
export function isNegated(view: GuardView, from: number): boolean {
  return view.cues.negation.some((cue) => {
    const distance = from - cue.to;
    return distance >= 0 && distance <= NEGATION_REACH && sameClause(view.line.tokens, cue.to, from);
  });
}

const CLAUSE_WORDS = new Set(["but", "although", "though", "whereas", "until", "unless", "because", "so"]);

function sameClause(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i <= to && i < tokens.length; i++) {
    if (i > from && tokens[i]!.gap === Gap.Strong) return false;
    if (CLAUSE_WORDS.has(tokens[i]!.word)) return false;
  }
  return true;
}

/** Part of a name in capitals, such as “Co-production Board” or “Co-Design Week 2026”. */
export function isName(view: GuardView, from: number, to: number): boolean {
  const { tokens } = view.line;
  const inRun = (i: number): boolean =>
    i >= 0 &&
    i < tokens.length &&
    (tokens[i]!.capital || tokens[i]!.value !== undefined) &&
    tokens[i]!.gap !== Gap.Strong;
  if (!tokens.slice(from, to).some((token) => token.capital)) return false;
  let end = to;
  while (end < tokens.length && inRun(end) && end - to < 5) end += 1;
  let start = from;
  while (start > 0 && tokens[start]!.gap !== Gap.Strong && tokens[start - 1]!.capital && from - start < 5) start -= 1;
  return view.cues["name-noun"].some(
    (cue) => cue.from >= start && cue.to <= Math.max(end, to) && tokens[cue.from]!.capital,
  );
}

function inPlaceholder({ text, offset }: GuardView, first: Token, last: Token): boolean {
  const open = text.lastIndexOf("[", first.start - offset);
  if (open < 0) return false;
  const close = text.indexOf("]", open);
  return close < 0 || close >= last.end - offset;
}

/** A blank to be filled: “[rate]”, “TBC”. A number in brackets refers to a note. */
const BLANK = /\[(?!\d+\])(?=[^\]]*\p{L})[^[\]\n]{1,60}\]|\bTB[ACD]\b/u;

/** Whether a sentence still waits for something to be filled in: what it promises isn't given yet. */
export function hasBlank({ text }: GuardView): boolean {
  return BLANK.test(text);
}

const QUOTES: readonly [string, string, number][] = [
  ["“", "”", 1],
  ['"', '"', 1],
  ["‘", "’", 2],
  ["'", "'", 2],
];

/** The quoted stretches of a text, marks included. Single quotes need two words, or they would be apostrophes. */
export function quotations(text: string): Span[] {
  const spans: Span[] = [];
  for (const [open, close, words] of QUOTES) {
    if (!text.includes(open)) continue;
    for (let start = openAt(text, open, 0); start >= 0; ) {
      const end = closeAt(text, close, start + 1);
      if (end < 0) break;
      const inside = text.slice(start + 1, end);
      if (inside.trim().split(/\s+/).length >= words) spans.push({ start, end: end + 1 });
      start = openAt(text, open, end + 1);
    }
  }
  return spans;
}

function openAt(text: string, mark: string, from: number): number {
  let at = text.indexOf(mark, from);
  while (at >= 0 && mark !== "“" && /[\p{L}\p{N}]/u.test(text[at - 1] ?? " ")) at = text.indexOf(mark, at + 1);
  return at;
}

function closeAt(text: string, mark: string, from: number): number {
  let at = text.indexOf(mark, from);
  // An apostrophe inside a word closes nothing.
  while (at >= 0 && /[\p{L}\p{N}]/u.test(text[at + 1] ?? " ")) at = text.indexOf(mark, at + 1);
  return at;
}
