import type { PlanActivity, PlanView } from "../plan-view";
import type { Say } from "./say";

/** What the picture and its text alternative say of a plan in the same words. */

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** A day as people write it. One that is known by its month only is told as a month. */
export function dayInWords(
  iso: string,
  say: Say,
  { approximate = false, short = false, year: tellsYear = true } = {},
): string {
  const [year, month, day] = iso.split("-").map(Number);
  const name = say(MONTHS[month! - 1] ?? "");
  const written = short ? [...name].slice(0, 3).join("") : name;
  return [approximate ? "" : String(day), written, tellsYear ? String(year) : ""].filter(Boolean).join(" ");
}

/** Above zero where the words claim more than the plan shows, below it where they claim less. */
export function distance({ claimed, evidenced }: PlanActivity): number {
  return claimed ? claimed.level - evidenced.level : 0;
}

export function claimInWords({ claimed }: PlanActivity, say: Say): string {
  return claimed ? say("The words claim: {0}.", claimed.name) : say("The words claim no level.");
}

export function showsInWords({ evidenced }: PlanActivity, say: Say): string {
  return say("The plan shows: {0}.", evidenced.name);
}

export function distanceInWords(activity: PlanActivity, say: Say): string {
  const rungs = distance(activity);
  if (!activity.claimed) return "";
  if (rungs === 0) return say("The plan bears the words out.");
  return rungs > 0 ? say("The words go further than the plan.") : say("The plan goes further than the words.");
}

export function decidesInWords(activity: PlanActivity, dates: PlanView["dates"], say: Say): string {
  const { decides, decision } = activity;
  if (decides?.date) return say("Decides: {0}, {1}.", decides.who, decisionDay(decides.date, dates, say));
  if (decides) return say("Decides: {0}.", decides.who);
  if (decision === "people") return say("The people who take part decide.");
  if (decision === "shared") return say("Decided together.");
  if (decision === "organisation") return say("The organisation decides.");
  return isDecisionSaid(activity) ? say("Who decides is said.") : say("Who decides isn't said.");
}

/** A decision “in March” has a day to be put in order by, which nobody said and nobody must be told. */
export function decisionDay(iso: string, dates: PlanView["dates"], say: Say): string {
  const same = dates.filter((date) => date.iso === iso);
  const approximate = same.length > 0 && same.every((date) => date.approximate);
  return dayInWords(iso, say, { approximate });
}

export const isDecisionSaid = ({ decides, decision, resourced }: PlanActivity): boolean =>
  decides !== undefined || decision !== "unknown" || resourced.includes("decision-maker");

/** What a plan can supply, in the order that it is drawn in. */
const SUPPLIES: Readonly<Record<string, string>> = {
  payment: "Payment",
  expenses: "Expenses",
  access: "Access",
  training: "Training",
  participants: "Who takes part",
  recruitment: "How they are found",
  scope: "What can change",
  reasons: "Reasons",
  timetable: "Timetable",
  "decision-maker": "Decision-maker",
  feedback: "An answer",
  evaluation: "Looking back",
  equality: "Who is affected",
};

export function supplyInWords(supply: string, say: Say): string {
  return say(SUPPLIES[supply] ?? supply);
}

/** The supplies that the plan gives or lacks anywhere, so that every activity can be asked of each. */
export function suppliesIn({ activities }: PlanView): string[] {
  const named = new Set(activities.flatMap(({ resourced, lacking }) => [...resourced, ...lacking]));
  const known = Object.keys(SUPPLIES).filter((supply) => named.has(supply));
  return [...known, ...[...named].filter((supply) => !(supply in SUPPLIES)).sort()];
}

export function namesOf(supplies: readonly string[], say: Say): string {
  return supplies.map((supply) => supplyInWords(supply, say)).join(", ");
}

/** Who decides is told by itself. */
export function suppliesInWords({ resourced, lacking }: PlanActivity, say: Say): string[] {
  const given = resourced.filter((supply) => supply !== "decision-maker");
  return [
    given.length ? say("In the plan: {0}.", namesOf(given, say)) : say("Nothing is stated for those who take part."),
    ...(lacking.length ? [say("Not found: {0}.", namesOf(lacking, say))] : []),
  ];
}

/** Where there is nothing to take part in, nothing can be missing from it: that is no praise. */
export function nothingMissing({ activities }: PlanView, say: Say): string {
  return activities.length ? say("Nothing that was looked for is missing.") : say("Nothing is looked for here yet.");
}

/** One sentence for the whole. */
export function summary({ activities, isPlan }: PlanView, say: Say): string {
  if (!isPlan) return say("This text doesn't read as a plan, so it isn't judged as one.");
  const further = activities.filter((activity) => distance(activity) > 0).length;
  const claiming = activities.filter(({ claimed }) => claimed).length;
  if (activities.length === 0) return say("Nothing that people can take part in is described yet.");
  if (claiming === 0) return say("No activity claims a level; the rungs are those that the plan shows.");
  if (further === 0) return say("Wherever an activity claims a level, the plan bears it out.");
  if (further === 1) return say("In one activity the words go further than the plan.");
  return say("In {0} activities the words go further than the plan.", further);
}

/** What the document is called, as far as its address tells. */
export function nameOf({ uri }: PlanView): string {
  const last = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
