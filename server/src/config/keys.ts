import { DECISION_RIGHTS, type Definitions, STAGES, UNITS } from "../engine/definitions";
import { CONCERNS, FAMILIES, SEVERITIES, SUPPLIES } from "../engine/finding";
import { POLICY_FACTS, SCALES } from "../engine/judge/settings";
import { GUARDS } from "../engine/reading/guards";
import { MECHANISM_RULES } from "../engine/suppress/mechanism";

/** A set of names that a value or a key is chosen from. */
export type Vocabulary =
  | "framework"
  | "overlay"
  | "rule"
  | "family"
  | "level"
  | "policy"
  | "fact"
  | "scale"
  | "failOn"
  | "severity"
  | "concern"
  | "supply"
  | "unit"
  | "guard"
  | "participation"
  | "stage"
  | "right";

/** What a value looks like. Reading, the schema, completion and hover all come from this. */
export type Shape =
  /** A `phrase` is in the language of rules, a `pattern` stands for paths; `extends` may name a framework, but need not. */
  | {
      readonly is: "text";
      readonly of?: Vocabulary;
      readonly phrase?: true;
      readonly pattern?: true;
      readonly offers?: Vocabulary;
    }
  | { readonly is: "flag" }
  /** One, or a list. */
  | { readonly is: "some"; readonly each: Shape }
  /** Without `by`, the keys are free. */
  | { readonly is: "map"; readonly by?: Vocabulary; readonly value: Shape }
  | { readonly is: "record"; readonly keys: readonly Key[] }
  /** The short form, or the long one as a record. */
  | { readonly is: "short or long"; readonly short: Shape; readonly long: Shape };

export interface Key {
  readonly name: string;
  readonly doc: string;
  readonly shape: Shape;
  readonly required?: true;
  /** What to write, shown to whoever doesn't know. */
  readonly example: string;
}

const text: Shape = { is: "text" };
const flag: Shape = { is: "flag" };
const some = (each: Shape): Shape => ({ is: "some", each });
const oneOf = (of: Vocabulary): Shape => ({ is: "text", of });
const phrases = some({ is: "text", phrase: true });
const patterns = some({ is: "text", pattern: true });

const CONTEXT: readonly Key[] = [
  {
    name: "scale",
    doc: "How large the work is. Small work is not asked for all that large work is.",
    shape: oneOf("scale"),
    example: "small",
  },
  { name: "urgent", doc: "There was no time: findings about timing are at most info.", shape: flag, example: "true" },
  {
    name: "draft",
    doc: "More is still to be written: findings about what is missing are at most info.",
    shape: flag,
    example: "true",
  },
];

const RULE: readonly Key[] = [
  { name: "level", doc: "How much a finding of this rule weighs.", shape: oneOf("level"), example: "warning" },
  {
    name: "message",
    doc: "What to say instead of the rule’s own message, in at most 160 characters.",
    shape: text,
    example: "“Say who pays.”",
  },
  {
    name: "unless",
    doc: "Phrases: the rule is silent in a sentence that holds one of them.",
    shape: phrases,
    example: "payment panel",
  },
];

const ACCEPTED: readonly Key[] = [
  { name: "term", doc: "The words that a group chose for itself.", shape: text, required: true, example: "survivors" },
  { name: "by", doc: "Who chose them.", shape: text, required: true, example: "Survivors’ Forum" },
  { name: "why", doc: "Why, or when.", shape: text, example: "agreed in March" },
];

const LINK: readonly Key[] = [
  {
    name: "link",
    doc: "Where the policy can be read.",
    shape: text,
    required: true,
    example: "https://example.org/payment",
  },
];

/** Every key of `engagement-lint.yaml`. */
export const KEYS: readonly Key[] = [
  {
    name: "root",
    doc: "Looks no further up for other configurations.",
    shape: flag,
    example: "true",
  },
  {
    name: "extends",
    doc: "Starts from others: a framework’s name, a relative path, an npm package, or a list of them. Later ones speak louder.",
    shape: some({ is: "text", offers: "framework" }),
    example: "nihr",
  },
  { name: "framework", doc: "The source that the team works by.", shape: oneOf("framework"), example: "nihr" },
  {
    name: "overlays",
    doc: "What is added to the framework: a nation, a sector, a lens.",
    shape: some(oneOf("overlay")),
    example: "[scotland]",
  },
  {
    name: "context",
    doc: "What the work is like that the documents are about.",
    shape: { is: "record", keys: CONTEXT },
    example: "{ draft: true }",
  },
  {
    name: "include",
    doc: "Which files are checked, as patterns seen from this file’s folder. Without it, all are.",
    shape: patterns,
    example: "plans/**",
  },
  {
    name: "exclude",
    doc: "Which files are left alone, as patterns seen from this file’s folder.",
    shape: patterns,
    example: "archive/**",
  },
  {
    name: "rules",
    doc: "How much each rule weighs: off, hint, info, warning or error; or its options.",
    shape: {
      is: "map",
      by: "rule",
      value: { is: "short or long", short: oneOf("level"), long: { is: "record", keys: RULE } },
    },
    example: "{ payment-missing: error }",
  },
  {
    name: "families",
    doc: "How much the rules of a family weigh that the framework has on. A rule named under `rules` is not touched.",
    shape: { is: "map", by: "family", value: oneOf("level") },
    example: "{ wording: hint }",
  },
  {
    name: "accepted",
    doc: "Terms that a group chose for itself: findings about wording are silent on them.",
    shape: some({ is: "record", keys: ACCEPTED }),
    example: "[{ term: survivors, by: Survivors’ Forum }]",
  },
  {
    name: "policies",
    doc: "Standing policies, with links: what they give needs no saying in each document.",
    shape: { is: "map", by: "policy", value: { is: "short or long", short: text, long: { is: "record", keys: LINK } } },
    example: "{ payment: https://example.org/payment }",
  },
  {
    name: "phrases",
    doc: "The team’s own words for what a fact says.",
    shape: { is: "map", by: "fact", value: phrases },
    example: "{ payment: thank-you fund }",
  },
  {
    name: "rulePaths",
    doc: "The team’s own rules: files, or folders of them, as paths seen from this file.",
    shape: some(text),
    example: "rules",
  },
  {
    name: "baseline",
    doc: "The file of findings that are known and not raised anew, as a path seen from this file.",
    shape: text,
    example: "engagement-lint.baseline.json",
  },
  { name: "failOn", doc: "From which level on the command line fails.", shape: oneOf("failOn"), example: "warning" },
];

/** A name that can be chosen, and what it means. */
export interface Choice {
  readonly name: string;
  readonly doc: string;
}

export type Vocabularies = Readonly<Record<Vocabulary, readonly Choice[]>>;

const LEVEL_DOCS = {
  error: "Must be mended.",
  warning: "Should be mended.",
  info: "Worth knowing of.",
  hint: "May be worth a second look.",
  off: "Not looked for.",
  never: "Findings never make the command line fail.",
} as const;

const plainly = (names: readonly string[], doc: (name: string) => string): Choice[] =>
  names.map((name) => ({ name, doc: doc(name) }));

/** What is chosen from in rule files only. */
const RULE_WORDS = {
  concern: plainly(CONCERNS, (name) => `What an adviser would call it: ${name.replaceAll("-", " ")}.`),
  supply: plainly(SUPPLIES, (name) => `What a reader looks for: ${name.replaceAll("-", " ")}.`),
  unit: plainly(UNITS, (name) => `Anywhere in the same ${name}.`),
  guard: plainly(GUARDS, (name) => `Words that are passed over as ${name.replaceAll("-", " ")}.`),
  participation: plainly(["0", "1", "2", "3", "4", "5", "6"], (name) => `Level ${name} of participation.`),
  stage: plainly(STAGES, (name) => `People take part at this stage: ${name}.`),
  right: plainly(DECISION_RIGHTS, (name) => `Who holds the decision: ${name}.`),
};

/** The names that values are chosen from, given the book that is in use. */
export function vocabulariesOf(book: Pick<Definitions, "rules" | "facts" | "frameworks" | "overlays">): Vocabularies {
  const titled = (all: readonly { id: string; title: string }[]): Choice[] =>
    all.map(({ id, title }) => ({ name: id, doc: title }));
  const levels = SEVERITIES.map((name) => ({ name, doc: LEVEL_DOCS[name] }));
  return {
    framework: titled(book.frameworks),
    overlay: titled(book.overlays),
    rule: titled([...book.rules, ...MECHANISM_RULES]),
    family: FAMILIES.map((name) => ({ name, doc: `The rules about ${name}.` })),
    level: [...levels, { name: "off", doc: LEVEL_DOCS.off }],
    failOn: [...levels, { name: "never", doc: LEVEL_DOCS.never }],
    policy: [...SUPPLIES, ...Object.keys(POLICY_FACTS)].map((name) => ({ name, doc: `A standing policy on ${name}.` })),
    fact: book.facts.filter(({ name }) => /^[\w-]+$/.test(name)).map(({ name, title }) => ({ name, doc: title })),
    severity: levels,
    ...RULE_WORDS,
    scale: SCALES.map((name) => ({ name, doc: `The work is of ${name} size.` })),
  };
}
