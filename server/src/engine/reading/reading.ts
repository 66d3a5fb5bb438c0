import type { Block } from "../blocks/block";
import type { Book } from "../book";
import type { Span } from "../finding";
import { lentBy, type Senses, sensesOf } from "../learned/reader";
import type { Line } from "../phrases/program";
import { type Normal, normalise, sourceEnd, sourceStart } from "../text/normalise";
import { sentences } from "../text/sentences";
import { type Token, tokens } from "../text/tokens";
import { type Cues, GUARD_LISTS, type GuardName, hasBlank, hitGuards, quotations, sentenceGuards } from "./guards";
import type { SentenceView } from "./sentence-view";
import { addVoice, countsOf, emptyTally, type VoiceCounts } from "./voice";

/** What one block says, by itself. Offsets are relative to the block; it knows nothing of where the block stands. */
export interface Reading {
  readonly sentences: readonly Sentence[];
  readonly hits: readonly FactHit[];
  readonly voice: VoiceCounts;
  /** For a heading: what it lends to the learned reader's view of the sentences under it. */
  readonly lends?: Senses;
}

export interface Sentence {
  readonly span: Span;
  readonly guards: readonly GuardName[];
  /** How many words. */
  readonly size: number;
  /** The numbers of the word lists that it draws on. */
  readonly lists: readonly number[];
  /** It has a blank to be filled, so that it supplies nothing yet. */
  readonly blank?: true;
  /** The learned reader's own view of the sentence, before what stands around it is known. */
  readonly senses?: Senses;
}

/** Words that state a fact. */
export interface FactHit {
  /** The number of the fact in the book. */
  readonly fact: number;
  /** The number of the sentence in the block. */
  readonly sentence: number;
  readonly span: Span;
  readonly guards: readonly GuardName[];
  /** “where possible”, “subject to budget” stands in the same sentence. */
  readonly hedged: boolean;
}

/** Reads a block. Pure: the same block and book give the same reading. */
export function read(block: Block, book: Book): Reading {
  const { reader } = book;
  const all: Sentence[] = [];
  const hits: FactHit[] = [];
  const voice = emptyTally();
  viewsOf(block, book).forEach((view, number) => {
    const guards = sentenceGuards(view);
    hits.push(...factHits(view, number, guards, book));
    addVoice(voice, view.line.tokens, block);
    const senses = reader && sensesOf(reader, view, guards, book.listHashes);
    all.push({
      span: view.span,
      guards,
      size: view.line.tokens.length,
      lists: listsIn(view),
      ...(hasBlank(view) ? { blank: true } : {}),
      ...(senses ? { senses } : {}),
    });
  });
  const lends = reader && block.kind === "heading" ? lentBy(reader, block) : undefined;
  return { sentences: all, hits, voice: countsOf(voice), ...(lends ? { lends } : {}) };
}

/** The numbers of the word lists that a sentence draws on, each once. */
export function listsIn(view: SentenceView): number[] {
  const found = new Set<number>();
  for (const hits of view.line.lists) if (hits) for (const hit of hits) found.add(hit.list);
  return [...found];
}

/** Lays out every sentence of a block. A table row is read cell by cell. */
export function viewsOf(block: Block, book: Book): SentenceView[] {
  const parts = block.cells.length ? block.cells : [{ start: 0, end: block.text.length, header: "" }];
  const quoted = quotations(block.text);
  return parts.flatMap((part) => viewsOfPart(block, part, quoted, book));
}

function viewsOfPart(
  block: Block,
  part: { start: number; end: number; header: string },
  quoted: readonly Span[],
  book: Book,
): SentenceView[] {
  const hidden = block.hidden
    .filter((veil) => veil.start < part.end && veil.end > part.start)
    .map((veil) => ({
      ...veil,
      start: Math.max(0, veil.start - part.start),
      end: Math.min(veil.end, part.end) - part.start,
    }));
  const normal = normalise(block.text.slice(part.start, part.end), hidden);
  const words = tokens(normal.text);
  let next = 0;
  return sentences(normal.text).flatMap((sentence) => {
    const from = next;
    while (next < words.length && words[next]!.start < sentence.end) next += 1;
    if (next === from) return [];
    const line = book.phrases.line(words.slice(from, next));
    const start = part.start + sourceStart(normal, sentence.start);
    const span = { start, end: part.start + sourceEnd(normal, sentence.end) };
    const shifted = shift(normal, part.start);
    const text = normal.text.slice(sentence.start, sentence.end);
    return [
      {
        block,
        text,
        offset: sentence.start,
        line,
        cues: cuesOf(line, book),
        quotations: quoted,
        span,
        header: part.header,
        normal: shifted,
      },
    ];
  });
}

/** The same normal text, with offsets in the block instead of the cell. */
function shift(normal: Normal, by: number): Normal {
  if (by === 0) return normal;
  const size = normal.text.length;
  const map = new Int32Array(size * 2 + 1);
  for (let i = 0; i <= size; i++) map[i] = by + (normal.map ? normal.map[i]! : i);
  for (let i = 0; i < size; i++) map[size + 1 + i] = normal.map ? normal.map[size + 1 + i]! : 1;
  return { text: normal.text, map };
}

const NO_CUES = Object.fromEntries(GUARD_LISTS.map((name) => [name, []])) as unknown as Cues;

function cuesOf({ lists }: Line, book: Book): Cues {
  const cues: { -readonly [List in keyof Cues]: Cues[List] } = { ...NO_CUES };
  for (let from = 0; from < lists.length; from++) {
    for (const hit of lists[from] ?? []) {
      const name = book.guardLists.get(hit.list);
      if (name) cues[name] = [...cues[name], { from, to: from + hit.length }];
    }
  }
  return cues;
}

/** The span of words `from` to `to` (exclusive), in the block. */
export function wordSpan(view: SentenceView, from: number, to: number): Span {
  const words: readonly Token[] = view.line.tokens;
  return { start: sourceStart(view.normal, words[from]!.start), end: sourceEnd(view.normal, words[to - 1]!.end) };
}

/** More words than any one sentence has. */
const MOST_WORDS = 2 ** 18;

function factHits(view: SentenceView, sentence: number, guards: readonly GuardName[], book: Book): FactHit[] {
  const hits: FactHit[] = [];
  const undone = new Set<number>();
  const blank = hasBlank(view);
  const known = new Set<number>();
  book.phrases.each(view.line, ({ owner, from, to }) => {
    if (owner < 0) {
      undone.add(-owner - 1);
      return;
    }
    // Several phrases of one fact may say the same of the same words.
    const key = (owner * MOST_WORDS + from) * MOST_WORDS + to;
    if (known.has(key)) return;
    known.add(key);
    const span = wordSpan(view, from, to);
    const own = hitGuards(view, span, from, to);
    const { despite, supplies } = book.facts[owner]!;
    if (blank && supplies) own.push("placeholder");
    const all = [...new Set([...guards, ...own])].filter((guard) => !despite.includes(guard));
    const hedged = view.cues.hedge.length > 0;
    hits.push({ fact: owner, sentence, span, guards: all, hedged });
  });
  return longest(hits.filter((hit) => !undone.has(hit.fact)));
}

/** Of hits of one fact that overlap, the longest, and the first of equals. They come in the order of the words. */
function longest(hits: FactHit[]): FactHit[] {
  if (hits.length < 2) return hits;
  const beaten = new Set<FactHit>();
  for (const group of byFact(hits).values())
    group.forEach((hit, i) => {
      for (let j = i + 1; j < group.length && group[j]!.span.start < hit.span.end; j++)
        beaten.add(sizeOf(group[j]!) > sizeOf(hit) ? hit : group[j]!);
    });
  return beaten.size ? hits.filter((hit) => !beaten.has(hit)) : hits;
}

function sizeOf({ span }: FactHit): number {
  return span.end - span.start;
}

function byFact(hits: readonly FactHit[]): Map<number, FactHit[]> {
  const groups = new Map<number, FactHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.fact);
    if (group) group.push(hit);
    else groups.set(hit.fact, [hit]);
  }
  return groups;
}
