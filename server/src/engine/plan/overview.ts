import type { Book } from "../book";
import type { LevelDefinition } from "../definitions";
import type { Document } from "../document";
import { FactTable } from "../fact-table";
import type { Finding, Span, Supply } from "../finding";
import { CONSENSUS, messageOf, type Settings } from "../judge/settings";
import { type Activity, activitiesOf } from "./activities";
import { type CalendarDate, datesIn } from "./calendar";
import { type Decision, decisionsIn } from "./decisions";
import { planOf } from "./plan";

export type { Reached } from "./activities";

/** The whole of a plan at a glance: what people are asked to take part in, who decides, when, and what isn't there yet. */
export interface Overview {
  readonly framework: { readonly id: string; readonly title: string };
  /** False for a document that only writes about participation. */
  readonly isPlan: boolean;
  /** The levels from 0, by the framework's names. */
  readonly levels: readonly NamedLevel[];
  readonly activities: readonly PlannedActivity[];
  readonly decisions: readonly Decision[];
  /** In order of time. */
  readonly dates: readonly CalendarDate[];
  readonly missing: readonly Missing[];
}

export interface NamedLevel {
  readonly level: number;
  readonly name: string;
  readonly means: string;
}

export interface PlannedActivity extends Activity {
  /** Who decides on what comes of it. */
  readonly decides: Decision | undefined;
  /** What taking part would call for and neither the activity nor the plan gives. */
  readonly lacking: readonly Supply[];
}

/** Something that a reader would look for in vain. */
export interface Missing {
  readonly supply: Supply;
  readonly ruleId: string;
  readonly title: string;
  readonly message: string;
  readonly span: Span;
}

/**
 * `findings` are those of the same document, by the same settings: what they call missing is gathered here. `year` is
 * the one that dates stand in where the document names none.
 */
export function overviewOf(
  document: Document,
  book: Book,
  findings: readonly Finding[],
  settings: Settings = CONSENSUS,
  year?: number,
): Overview {
  const framework = book.frameworks.find(({ id }) => id === settings.framework);
  const dates = datesIn(document, year);
  const decisions = decisionsIn(document, book, dates);
  const missing = missingIn(findings, book, settings);
  const { isPlan } = planOf(document, new FactTable(document, book), book);
  return {
    framework: { id: framework?.id ?? settings.framework, title: framework?.title ?? settings.framework },
    isPlan: settings.everything || isPlan !== "no",
    levels: book.levels.map((level) => named(level, framework?.ladder)),
    activities: activitiesOf(document, book).map((activity) => planned(activity, decisions, missing)),
    decisions,
    dates: [...dates].sort((a, b) => a.iso.localeCompare(b.iso) || a.span.start - b.span.start),
    missing,
  };
}

function named({ level, name, means, names }: LevelDefinition, ladder: keyof LevelDefinition["names"] | undefined) {
  return { level, name: (ladder && names[ladder]) ?? name, means };
}

/** What is called missing from the plan is not told of as given: the two would stand one above the other. */
function planned(
  activity: Activity,
  decisions: readonly Decision[],
  missing: readonly { readonly supply: Supply }[],
): PlannedActivity {
  const resourced = activity.resourced.filter((supply) => !missing.some((one) => one.supply === supply));
  const lacking = calledFor(activity.evidenced.level, activity.claimed?.level ?? 0).filter(
    (supply) => !resourced.includes(supply),
  );
  const decides = decisionOn(activity, decisions);
  return { ...activity, resourced, decides, decision: rightOf(activity, decides), lacking };
}

/** A body that decides on what people said is the organisation, unless its name tells of people. */
function rightOf({ decision }: Activity, decides: Decision | undefined): Activity["decision"] {
  if (decision !== "unknown" || !decides) return decision;
  return WITH_PEOPLE.test(decides.who) ? "unknown" : "organisation";
}

const WITH_PEOPLE =
  /\b(?:panel|jury|assembly|members|residents?|tenants?|patients?|people|citizens|you|everyone|steering|community|joint|ballot|referendum|poll|pupils|carers|survivors)\b/i;

/** Who reads or answers needs to be able to; who comes along has costs too; who works with us is paid and taught. */
function calledFor(evidenced: number, claimed: number): readonly Supply[] {
  const level = Math.max(evidenced, claimed);
  if (level <= 2) return ["access"];
  return level === 3 ? ["payment", "expenses", "access"] : ["payment", "expenses", "access", "training"];
}

/** The decision told of in the activity itself, or else the one that the whole plan sets a day for or tells of. */
function decisionOn({ span }: Activity, decisions: readonly Decision[]): Decision | undefined {
  const own = decisions.find((decision) => decision.span.start >= span.start && decision.span.end <= span.end);
  return own ?? only(decisions.filter(({ date }) => date)) ?? only(decisions);
}

/** The first of decisions that all have one decider: of several nobody could say which is meant. */
function only(decisions: readonly Decision[]): Decision | undefined {
  const deciders = new Set(decisions.map(({ who }) => who.toLowerCase()));
  return deciders.size === 1 ? decisions[0] : undefined;
}

/** One entry for each thing that is missing, in the words of the rule about that thing alone where there is one. */
function missingIn(findings: readonly Finding[], book: Book, settings: Settings): Missing[] {
  const known = new Set<Supply>();
  const absences = findings.filter(({ absent }) => absent).sort((a, b) => a.absent!.length - b.absent!.length);
  return absences.flatMap((finding) =>
    finding.absent!.flatMap((supply) => {
      if (known.has(supply)) return [];
      known.add(supply);
      const rule =
        book.rules.find(({ absent }) => absent?.length === 1 && absent[0] === supply) ??
        book.rules.find(({ id }) => id === finding.ruleId)!;
      return [
        { supply, ruleId: rule.id, title: rule.title, message: messageOf(rule, settings, book), span: finding.span },
      ];
    }),
  );
}
