import type { Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DecisionRight, Stage } from "../engine/definitions";
import type { Span, Supply } from "../engine/finding";
import type { DateKind } from "../engine/plan/calendar";
import type { Overview, Reached } from "../engine/plan/overview";
import type { Say } from "../words/say";

/**
 * The plan at a glance, as it goes to the client: who is asked to take part in what, who decides when, what is given
 * and what is not yet there. The client's copy of these types stands in client/src/plan-view.ts.
 */

/** A request of our own: the plan that a document describes, in its newest version; null where it is not open. */
export const PLAN_REQUEST = "engagementLint/plan";

/** A notice of our own, sent to clients that have asked for a plan: a document was read anew, so ask again. */
export const PLAN_CHANGED = "engagementLint/planChanged";

export interface PlanParams {
  readonly uri: string;
}

export interface PlanChangedParams {
  readonly uri: string;
  readonly version: number;
}

export interface PlanView {
  readonly uri: string;
  readonly version: number;
  readonly framework: { readonly id: string; readonly title: string };
  /** False for a document that only writes about participation. */
  readonly isPlan: boolean;
  /** The seven levels, the lowest first, by the framework's names. */
  readonly levels: readonly PlanLevel[];
  readonly activities: readonly PlanActivity[];
  readonly decisions: readonly PlanDecision[];
  /** In order of time. */
  readonly dates: readonly PlanDate[];
  readonly missing: readonly PlanMissing[];
}

export interface Place {
  readonly range: Range;
  readonly text: string;
}

export interface PlanLevel {
  readonly level: number;
  readonly name: string;
  readonly means: string;
}

export interface PlanReached {
  readonly level: number;
  readonly name: string;
  readonly because: readonly Place[];
}

export interface PlanActivity {
  readonly name: string;
  readonly range: Range;
  readonly claimed?: PlanReached;
  readonly evidenced: PlanReached;
  readonly decision: DecisionRight | "unknown";
  readonly decides?: { readonly who: string; readonly place: Place; readonly date?: string };
  readonly stages: readonly Stage[];
  readonly resourced: readonly Supply[];
  readonly lacking: readonly Supply[];
}

export interface PlanDecision {
  readonly who: string;
  readonly place: Place;
  /** As in 2026-06-12. */
  readonly date?: string;
  /** The sentence that says so. */
  readonly words: string;
}

export interface PlanDate {
  /** As in 2026-06-12: the first day of what is named, or the last where the words speak of its end. */
  readonly iso: string;
  /** The words name a month or a season, not a day. */
  readonly approximate: boolean;
  readonly words: string;
  readonly kind: DateKind;
  readonly place: Place;
}

export interface PlanMissing {
  readonly supply: Supply;
  readonly ruleId: string;
  readonly title: string;
  readonly message: string;
  readonly range: Range;
}

/** An overview with lines and columns in place of offsets. */
export function planView(overview: Overview, lines: TextDocument, say: Say): PlanView {
  const rangeOf = ({ start, end }: Span): Range => ({ start: lines.positionAt(start), end: lines.positionAt(end) });
  const placeOf = (span: Span): Place => {
    const range = rangeOf(span);
    return { range, text: oneLine(lines.getText(range)) };
  };
  const reached = ({ level, because }: Reached): PlanReached => ({
    level,
    name: say(overview.levels[level]?.name ?? String(level)),
    because: because.map(placeOf),
  });
  return {
    uri: lines.uri,
    version: lines.version,
    framework: overview.framework,
    isPlan: overview.isPlan,
    levels: overview.levels.map(({ level, name, means }) => ({ level, name: say(name), means: say(means) })),
    activities: overview.activities.map((activity) => ({
      name: activity.name,
      range: rangeOf(activity.span),
      ...(activity.claimed ? { claimed: reached(activity.claimed) } : {}),
      evidenced: reached(activity.evidenced),
      decision: activity.decision,
      ...(activity.decides
        ? {
            decides: {
              who: activity.decides.who,
              place: placeOf(activity.decides.span),
              ...dated(activity.decides.date),
            },
          }
        : {}),
      stages: activity.stages,
      resourced: activity.resourced,
      lacking: activity.lacking,
    })),
    decisions: overview.decisions.map(({ who, span, words, date }) => ({
      who,
      place: placeOf(span),
      words: oneLine(words),
      ...dated(date),
    })),
    dates: overview.dates.map(({ iso, approximate, words, kind, span }) => ({
      iso,
      approximate,
      words: oneLine(words),
      kind,
      place: placeOf(span),
    })),
    missing: overview.missing.map(({ span, ...rest }) => ({ ...rest, range: rangeOf(span) })),
  };
}

function dated(date: string | undefined): { date?: string } {
  return date ? { date } : {};
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}
