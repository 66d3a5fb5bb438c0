/**
 * The vocabulary that every layer shares. Offsets count UTF-16 code units. Inside a block they are relative to the
 * block; from `Finding` outwards they are offsets into the whole document.
 */

/** A stretch of text: `start` is its first code unit, `end` the one after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Severity = "error" | "warning" | "info" | "hint";

/** From the most to the least serious. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "info", "hint"];

export const FAMILIES = [
  "wording",
  "power",
  "timing",
  "resourcing",
  "tokenism",
  "feedback",
  "inclusion",
  "evidence",
  "law",
] as const;
export type Family = (typeof FAMILIES)[number];

/** What an adviser would raise where it stands. */
export const CONCERNS = [
  "co-word-misused",
  "overpromise",
  "people-wording",
  "vague-step",
  "predetermined",
  "too-late",
  "short-window",
  "unpaid",
  "hedged-support",
  "closed-method",
  "lone-representative",
  "headcount-measure",
  "extractive",
  "narrow-channel",
  "no-answer",
  "legal-overclaim",
] as const;
export type Concern = (typeof CONCERNS)[number];

/** What a reader of the whole plan would look for. */
export const SUPPLIES = [
  "payment",
  "expenses",
  "access",
  "training",
  "decision-maker",
  "scope",
  "feedback",
  "participants",
  "recruitment",
  "timetable",
  "reasons",
  "evaluation",
  "equality",
] as const;
export type Supply = (typeof SUPPLIES)[number];

/** Replaces `span` by `text`; an insertion where the span is empty. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  /** A safe fix changes no meaning and may be applied to many places at once without being looked at. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** Another place that bears on a finding: the evidence beside the claim. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

export interface Finding {
  readonly ruleId: string;
  readonly family: Family;
  readonly concern?: Concern;
  /** For a finding about something missing: what the plan does not supply. */
  readonly absent?: readonly Supply[];
  readonly severity: Severity;
  /** One sentence about the text and one about what to do; at most 160 characters. */
  readonly message: string;
  /** Where it stands in the document. */
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}
