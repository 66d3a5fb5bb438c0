import type { CodeLens } from "vscode-languageserver";
import type { PlanActivity, PlanDate, PlanView } from "./plan-view";

/** What the client may do when a line above an activity is clicked; a client that has no such command shows words only. */
export const SHOW_PARTICIPATION = "engagementLint.participation.focus";

/** One line above each activity: “Consult · Cabinet decides 12 June · no payment, access stated”. */
export function codeLenses(view: PlanView, thisYear: number, commands: ReadonlySet<string>): CodeLens[] {
  if (!view.isPlan) return [];
  const command = commands.has(SHOW_PARTICIPATION) ? SHOW_PARTICIPATION : "";
  return view.activities.map((activity) => {
    const { start } = activity.range;
    return {
      range: { start, end: { line: start.line, character: start.character + 1 } },
      command: { title: summaryOf(activity, view.dates, thisYear), command },
    };
  });
}

/** An activity in one line. */
export function summaryOf(activity: PlanActivity, dates: readonly PlanDate[], thisYear: number): string {
  return [levelIn(activity), decisionIn(activity, dates, thisYear), suppliesIn(activity)].filter(Boolean).join(" · ");
}

function levelIn({ claimed, evidenced }: PlanActivity): string {
  return claimed && claimed.level > evidenced.level
    ? `${claimed.name} claimed, ${evidenced.name} borne out`
    : evidenced.name;
}

function decisionIn({ decides }: PlanActivity, dates: readonly PlanDate[], thisYear: number): string {
  if (!decides) return "";
  const verb = MANY.test(decides.who) ? "decide" : "decides";
  const when = decides.date ? ` ${dayInWords(decides.date, dates, thisYear)}` : "";
  return `${decides.who} ${verb}${when}`;
}

/** Who takes a verb without its “s”. */
const MANY = /(?:[^s’']s|people|you|we|children|and .+)$/i;

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** “12 June”, with its year where that is another than this one; the month alone where no day was named. */
export function dayInWords(iso: string, dates: readonly PlanDate[], thisYear: number): string {
  const [year, month, day] = iso.split("-").map(Number);
  const vague = dates.some((date) => date.iso === iso && date.approximate);
  const exact = dates.some((date) => date.iso === iso && !date.approximate);
  const words = [vague && !exact ? undefined : day, MONTHS[month! - 1], year === thisYear ? undefined : year];
  return words.filter((word) => word !== undefined).join(" ");
}

/** What taking part depends on: first what isn't stated, then what is. */
const TOLD = ["payment", "expenses", "access", "training"] as const;

function suppliesIn({ resourced, lacking }: PlanActivity): string {
  const stated = TOLD.filter((supply) => resourced.includes(supply));
  const none = TOLD.filter((supply) => lacking.includes(supply)).map((supply) => `no ${supply}`);
  return [...none, ...(stated.length ? [`${list(stated)} stated`] : [])].join(", ");
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}
