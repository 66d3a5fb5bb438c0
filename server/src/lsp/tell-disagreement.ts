import type { FrameworkDefinition, RuleDefinition } from "../engine/definitions";
import type { Finding, Severity } from "../engine/finding";
import type { Basis } from "./analyst";
import { listed, type Prose } from "./prose";

/** How a rule's weight reads in a sentence about frameworks. */
const WEIGHTS: readonly (readonly [Severity | "off", string])[] = [
  ["error", "an error for"],
  ["warning", "a warning for"],
  ["info", "a note for"],
  ["hint", "a hint for"],
  ["off", "left alone by"],
];

/** Where the field is not of one mind about a rule: in the rule's own words, and by what the frameworks make of it. */
export function tellDisagreement(
  finding: Finding,
  rule: RuleDefinition,
  { book, settings }: Basis,
  prose: Prose,
): string | undefined {
  const inUse = book.frameworks.find(({ id }) => id === settings.framework);
  const others = book.frameworks.filter((framework) => framework !== inUse);
  const parts = [
    rule.disagree,
    differing(rule, others, inUse),
    ...others.map((framework) => otherWords(framework, finding)),
  ].filter((part) => part !== undefined);
  return parts.length
    ? `${prose.strong("Where others differ.")} ${parts.map((part) => prose.plain(part)).join(" ")}`
    : undefined;
}

/** “It is a warning for SCIE and peoplehub; left alone by IAP2.” */
function differing(
  rule: RuleDefinition,
  others: readonly FrameworkDefinition[],
  inUse: FrameworkDefinition | undefined,
): string | undefined {
  const weighs = (framework: FrameworkDefinition | undefined) => framework?.levels[rule.id] ?? rule.level;
  const groups = WEIGHTS.flatMap(([weight, words]) => {
    const alike = others.filter((framework) => weighs(framework) === weight);
    return weight === weighs(inUse) || alike.length === 0
      ? []
      : [`${words} ${listed(alike.map(({ title }) => title))}`];
  });
  return groups.length ? `It is ${groups.join("; ")}.` : undefined;
}

/** What a framework would say in place of the message. */
function otherWords({ title, messages }: FrameworkDefinition, { ruleId, message }: Finding): string | undefined {
  const other = messages[ruleId];
  if (!other) return undefined;
  const found = /^“([^”]*)”/.exec(message)?.[1];
  return `${title} says: ${found ? other.replace(/\{(?:found|claim|phrase|term)\}/g, () => found) : other}`;
}
