import type { PlanDate, PlanView } from "../plan-view";
import type { Say } from "./say";
import { dayInWords } from "./telling";

/** A day of the plan with all that it is named for. */
export interface Day {
  readonly iso: string;
  readonly approximate: boolean;
  readonly kind: PlanDate["kind"];
  /** Who decides, for a decision of which the plan says so. */
  readonly who: string | undefined;
  readonly ranges: readonly PlanDate["place"]["range"][];
}

/** The days in order of time. A day that is named twice for the same thing is told once. */
export function daysOf({ dates, decisions }: PlanView): Day[] {
  const days = new Map<string, Day>();
  const add = (day: Day) => {
    const key = `${day.iso} ${day.kind} ${day.approximate}`;
    const same = days.get(key);
    days.set(key, same ? { ...same, who: same.who ?? day.who, ranges: [...same.ranges, ...day.ranges] } : day);
  };
  for (const { iso, approximate, kind, place } of dates)
    add({ iso, approximate, kind, who: undefined, ranges: [place.range] });
  for (const { date, who, place } of decisions)
    if (date) add({ iso: date, approximate: isApproximate(date, dates), kind: "decision", who, ranges: [place.range] });
  return [...days.values()].sort((a, b) => a.iso.localeCompare(b.iso));
}

function isApproximate(iso: string, dates: readonly PlanDate[]): boolean {
  const same = dates.filter((date) => date.iso === iso);
  return same.length > 0 && same.every(({ approximate }) => approximate);
}

/** A month that is named for what a day in it is named for too says nothing more. */
export function withoutVagueTwins(days: readonly Day[]): Day[] {
  const isTwin = (vague: Day, day: Day) =>
    !day.approximate && day.kind === vague.kind && day.iso.slice(0, 7) === vague.iso.slice(0, 7);
  return days.filter((day) => !day.approximate || !days.some((other) => isTwin(day, other)));
}

/** The last day on which something is decided: what comes after it can no longer change anything. */
export function lastDecision(days: readonly Day[]): Day | undefined {
  return days.filter(({ kind }) => kind === "decision").at(-1);
}

const ASKING: readonly Day["kind"][] = ["opens", "closes", "event"];

/** The days on which people are still asked when all is decided. */
export function askedTooLate(days: readonly Day[]): Day[] {
  const decision = lastDecision(days);
  return decision ? days.filter((day) => ASKING.includes(day.kind) && isAfter(day, decision)) : [];
}

/** A month is after a day only where all of it is. */
function isAfter(day: Day, decision: Day): boolean {
  const length = day.approximate || decision.approximate ? "2026-06".length : "2026-06-12".length;
  return day.iso.slice(0, length) > decision.iso.slice(0, length);
}

const KINDS: Readonly<Record<Day["kind"], string>> = {
  opens: "opens",
  closes: "closes",
  event: "event",
  decision: "decision",
  feedback: "answer",
  other: "a date",
};

export function kindInWords({ kind, who }: Day, say: Say): string {
  return who ? say("decision: {0}", who) : say(KINDS[kind]);
}

export function lateInWords(days: readonly Day[], say: Say): string {
  const decision = lastDecision(days);
  const late = askedTooLate(days);
  if (!decision || late.length === 0) return "";
  const told = [...new Set(late.map((day) => dayInWords(day.iso, say, day)))];
  return say(
    "People are still asked after the decision of {0}: {1}.",
    dayInWords(decision.iso, say, decision),
    told.join(", "),
  );
}

/** Days since the epoch, which every platform counts alike. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}
