import type { CodeLens } from "vscode-languageserver";
import type { Say } from "../words/say";
import type { PlanActivity, PlanDate, PlanView } from "./plan-view";
import { either, listed } from "./prose";

/** What the client may do when a line above an activity is clicked; a client that has no such command shows words only. */
export const SHOW_PARTICIPATION = "engagementLint.participation.focus";

/** One line above each activity: “Consult · Cabinet decides 12 June · no payment, access stated”. */
export function codeLenses(view: PlanView, thisYear: number, commands: ReadonlySet<string>, say: Say): CodeLens[] {
  if (!view.isPlan) return [];
  const command = commands.has(SHOW_PARTICIPATION) ? SHOW_PARTICIPATION : "";
  return view.activities.map((activity) => {
    const { start } = activity.range;
    return {
      range: { start, end: { line: start.line, character: start.character + 1 } },
      command: { title: summaryOf(activity, view.dates, thisYear, say), command },
    };
  });
}

/** An activity in one line. */
export function summaryOf(activity: PlanActivity, dates: readonly PlanDate[], thisYear: number, say: Say): string {
  return [levelIn(activity, say), decisionIn(activity, dates, thisYear, say), suppliesIn(activity, say)]
    .filter(Boolean)
    .join(" · ");
}

function levelIn({ claimed, evidenced }: PlanActivity, say: Say): string {
  return claimed && claimed.level > evidenced.level
    ? say("{0} claimed, {1} borne out", claimed.name, evidenced.name)
    : evidenced.name;
}

function decisionIn({ decides }: PlanActivity, dates: readonly PlanDate[], thisYear: number, say: Say): string {
  if (!decides) return "";
  const { who, date } = decides;
  const many = MANY.test(who);
  if (!date) return say(many ? "{0} decide" : "{0} decides", who);
  return say(many ? "{0} decide {1}" : "{0} decides {1}", who, dayInWords(date, dates, thisYear, say));
}

/** Who takes a verb without its “s”. */
const MANY = /(?:[^s’']s|people|you|we|children|and .+)$/i;

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

/** “12 June”, with its year where that is another than this one; the month alone where no day was named. */
export function dayInWords(iso: string, dates: readonly PlanDate[], thisYear: number, say: Say): string {
  const [year, month, day] = iso.split("-").map(Number);
  const vague = dates.some((date) => date.iso === iso && date.approximate);
  const exact = dates.some((date) => date.iso === iso && !date.approximate);
  const words = [
    vague && !exact ? undefined : day,
    say(MONTHS[month! - 1] ?? ""),
    year === thisYear ? undefined : year,
  ];
  return words.filter((word) => word !== undefined).join(" ");
}

/** What taking part depends on: first what isn't stated, then what is. */
const SUPPLIES = ["payment", "expenses", "access", "training"] as const;

function suppliesIn({ resourced, lacking }: PlanActivity, say: Say): string {
  const among = (some: PlanActivity["resourced"]) => SUPPLIES.filter((supply) => some.includes(supply));
  const stated = among(resourced).map((supply) => say(supply));
  const none = among(lacking).map((supply) => say(supply));
  const parts = [
    none.length > 0 && say("no {0}", either(none, say)),
    stated.length > 0 && say("{0} stated", listed(stated, say)),
  ];
  return parts.filter(Boolean).join(", ");
}
