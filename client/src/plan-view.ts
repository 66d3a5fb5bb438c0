import type { Range } from "vscode-languageclient";

/** What the server tells of a plan. The server's own copy of these types stands in server/src/lsp/plan-view.ts. */

/** Asks for the plan that a document describes; null where the server doesn't have it open. */
export const PLAN_REQUEST = "engagementLint/plan";

/** Comes after each reading of a document, once a plan was asked for. */
export const PLAN_CHANGED = "engagementLint/planChanged";

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
  readonly decision: "organisation" | "shared" | "people" | "unknown";
  readonly decides?: { readonly who: string; readonly place: Place; readonly date?: string };
  readonly stages: readonly string[];
  readonly resourced: readonly string[];
  readonly lacking: readonly string[];
}

export interface PlanDecision {
  readonly who: string;
  readonly place: Place;
  /** As in 2026-06-12. */
  readonly date?: string;
  readonly words: string;
}

export interface PlanDate {
  /** As in 2026-06-12: the first day of what is named, or the last where the words speak of its end. */
  readonly iso: string;
  /** The words name a month or a season, not a day. */
  readonly approximate: boolean;
  readonly words: string;
  readonly kind: "opens" | "closes" | "event" | "decision" | "feedback" | "other";
  readonly place: Place;
}

export interface PlanMissing {
  readonly supply: string;
  readonly ruleId: string;
  readonly title: string;
  readonly message: string;
  readonly range: Range;
}
