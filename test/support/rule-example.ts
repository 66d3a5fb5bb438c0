import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A text that a rule flags, out of the rule's own file: the words of a rule may change without a test's being wrong. */
export interface RuleExample {
  readonly ruleId: string;
  readonly title: string;
  readonly level: string;
  readonly text: string;
  /** The words that are found, and where they stand. */
  readonly found: string;
  readonly start: number;
  readonly end: number;
  /** The title of the rule's first fix, and the text after it. */
  readonly fix: string;
  readonly fixed: string;
}

/** The rule's first example that is flagged and mended. */
export function exampleOf(ruleId: string): RuleExample {
  const rule = parse(readFileSync(`rules/${ruleId}.yaml`, "utf8"));
  const example = rule.examples.find(({ flag, fixed }: Record<string, string>) => flag && fixed);
  const [before, found, after] = example.flag.split(/<<|>>/) as [string, string, string];
  return {
    ruleId,
    title: rule.title,
    level: rule.level,
    text: before + found + after,
    found,
    start: before.length,
    end: before.length + found.length,
    fix: rule.fixes[0].title,
    fixed: example.fixed,
  };
}

/** Words that are found by themselves. */
export const LABEL = exampleOf("people-first-wording");

/** Words that are found because of others beside them. */
export const CLAIM = exampleOf("consultation-called-coproduction");
