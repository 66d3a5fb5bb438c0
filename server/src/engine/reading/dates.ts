import type { Token } from "../text/tokens";

/** A stretch of time that a sentence names, in days, and the words that name it: `from` to `to` (exclusive). */
export interface Duration {
  readonly days: number;
  readonly from: number;
  readonly to: number;
}

const MONTHS = "january february march april may june july august september october november december".split(" ");
const SHORT_MONTHS = "jan feb mar apr may jun jul aug sept oct nov dec".split(" ");
const MONTH_WORDS: ReadonlySet<string> = new Set([...MONTHS, ...SHORT_MONTHS]);
const UNIT_DAYS: ReadonlyMap<string, number> = new Map([
  ["day", 1],
  ["week", 7],
  ["fortnight", 14],
  ["month", 30],
  ["year", 365],
]);

/** A day of the year, near enough to tell how far apart two are: 30.4 days to a month. */
interface Day {
  readonly ordinal: number;
  readonly from: number;
  readonly to: number;
  /** “13–20 October” names two days and one month. */
  readonly day: number;
}

function monthOf(token: Token | undefined): number {
  if (!token || token.value !== undefined || !MONTH_WORDS.has(token.word)) return -1;
  const full = MONTHS.indexOf(token.word);
  // The verb “may” is no month: the month has a capital.
  if (full === 4 && !token.capital) return -1;
  return full >= 0 ? full : token.capital ? SHORT_MONTHS.indexOf(token.word) : -1;
}

function dayNumber(token: Token | undefined): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token?.word ?? "");
  const day = match ? Number(match[1]) : 0;
  return day >= 1 && day <= 31 ? day : undefined;
}

/** The days that a sentence names, such as “14 March” or “1 May 2026”. */
function daysIn(tokens: readonly Token[]): Day[] {
  const days: Day[] = [];
  tokens.forEach((token, at) => {
    const month = monthOf(token);
    if (month < 0) return;
    const day = dayNumber(tokens[at - 1]);
    if (day === undefined) return;
    const year = tokens[at + 1]?.value ?? 0;
    const whole = year >= 2000 && year < 2100;
    days.push({ ordinal: month * 30.4 + day, from: at - 1, to: at + (whole ? 2 : 1), day });
  });
  return days;
}

/** The stretches of time that a sentence names: “six weeks”, “a fortnight”, “1 to 14 May”, “from 3 June until 1 July”. */
export function durationsIn(tokens: readonly Token[]): Duration[] {
  return [...counted(tokens), ...ranges(tokens)];
}

function counted(tokens: readonly Token[]): Duration[] {
  return tokens.flatMap((token, at) => {
    const unit = UNIT_DAYS.get(token.stem);
    if (!unit) return [];
    const before = tokens[at - 1];
    const working = before && /^(?:working|clear|calendar|full|whole)$/.test(before.word);
    const number = working ? tokens[at - 2] : before;
    const count = number?.value ?? (number?.word === "a" || number?.word === "one" ? 1 : undefined);
    if (count === undefined || count > 1000) return [];
    return [{ days: count * unit, from: at - (working ? 2 : 1), to: at + 1 }];
  });
}

/** Two days joined by “to”, “until”, “and” or a dash. */
function ranges(tokens: readonly Token[]): Duration[] {
  const days = daysIn(tokens);
  const found: Duration[] = [];
  days.forEach((day, i) => {
    const shared = dayNumber(tokens[day.from - 1]) ?? dayNumber(tokens[day.from - 2]);
    const between = tokens[day.from - 1];
    const joined =
      between && (dayNumber(between) !== undefined || /^(?:to|until|till|and|through)$/.test(between.word));
    if (shared !== undefined && joined && shared < day.day) {
      found.push({
        days: day.day - shared,
        from: dayNumber(between) === undefined ? day.from - 2 : day.from - 1,
        to: day.to,
      });
    }
    const next = days[i + 1];
    if (!next || next.from - day.to > 4) return;
    const gap = next.ordinal - day.ordinal;
    found.push({ days: Math.round(gap < 0 ? gap + 365 : gap), from: day.from, to: next.to });
  });
  return found;
}

/** Word lists that are worked out rather than written: each is named like a list and used like one in phrases. */
export const COMPUTED_LISTS = [
  "date",
  "days-under-8",
  "days-under-15",
  "days-under-29",
  "days-under-85",
  "long-time",
] as const;

/** The entries of the computed lists in a sentence. */
export function computedHits(
  tokens: readonly Token[],
): { list: (typeof COMPUTED_LISTS)[number]; from: number; to: number }[] {
  const timeless = !tokens.some((token) => monthOf(token) >= 0 || UNIT_DAYS.has(token.stem));
  if (timeless) return [];
  const dates = daysIn(tokens).map(({ from, to }) => ({ list: "date" as const, from, to }));
  return [...dates, ...durationsIn(tokens).map(({ days, from, to }) => ({ list: sizeOf(days), from, to }))];
}

function sizeOf(days: number): (typeof COMPUTED_LISTS)[number] {
  if (days < 8) return "days-under-8";
  if (days < 15) return "days-under-15";
  if (days < 29) return "days-under-29";
  return days < 85 ? "days-under-85" : "long-time";
}
