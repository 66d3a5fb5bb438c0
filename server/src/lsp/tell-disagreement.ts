import type { FrameworkDefinition, RuleDefinition } from "../engine/definitions";
import { type Finding, SEVERITIES, type Severity } from "../engine/finding";
import type { Say } from "../words/say";
import type { Basis } from "./analyst";
import { listed, type Prose } from "./prose";

/** How a rule's weight reads in a sentence about frameworks. */
const WEIGHTS: Readonly<Record<Severity | "off", string>> = {
  error: "an error for {0}",
  warning: "a warning for {0}",
  info: "a note for {0}",
  hint: "a hint for {0}",
  off: "left alone by {0}",
};
const BY_WEIGHT = [...SEVERITIES, "off"] as const;

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
    differing(rule, others, inUse, prose.say),
    ...others.map((framework) => otherWords(framework, finding, prose.say)),
  ].filter((part) => part !== undefined);
  return parts.length
    ? `${prose.strong(prose.say("Where others differ."))} ${parts.map((part) => prose.plain(part)).join(" ")}`
    : undefined;
}

/** “It is a warning for SCIE and peoplehub; left alone by IAP2.” */
function differing(
  rule: RuleDefinition,
  others: readonly FrameworkDefinition[],
  inUse: FrameworkDefinition | undefined,
  say: Say,
): string | undefined {
  const weighs = (framework: FrameworkDefinition | undefined) => framework?.levels[rule.id] ?? rule.level;
  const groups = BY_WEIGHT.flatMap((weight) => {
    const alike = others.filter((framework) => weighs(framework) === weight);
    return weight === weighs(inUse) || alike.length === 0 ? [] : [say(WEIGHTS[weight], listed(titlesOf(alike), say))];
  });
  return groups.length ? say("It is {0}.", groups.join("; ")) : undefined;
}

function titlesOf(frameworks: readonly FrameworkDefinition[]): string[] {
  return frameworks.map(({ title }) => title);
}

/** What a framework would say in place of the message. */
function otherWords(
  { title, messages }: FrameworkDefinition,
  { ruleId, message }: Finding,
  say: Say,
): string | undefined {
  const other = messages[ruleId];
  if (!other) return undefined;
  const found = /^“([^”]*)”/.exec(message)?.[1];
  const words = found ? other.replace(/\{(?:found|claim|phrase|term)\}/g, () => found) : other;
  return say("{0} says: {1}", title, words);
}
