import type { Block } from "../blocks/block";
import type { Document } from "../document";
import type { Span } from "../finding";
import { type Normal, normalise, sourceEnd, sourceStart } from "../text/normalise";
import { sentences } from "../text/sentences";
import { type DateKind, kindOf } from "./date-kinds";
import { type DateWords, dateWordsIn, daysIn, weekdayOf } from "./date-words";
import { plainPart } from "./plain-words";

export { DATE_KINDS, type DateKind } from "./date-kinds";

/** A day that the document names. */
export interface CalendarDate {
  /** As in 2026-06-12: the first day of what is named, or the last where the words speak of its end. */
  readonly iso: string;
  /** The words name a month or a season, not a day. */
  readonly approximate: boolean;
  readonly words: string;
  readonly kind: DateKind;
  readonly span: Span;
}

/** A date in a block, before its year is known. Offsets are relative to the block. */
interface Found {
  readonly date: DateWords;
  readonly kind: DateKind | undefined;
  readonly span: Span;
}

/** A date in the document, before its year is known. */
interface Placed extends Found {
  readonly block: number;
  readonly section: number;
  readonly kind: DateKind;
}

/** The days that a document names, in its order. `year` is the one they stand in where the document names none. */
export function datesIn(document: Document, year?: number): CalendarDate[] {
  const placed = placedDates(document);
  const yearOf = yearsFor(placed, document, year);
  return placed.flatMap((found) => {
    const { date, kind, span } = found;
    const itsYear = yearOf(found);
    if (itsYear === undefined) return [];
    const iso = isoOf(itsYear, date.month, Math.min(date.day, daysIn(date.month, itsYear)));
    return [
      { iso, approximate: date.approximate, words: document.source.text.slice(span.start, span.end), kind, span },
    ];
  });
}

function placedDates(document: Document): Placed[] {
  const placed: Placed[] = [];
  let heading = "";
  document.blocks.forEach(({ block, start, section }, number) => {
    if (block.kind === "heading") heading = block.text;
    // What somebody else says and what a source was printed on are no part of the plan's own calendar.
    if (block.quoted || block.note || block.kind === "header-row") return;
    for (const { date, kind, span } of datesOf(block)) {
      placed.push({
        date,
        kind: kind ?? kindOf(AFTER_ALL, heading, []) ?? "other",
        span: { start: start + span.start, end: start + span.end },
        block: number,
        section,
      });
    }
  });
  return placed;
}

/** Stands before every word, to ask what a heading says of the dates below it. */
const AFTER_ALL: DateWords = {
  start: 0,
  end: 0,
  year: undefined,
  month: 1,
  day: 1,
  weekday: undefined,
  approximate: false,
  edge: undefined,
};

const known = new WeakMap<Block, readonly Found[]>();

/** Worked out once for each block, which an edit elsewhere leaves as it is. */
function datesOf(block: Block): readonly Found[] {
  let found = known.get(block);
  if (!found) {
    found = block.cells.length ? datesInRow(block) : datesInProse(block);
    known.set(block, found);
  }
  return found;
}

function datesInProse(block: Block): Found[] {
  const normal = normalise(block.text, block.hidden);
  return sentences(normal.text).flatMap(({ start, end }) => {
    const text = normal.text.slice(start, end);
    const dates = dateWordsIn(text);
    return dates.map((date) => ({
      date,
      kind: kindOf(date, text, dates, normal.text),
      span: spanOf(date, normal, start, 0),
    }));
  });
}

/** In a table the head of the column says what a date is, then the cell itself, then the rest of the row. */
function datesInRow(block: Block): Found[] {
  const cells = block.cells.map((cell) => ({ cell, normal: plainPart(block, cell) }));
  return cells.flatMap(({ cell, normal }) => {
    const rest = cells.filter((other) => other.cell !== cell).map((other) => other.normal.text);
    const around = [cell.header, ...cells.map((one) => one.normal.text)].join(" ");
    return sentences(normal.text).flatMap(({ start, end }) => {
      const text = normal.text.slice(start, end);
      const dates = dateWordsIn(text);
      return dates.map((date) => ({
        date,
        kind:
          kindOf({ ...AFTER_ALL, edge: date.edge }, cell.header, [], around) ??
          kindOf(date, text, dates, around) ??
          kindOf(AFTER_ALL, rest.join(" "), [], around),
        span: spanOf(date, normal, start, cell.start),
      }));
    });
  });
}

function spanOf(date: DateWords, normal: Normal, offset: number, by: number): Span {
  return {
    start: by + sourceStart(normal, offset + date.start),
    end: by + sourceEnd(normal, offset + date.end),
  };
}

/** A date whose year is known. */
interface Dated {
  readonly found: Placed;
  readonly year: number;
}

/**
 * Gives each date its year. One that names none stands nearest to a dated neighbour: in its paragraph, in its section,
 * or to the document's own time, which is the year that its dates name most. A day of the week is as good as a year.
 * To be asked in order of the document.
 */
function yearsFor(placed: readonly Placed[], document: Document, year: number | undefined) {
  const said = placed.flatMap((found) => (found.date.year === undefined ? [] : [{ found, year: found.date.year }]));
  const first = homeOf(said);
  const bare = bareYear(document) ?? year;
  const byWeekday = placed.flatMap((found): Dated[] => {
    const { date } = found;
    if (date.year !== undefined || date.weekday === undefined) return [];
    const near = first ? yearNear(date, first) : bare;
    const fits = near === undefined ? undefined : yearOfWeekday(date, near);
    return fits === undefined ? [] : [{ found, year: fits }];
  });
  const dated = [...said, ...byWeekday];
  const home = homeOf(dated);
  /** The day told of last: a timetable goes from each to the next. */
  let before: Dated | undefined;
  return (found: Placed): number | undefined => {
    const own = dated.find((other) => other.found === found);
    const here = dated.filter((other) => other.found.block === found.block);
    const beside = dated.filter((other) => other.found.section === found.section && !other.found.date.approximate);
    const last = before?.found.section === found.section ? before : undefined;
    const anchor = nearest(found, here) ?? last ?? nearest(found, beside) ?? home;
    const year = own?.year ?? (anchor ? yearNear(found.date, anchor) : bare);
    if (year !== undefined && !found.date.approximate) before = { found, year };
    return year;
  };
}

function nearest(found: Placed, others: readonly Dated[]): Dated | undefined {
  let best: Dated | undefined;
  const distance = (other: Dated): number => Math.abs(other.found.span.start - found.span.start);
  for (const other of others) if (!best || distance(other) < distance(best)) best = other;
  return best;
}

/** The first of the dates in the year named most; days tell more than months, and the later of two years stands. */
function homeOf(dated: readonly Dated[]): Dated | undefined {
  const days = dated.filter(({ found }) => !found.date.approximate);
  const telling = days.length ? days : dated;
  const counts = new Map<number, number>();
  for (const { year } of telling) counts.set(year, (counts.get(year) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
  return telling.find(({ year }) => year === most);
}

/** “Plan 2026” and “2026/27”, but not the year of an Act. */
function bareYear({ source }: Document): number | undefined {
  const match = /(?<!\b(?:Acts?|Regulations|Order|Code|Measure|Guidance)(?: \([^)]*\))?,? )\b(20[2-9]\d)\b/.exec(
    source.text,
  );
  return match ? Number(match[1]) : undefined;
}

/** So many months a date may lie before its neighbour and still be in the same run of time; the rest lie after. */
const MONTHS_BACK = 5;

/** The year that puts a date nearest to another, rather after than before it. */
function yearNear({ month }: DateWords, { found, year }: Dated): number {
  const ahead = month - found.date.month;
  if (ahead < -MONTHS_BACK) return year + 1;
  return ahead > 12 - MONTHS_BACK ? year - 1 : year;
}

/** The nearest year in which a day falls on the weekday that it is said to. */
function yearOfWeekday({ month, day, weekday }: DateWords, near: number): number | undefined {
  const candidates = [near, near + 1, near - 1, near + 2, near - 2, near + 3, near - 3, near + 4, near + 5];
  return candidates.find((year) => weekdayOf(year, month, day) === weekday);
}

function isoOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
