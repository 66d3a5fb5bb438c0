import type { Book } from "../book";
import type { RuleDefinition } from "../definitions";
import { type Family, SEVERITIES, type Severity, type Supply } from "../finding";

/** How a team wants its documents judged. */
export interface Settings {
  readonly framework: string;
  readonly overlays: readonly string[];
  /** What the team itself says of a rule; stronger than any framework. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  /** What the team says to the author instead of the rule's own words. */
  readonly messages: Readonly<Record<string, string>>;
  /** How much a whole family weighs; a rule that the team names itself is not touched. */
  readonly families: Readonly<Partial<Record<Family, Severity | "off">>>;
  /** Terms that the people concerned chose for themselves. */
  readonly accepted: readonly AcceptedTerm[];
  /** What standing policies give to every document, by what they give. */
  readonly policies: Readonly<Partial<Record<PolicyName, Policy>>>;
  readonly context: Context;
  /** Judge documents that don't read as plans too. */
  readonly everything: boolean;
}

/** Findings about wording are silent on this term, since those whom it names chose it. */
export interface AcceptedTerm {
  readonly term: string;
  /** Who chose it. */
  readonly by: string;
  readonly why?: string;
}

/** Where a standing policy can be read. */
export interface Policy {
  readonly link: string;
}

/** What a policy may give, beside the supplies: each stands for a fact that every document then states. */
export const POLICY_FACTS = {
  definition: "co-word-defined",
  "benefits-advice": "benefits-advice",
  "disagreement-route": "disagreement-route",
  "independent-feedback": "outside-voice",
} as const;
export type PolicyName = Supply | keyof typeof POLICY_FACTS;

export const SCALES = ["small", "usual", "large"] as const;

/** What the work is like that the documents are about. */
export interface Context {
  /** A small piece of work is not asked for all that a large one is. */
  readonly scale?: (typeof SCALES)[number];
  /** There was no time: timing is worth knowing of, not a warning. */
  readonly urgent?: boolean;
  /** More is still to be written: what is missing is worth knowing of, not a warning. */
  readonly draft?: boolean;
}

export const CONSENSUS: Settings = {
  framework: "consensus",
  overlays: [],
  rules: {},
  messages: {},
  families: {},
  accepted: [],
  policies: {},
  context: {},
  everything: false,
};

/**
 * How much a rule weighs: the team's word on the rule, then on its family; else the overlays' (the last first), the
 * framework's, the rule's own, softened by what the work is like.
 */
export function levelOf(rule: RuleDefinition, settings: Settings, book: Book): Severity | "off" {
  const own = ownLevelOf(rule, settings);
  if (own) return own;
  const overlays = settings.overlays.map((id) => book.overlays.find((overlay) => overlay.id === id)?.levels[rule.id]);
  const framework = book.frameworks.find(({ id }) => id === settings.framework);
  const level = overlays.reverse().find((one) => one !== undefined) ?? framework?.levels[rule.id] ?? rule.level;
  if (level === "off") return level;
  const family = settings.families[rule.family];
  return family ?? atMost(level, ceilingOf(rule, settings.context));
}

/** What the team said of this very rule: it holds for every clause of the rule. */
export function ownLevelOf(rule: RuleDefinition, settings: Settings): Severity | "off" | undefined {
  return Object.hasOwn(settings.rules, rule.id) ? settings.rules[rule.id] : undefined;
}

/** What the work is like sets a ceiling to what some rules may weigh. */
export function ceilingOf(rule: RuleDefinition, { scale, urgent, draft }: Context): Severity {
  if (rule.absent && scale === "small") return "hint";
  if (rule.absent && draft) return "info";
  if (rule.family === "timing" && urgent) return "info";
  return "error";
}

/** The lesser of two severities. */
export function atMost(level: Severity, ceiling: Severity): Severity {
  return SEVERITIES.indexOf(level) < SEVERITIES.indexOf(ceiling) ? ceiling : level;
}

/** What a rule says: in the team's own words, or else of what is refused where it is, or else as the framework has it. */
export function messageOf(rule: RuleDefinition, settings: Settings, book: Book, isRefused = false): string {
  const own = Object.hasOwn(settings.messages, rule.id) ? settings.messages[rule.id] : undefined;
  const refused = isRefused ? rule.refused : undefined;
  return (
    own ?? refused ?? book.frameworks.find(({ id }) => id === settings.framework)?.messages[rule.id] ?? rule.message
  );
}

/** The facts that a document states by itself, because a standing policy states them for every document. */
export function factsGiven({ policies }: Settings, book: Book): ReadonlySet<string> {
  const named: Readonly<Record<string, string>> = POLICY_FACTS;
  return new Set(
    Object.keys(policies).flatMap((policy) => [
      ...(Object.hasOwn(named, policy) ? [named[policy]!] : []),
      ...book.facts.filter(({ supplies }) => supplies === policy).map(({ name }) => name),
    ]),
  );
}
