import type { Block } from "../blocks/block";
import type { Book } from "../book";
import type { Document, ReadBlock } from "../document";
import { isLive } from "../fact-table";
import type { Span } from "../finding";
import { type FactHit, viewsOf } from "../reading/reading";
import type { CalendarDate } from "./calendar";
import { deciderIn } from "./deciders";
import { plainWords } from "./plain-words";

/** Somebody who decides something, where the document says so. */
export interface Decision {
  readonly who: string;
  /** The words that name who decides. */
  readonly span: Span;
  /** The sentence or table row that says so. */
  readonly words: string;
  /** As in 2026-06-12. */
  readonly date?: string;
}

/** Who decides and when, in order of the document. The same decider with no other date is told of once. */
export function decisionsIn(document: Document, book: Book, dates: readonly CalendarDate[]): Decision[] {
  const deciding = decidingFacts(book);
  const all = document.blocks.flatMap((placed) => {
    const { block, reading } = placed;
    if (block.quoted || block.note || NOT_SAID_IN.includes(block.kind)) return [];
    const columns = decidersInColumns(placed, dates);
    if (columns.length) return columns;
    const hits = reading.hits.filter((hit) => deciding.has(hit.fact) && isLive(hit, []));
    return hits.length ? decisionsAt(placed, hits, book, dates) : [];
  });
  return withoutRepeats(all);
}

/** Whom a paper is put before is no decision, and what a heading says is told of below it. */
const NOT_SAID_IN: readonly Block["kind"][] = ["metadata", "heading", "header-row"];

/** The facts that say who decides: a named body does, or a right to decide is held. */
function decidingFacts(book: Book): ReadonlySet<number> {
  const numbers = book.facts.flatMap(({ name, decides }, number) =>
    name === "decision-named" || decides !== undefined ? [number] : [],
  );
  return new Set(numbers);
}

/** One decision for each sentence that tells of one. */
function decisionsAt(
  { block, start }: ReadBlock,
  hits: readonly FactHit[],
  book: Book,
  dates: readonly CalendarDate[],
): Decision[] {
  const isRight = (hit: FactHit): boolean => book.facts[hit.fact]!.decides !== undefined;
  const views = viewsOf(block, book);
  const numbers = [...new Set(hits.map(({ sentence }) => sentence))];
  return numbers.flatMap((number) => {
    const view = views[number];
    const hit = hits.find(({ sentence }) => sentence === number)!;
    const who = view && deciderIn(view, hit, book);
    if (!view || !who) return [];
    const said = block.cells.length ? { start: 0, end: block.text.length } : view.span;
    const at = shifted(hit.span, start);
    const date = dateFor(at, shifted(said, start), dates);
    // “Members choose” tells of a decision only where a day is set for it, or a right to decide is told of.
    const anybody = ANYBODY.test(plainWords(block, who));
    const tells = DECIDING.test(plainWords(block, said)) || isRight(hit);
    if (!tells) return [];
    if (anybody && !date && !hits.some((other) => other.sentence === number && isRight(other))) return [];
    return [decision(block, start, who, said, date)];
  });
}

/** A body that only meets decides nothing yet. */
const DECIDING =
  /\b(?:deci|determin|approv|adopt|vot(?:e|ing)|ballot|agree|sign|cho(?:ose|ice|sen)|pick|ratif|settle|resol|final|veto|consent|grant|award|verdict|referendum|poll|overrul|delegat|up to|matter for)/i;
const ANYBODY = /^(?:members|residents|people|tenants|patients|you)$/i;

/** A column whose head asks who decides. */
const WHO_DECIDES =
  /\b(?:who (?:decides|takes|makes|signs|approves)|decision[- ](?:maker|taker|owner|body)s?|decid(?:es|ed by)|(?:approved|agreed|made|taken|signed off) by|final (?:say|decision)|approval|approver)\b/i;
/** A cell that is longer tells how it is decided, not who does. */
const LONGEST_WHO = 60;

function decidersInColumns({ block, start }: ReadBlock, dates: readonly CalendarDate[]): Decision[] {
  return block.cells.flatMap((cell) => {
    const words = WHO_DECIDES.test(cell.header) ? plainWords(block, cell) : "";
    if (!/\p{L}{2}/u.test(words) || words.length > LONGEST_WHO || /^(?:n\/?a|none|no|yes)\b/i.test(words)) return [];
    const said = { start: 0, end: block.text.length };
    return [decision(block, start, cell, said, dateFor(shifted(cell, start), shifted(said, start), dates))];
  });
}

function decision(block: Block, start: number, who: Span, said: Span, date: string | undefined): Decision {
  return {
    who: nameIn(plainWords(block, who)),
    span: shifted(who, start),
    words: plainWords(block, said),
    ...(date ? { date } : {}),
  };
}

/** “The Board, by vote” is the Board. */
function nameIn(words: string): string {
  return (
    words
      .replace(/[.,;(–].*$/, "")
      .replace(/^(?:the|a|our)\s+/i, "")
      .trim() || words
  );
}

/** The date within the words themselves, or else in the same sentence or row, one of a decision before any other. */
function dateFor(at: Span, said: Span, dates: readonly CalendarDate[]): string | undefined {
  const within = dates.filter(({ span }) => span.start >= said.start && span.end <= said.end);
  const named = within.find(({ span }) => span.start < at.end && at.start < span.end);
  return (
    named ??
    nearest(
      at,
      within.filter(({ kind }) => kind === "decision"),
    ) ??
    alone(within)
  )?.iso;
}

/** “The Board adopts it on 24 June; Council takes it on 17 July”: the first date after who decides is that one's. */
function nearest(at: Span, dates: readonly CalendarDate[]): CalendarDate | undefined {
  return dates.find(({ span }) => span.start >= at.end) ?? dates.at(-1);
}

/** A sentence of several dates doesn't say which is meant. */
function alone(dates: readonly CalendarDate[]): CalendarDate | undefined {
  return dates.length === 1 ? dates[0] : undefined;
}

/** Of the same decider, each date once; without any date, only where no date is told anywhere. */
function withoutRepeats(all: readonly Decision[]): Decision[] {
  const key = (one: Decision): string => one.who.toLowerCase();
  return all.filter((one, at) => {
    const same = all.filter((other) => key(other) === key(one));
    if (one.date === undefined && same.some(({ date }) => date !== undefined)) return false;
    return same.findIndex(({ date }) => date === one.date) === same.indexOf(all[at]!);
  });
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
