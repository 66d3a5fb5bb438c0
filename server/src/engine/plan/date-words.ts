import type { Span } from "../finding";

/** Words that name a day, a month or a season, as they stand in a plain text. */
export interface DateWords extends Span {
  readonly year: number | undefined;
  /** From 1. */
  readonly month: number;
  /** The day named; where none is, the day that stands for the month. */
  readonly day: number;
  /** From Sunday, 0; undefined where the words name no day of the week. */
  readonly weekday: number | undefined;
  /** Names a month or a season, not a day. */
  readonly approximate: boolean;
  /** It begins or ends a stretch of time: “from 3 June to 1 July”. */
  readonly edge: "from" | "to" | undefined;
}

const MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec";
const MONTH_STARTS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const WEEKDAYS = "sun mon tue wed thu fri sat".split(" ");
const SEASON_MONTHS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

const TH = "(?:st|nd|rd|th)?";
const WEEKDAY = "(?:(Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\\s+(?:the\\s+)?)?";
/** “3 to ”, “12, 14 and ”: other days of the same month. */
const MORE_DAYS = `((?:\\d{1,2}${TH}\\s*(?:,|and|&|to|until|or|-|–|—)\\s*)*)`;
/** The stop of a short form, but not the one that ends a sentence. */
const STOP = "(?:\\.(?=\\s\\d))?";
const YEAR = "(?:,?\\s+(\\d{4})(?!\\d))?";

const DAY_MONTH = new RegExp(
  `(?<![\\d/.,£$-])\\b${WEEKDAY}${MORE_DAYS}(\\d{1,2})${TH}(?:\\s+of)?\\s+(${MONTHS})\\b${STOP}${YEAR}`,
  "gi",
);
const MONTH_DAY = new RegExp(
  `\\b(${MONTHS})\\b${STOP}\\s+(\\d{1,2})(?:(?:st|nd|rd|th)\\b${YEAR}|,?\\s+(20\\d{2})(?!\\d))`,
  "gi",
);
const FIGURES =
  /(?<![\d/.-])(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))(?![\d/-])/g;
const MONTH = new RegExp(
  `(?:(?:the\\s+)?(end|close|start|beginning|middle)\\s+of\\s+|\\b(early|mid|late)[\\s-]+)?\\b(${MONTHS})\\b${STOP}(?:\\s+(20\\d{2})(?!\\d))?`,
  "gi",
);
const SEASON = /\b(spring|summer|autumn|winter)\s+(20\d{2})(?!\d)/gi;
/** Words after which a bare name is a month: “in March”. */
const BEFORE_MONTH =
  /\b(?:in|by|during|until|till|from|since|before|after|to|through|between|and|next|this|last|each|every|of)\s+$/i;

/** The dates that a plain text names, in order. */
export function dateWordsIn(text: string): DateWords[] {
  if (!/\d|\b(?:mid|early|late|end|in|by)\b/i.test(text)) return [];
  const taken: DateWords[] = [];
  for (const found of [figures(text), dayMonths(text), monthDays(text), months(text), seasons(text)]) {
    for (const group of found) {
      const overlaps = taken.some((other) => other.start < group[0]!.end && group[0]!.start < other.end);
      if (!overlaps) taken.push(...group);
    }
  }
  return yearsShared(
    edges(
      text,
      taken.sort((a, b) => a.start - b.start || orderOf(a) - orderOf(b)),
    ),
  );
}

/** Dates with the same words stand in the order of their days. */
function orderOf({ month, day }: DateWords): number {
  return month * 31 + day;
}

function figures(text: string): DateWords[][] {
  return [...text.matchAll(FIGURES)].flatMap((match) => {
    const [, isoYear, isoMonth, isoDay, slashDay, slashMonth, slashYear, dotDay, dotMonth, dotYear] = match;
    const year = Number(isoYear ?? slashYear ?? dotYear);
    const day = Number(isoDay ?? slashDay ?? dotDay);
    const month = Number(isoMonth ?? slashMonth ?? dotMonth);
    return dates(match, [day], { year: year < 100 ? 2000 + year : year, month });
  });
}

function dayMonths(text: string): DateWords[][] {
  return [...text.matchAll(DAY_MONTH)].flatMap((match) => {
    const [, weekday, more, day, month, year] = match;
    if (!isMonthName(month!)) return [];
    const others = [...(more ?? "").matchAll(/\d+/g)].map(([number]) => Number(number));
    const joined = /(?:to|until|-|–|—)\s*$/i.test(more ?? "");
    return dates(match, [...others, Number(day)], {
      year: year ? Number(year) : undefined,
      month: monthOf(month!),
      ...(weekday ? { weekday: WEEKDAYS.indexOf(weekday.slice(0, 3).toLowerCase()) } : {}),
      ...(joined ? { joined } : {}),
    });
  });
}

function monthDays(text: string): DateWords[][] {
  return [...text.matchAll(MONTH_DAY)].flatMap((match) => {
    const [, month, day, year, otherYear] = match;
    if (!isMonthName(month!)) return [];
    const named = year ?? otherYear;
    return dates(match, [Number(day)], { year: named ? Number(named) : undefined, month: monthOf(month!) });
  });
}

function months(text: string): DateWords[][] {
  return [...text.matchAll(MONTH)].flatMap((match) => {
    const [whole, partOf, part, name, year] = match;
    if (!isMonthName(name!) || name![0] !== name![0]!.toUpperCase()) return [];
    const alone = text.trim() === whole.trim();
    if (!year && !partOf && !part && !alone && !BEFORE_MONTH.test(text.slice(0, match.index))) return [];
    const month = monthOf(name!);
    const number = year ? Number(year) : undefined;
    const day = dayFor((partOf ?? part ?? "").toLowerCase(), month, number);
    return dates(match, [day], { year: number, month, approximate: true });
  });
}

function dayFor(part: string, month: number, year: number | undefined): number {
  if (part === "end" || part === "close") return daysIn(month, year ?? 2001);
  if (part === "late") return 21;
  return part === "mid" || part === "middle" ? 15 : 1;
}

function seasons(text: string): DateWords[][] {
  return [...text.matchAll(SEASON)].flatMap((match) =>
    dates(match, [1], { year: Number(match[2]), month: SEASON_MONTHS[match[1]!.toLowerCase()]!, approximate: true }),
  );
}

interface Named {
  readonly year: number | undefined;
  readonly month: number;
  readonly weekday?: number;
  readonly approximate?: boolean;
  /** The last two days are the ends of a stretch. */
  readonly joined?: boolean;
}

/** The dates that one match names: none at all where one of them is no day of any calendar. */
function dates(match: RegExpMatchArray, days: readonly number[], named: Named): DateWords[][] {
  const { year, month, weekday, approximate = false, joined = false } = named;
  const real = days.every((day) => day >= 1 && month >= 1 && month <= 12 && day <= daysIn(month, year ?? 2000));
  if (!real || (year !== undefined && (year < 1990 || year > 2100))) return [];
  const start = match.index! + (match[0].length - match[0].trimStart().length);
  const end = match.index! + match[0].trimEnd().length;
  return [
    days.map((day, at) => ({
      start,
      end,
      year,
      month,
      day,
      // “Tuesday 12, 14 and 19 June” says only of the first which day it is.
      weekday: at === 0 ? weekday : undefined,
      approximate,
      edge:
        joined && at >= days.length - 2 ? (at === days.length - 1 ? ("to" as const) : ("from" as const)) : undefined,
    })),
  ];
}

/** The verbs “may” and “march” are no months, nor is a word in small letters that is only like one. */
function isMonthName(name: string): boolean {
  return name[0] === name[0]!.toUpperCase() || (name.length > 4 && name !== "march");
}

function monthOf(name: string): number {
  return MONTH_STARTS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reckoned here rather than by the machine's own dates, so that nothing in the engine could ask it for today. */
export function daysIn(month: number, year: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : DAYS_IN[month - 1]!;
}

/** The day of the week, Sunday being 0: every year shifts it by one, every leap year by one more. */
export function weekdayOf(year: number, month: number, day: number): number {
  const before = year - 1;
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + day;
  for (let earlier = 1; earlier < month; earlier++) days += daysIn(earlier, year);
  return days % 7;
}

/** Two dates with nothing but “to”, “until” or a dash between them, or “between … and …”. */
function edges(text: string, dates: readonly DateWords[]): DateWords[] {
  const edged = [...dates];
  edged.forEach((date, at) => {
    const next = edged[at + 1];
    if (!next || next.start < date.end) return;
    const between = text.slice(date.end, next.start);
    const joined =
      /^\s*(?:to|until|till|through|-|–|—)\s*(?:the\s+)?$/i.test(between) ||
      (/^\s*and\s*$/i.test(between) && /\bbetween\s+(?:the\s+)?$/i.test(text.slice(0, date.start)));
    if (!joined) return;
    edged[at] = { ...date, edge: "from" };
    edged[at + 1] = { ...next, edge: "to" };
  });
  return edged;
}

/** The first end of a stretch has the year of its second, or the one before: “December to January 2027”. */
function yearsShared(dates: readonly DateWords[]): DateWords[] {
  return dates.map((date, at) => {
    const next = dates[at + 1];
    if (date.year !== undefined || date.edge !== "from" || next?.year === undefined) return date;
    return { ...date, year: date.month > next.month ? next.year - 1 : next.year };
  });
}
