import type { PlanActivity, PlanView } from "../../client/src/plan-view";

const at = (line: number, start = 0, end = 20) => ({
  start: { line, character: start },
  end: { line, character: end },
});
const place = (line: number, text: string) => ({ range: at(line, 0, text.length), text });

const NAMES = ["Non-participation", "Inform", "Consult", "Involve", "Co-design", "Co-produce", "People-led"];
const reached = (level: number, line: number) => ({ level, name: NAMES[level]!, because: [place(line, "words")] });

/** Says that people co-produce and asks them once: the claim stands three rungs above what is shown. */
export const SURVEY: PlanActivity = {
  name: "The survey",
  range: at(10),
  claimed: reached(5, 11),
  evidenced: reached(2, 12),
  decision: "organisation",
  decides: { who: "the Cabinet", place: place(40, "The Cabinet decides"), date: "2026-06-12" },
  stages: [],
  resourced: ["access"],
  lacking: ["payment"],
};

export const PANEL: PlanActivity = {
  name: "The panel",
  range: at(20),
  claimed: reached(4, 21),
  evidenced: reached(4, 22),
  decision: "unknown",
  stages: ["design"],
  resourced: ["access", "payment"],
  lacking: [],
};

/** A plan with a claim that isn't borne out, one that is, and a decision that comes before the answers are in. */
export function aPlanView(changes: Partial<PlanView> = {}): PlanView {
  return {
    uri: "file:///plans/riverside%20plan.md",
    version: 1,
    framework: { id: "consensus", title: "Consensus" },
    isPlan: true,
    levels: NAMES.map((name, level) => ({ level, name, means: `What ${name} means.` })),
    activities: [SURVEY, PANEL],
    decisions: [{ who: "the Cabinet", place: place(40, "The Cabinet decides"), date: "2026-06-12", words: "decides" }],
    dates: [
      { iso: "2026-05-01", approximate: false, words: "1 May", kind: "opens", place: place(30, "1 May") },
      { iso: "2026-06-12", approximate: false, words: "12 June", kind: "decision", place: place(40, "12 June") },
      { iso: "2026-06-30", approximate: false, words: "30 June", kind: "closes", place: place(31, "30 June") },
    ],
    missing: [
      {
        supply: "payment",
        ruleId: "payment-missing",
        title: "Nothing is said about payment",
        message: "State the rate.",
        range: at(0),
      },
    ],
    ...changes,
  };
}
