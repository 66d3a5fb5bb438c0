import type { Concern, Family, Severity, Supply } from "./finding";
import type { GuardName } from "./reading/guards";

/** A named list of words and short phrases, written `{name}` in phrases. */
export interface WordList {
  readonly name: string;
  readonly title: string;
  readonly entries: readonly string[];
}

export const STAGES = ["agenda", "design", "decide", "deliver", "evaluate"] as const;
export type Stage = (typeof STAGES)[number];

/** Who holds a decision. */
export const DECISION_RIGHTS = ["organisation", "shared", "people"] as const;
export type DecisionRight = (typeof DECISION_RIGHTS)[number];

/** Something that a sentence may say: a claim, an ask, a decision, something given in return. */
export interface FactDefinition {
  readonly name: string;
  readonly title: string;
  readonly find: readonly string[];
  /** Phrases that undo the fact when they stand in the same sentence. */
  readonly unless: readonly string[];
  /** Guards that do not silence this fact. */
  readonly despite: readonly GuardName[];
  /** What a plan supplies when the fact is satisfied. */
  readonly supplies?: Supply;
  /** What a plan says in so many words that it won't supply. */
  readonly refuses?: Supply;
  /** The level of participation, 0 to 6, that the fact is evidence of. */
  readonly level?: number;
  /** The level that the fact claims by name. */
  readonly claims?: number;
  /** The stage of the work at which people take part. */
  readonly stage?: Stage;
  readonly decides?: DecisionRight;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

export type Unit = "sentence" | "block" | "section" | "document";
export const UNITS: readonly Unit[] = ["sentence", "block", "section", "document"];

/** True where one of its facts, phrases or senses holds within the unit around the place in question. */
export interface Condition {
  readonly facts: readonly string[];
  readonly within: Unit;
  /** For the condition `sense`: the learned reader must be at least this sure. */
  readonly sense?: SenseCondition;
  /** For the condition `below`: the activity around the place bears out a level at least so far below the one claimed. */
  readonly below?: number;
  /** What to say of the place that meets the condition, shown beside the finding. */
  readonly says?: string;
}

export interface SenseCondition {
  readonly concern: Concern;
  /** How sure, from 0 to 1. */
  readonly least: number;
}

/** One way in which a rule finds its fault. */
export interface Clause {
  readonly facts: readonly string[];
  readonly with: readonly Condition[];
  readonly unless: readonly Condition[];
  readonly despite: readonly GuardName[];
  readonly level?: Severity;
}

export interface FixDefinition {
  readonly title: string;
  readonly safe: boolean;
  /** Puts this in place of what was found. */
  readonly replace?: string;
  /** Puts other words in place of those found, with the same inflection: `co-produce: consult on`. */
  readonly swap?: Readonly<Record<string, string>>;
  /** Adds this after the sentence. */
  readonly insert?: string;
}

export interface Example {
  /** The text without its marks. */
  readonly text: string;
  /** Where the finding must stand; undefined for a text that must pass. */
  readonly span?: { readonly start: number; readonly end: number };
  /** The text after the first fix. */
  readonly fixed?: string;
  /** The line in the rule's file, from 1. */
  readonly line: number;
}

export interface RuleDefinition {
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  readonly concern?: Concern;
  readonly absent?: readonly Supply[];
  readonly level: Severity | "off";
  readonly message: string;
  /** Said instead where a plan refuses in so many words what the rule misses. */
  readonly refused?: string;
  readonly why: string;
  readonly sources: readonly string[];
  readonly disagree?: string;
  readonly find: readonly Clause[];
  readonly unless: readonly Condition[];
  /** What to set beside a finding where the document has it. It decides nothing. */
  readonly beside: readonly Condition[];
  /** Raised once for a document, at the first place. */
  readonly once: boolean;
  /** The concern that the learned reader may suspect where no phrase was found, as a hint. */
  readonly suspects?: Concern;
  readonly fixes: readonly FixDefinition[];
  readonly examples: readonly Example[];
  /** Facts that stand in the rule's own file, as phrases. */
  readonly ownFacts: readonly FactDefinition[];
}

/** What one of the field's sources holds to: a team chooses the one that it works by. */
export interface FrameworkDefinition {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Whose names for the levels are used. */
  readonly ladder: Ladder | undefined;
  /** Where it weighs a rule otherwise than the rule itself says. */
  readonly levels: Readonly<Record<string, Severity | "off">>;
  /** Where it would say something else to the author. */
  readonly messages: Readonly<Record<string, string>>;
}

export const LADDERS = ["plain", "arnstein", "iap2", "tlap", "peoplehub", "nhse", "scie", "hart"] as const;
export type Ladder = (typeof LADDERS)[number];

/** One level of participation, and what each ladder calls it. */
export interface LevelDefinition {
  readonly level: number;
  readonly name: string;
  readonly means: string;
  readonly names: Readonly<Partial<Record<Ladder, string>>>;
}

export interface Definitions {
  readonly lists: readonly WordList[];
  readonly facts: readonly FactDefinition[];
  readonly rules: readonly RuleDefinition[];
  readonly frameworks: readonly FrameworkDefinition[];
  /** Added to a framework: a nation, a sector, a lens. */
  readonly overlays: readonly FrameworkDefinition[];
  readonly levels: readonly LevelDefinition[];
}

/** Something wrong in a file of the rulebook, named so that it can be mended. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Where the words in question end, if that is on the same line. */
  readonly endColumn?: number;
  readonly message: string;
}
