import type { Day } from "./calendar";
import { kindInWords } from "./calendar";
import { MARGIN, type Pen } from "./shapes";
import { dayInWords } from "./telling";
import { widthOf, wrap } from "./text-width";

export const DATE = { size: 11.5, bold: true, class: "ink" };
export const KIND = { size: 11, class: "quiet" };
/** Room that the last flag needs to the right of its pole. */
export const FLAG_ROOM = 112;
const GAP = 5;

/** Words on a pole: they begin at the pole and run to the right, so that no pole crosses words. */
export interface Flag {
  /** What happens on that day; more than one thing may. */
  readonly days: readonly Day[];
  readonly date: string;
  readonly kind: string;
  readonly x: number;
  readonly width: number;
  /** How far from the line of time, in flags. */
  readonly lane: number;
}

/**
 * Plants the flags from the last to the first, each as near to the line as it may. A pole keeps the flags before it out
 * of the lanes that it passes through.
 */
export function plant(days: readonly Day[], xOf: (iso: string) => number, pen: Pen): Flag[] {
  const begins: number[] = [];
  const groups = byDay(days);
  const yearOf = (group: readonly Day[] | undefined) => group?.[0]?.iso.slice(0, 4);
  // A year is told once, where it begins, so that flags are narrow and stay near to the line.
  const told = groups.map((group, index) => ({ group, year: yearOf(group) !== yearOf(groups[index - 1]) }));
  const flags = told.reverse().map(({ group, year }) => {
    const flag = flagOf(group, year, xOf(group[0]!.iso), pen);
    const free = begins.findIndex((begin) => flag.x + flag.width <= begin);
    const lane = free < 0 ? begins.length : free;
    for (let passed = 0; passed <= lane; passed++) begins[passed] = flag.x - GAP;
    return { ...flag, lane };
  });
  return flags.reverse();
}

function byDay(days: readonly Day[]): Day[][] {
  const groups = new Map<string, Day[]>();
  for (const day of days) {
    const key = `${day.iso} ${day.approximate}`;
    groups.set(key, [...(groups.get(key) ?? []), day]);
  }
  return [...groups.values()];
}

function flagOf(days: readonly Day[], year: boolean, x: number, pen: Pen): Omit<Flag, "lane"> {
  const { iso, approximate } = days[0]!;
  const room = pen.width - MARGIN - x;
  const date = dayInWords(iso, pen.say, { approximate, short: true, year });
  const told = days.map((day) => kindInWords(day, pen.say)).join(", ");
  const kind = wrap(told, KIND, Math.max(FLAG_ROOM - 2 * GAP, Math.min(room, 240) - 2 * GAP), 1)[0] ?? "";
  return { days, date, kind, x, width: Math.max(widthOf(date, DATE), widthOf(kind, KIND)) + 2 * GAP };
}

export const lanesOf = (flags: readonly Flag[]): number => Math.max(0, ...flags.map(({ lane }) => lane + 1));
