import { type Family, type Finding, SEVERITIES, type Severity } from "../engine/finding";
import { BUDGET, type Budget } from "../engine/judge/budget";
import { atMost } from "../engine/judge/settings";

/** What one person would rather not see, or not so loudly, on their own screen. */
export interface Personal {
  /** Rules by their id, and families by their name: `off`, or the most that they may weigh. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  /** How many findings to show at once: the gravest, and no more than a few in any one activity. */
  readonly budget: Budget;
}

const NO_BUDGET: Budget = { document: 0, activity: 0 };

export const NOTHING_PERSONAL: Personal = { rules: {}, budget: NO_BUDGET };

/** Reads whatever an editor sent, which may be anything at all. `most` is how many findings to show, 0 for all. */
export function readPersonal(rules: unknown, most?: unknown): Personal {
  return { rules: readRules(rules), budget: readBudget(most) };
}

function readRules(value: unknown): Personal["rules"] {
  if (typeof value !== "object" || value === null) return {};
  const levels: readonly unknown[] = [...SEVERITIES, "off"];
  return Object.fromEntries(Object.entries(value).filter(([, level]) => levels.includes(level)));
}

function readBudget(most: unknown): Budget {
  const document = typeof most === "number" && most > 0 ? Math.floor(most) : 0;
  return document ? { document, activity: BUDGET.activity } : NO_BUDGET;
}

/**
 * What of the team's findings is shown to one person. It takes findings away or makes them quieter, and can do nothing
 * else: what the command line says is never passed through here.
 */
export function shownTo(personal: Personal, findings: readonly Finding[]): Finding[] {
  return findings.flatMap((finding) => {
    const ceiling = ceilingFor(finding.ruleId, finding.family, personal);
    if (ceiling === "off") return [];
    if (ceiling === undefined || atMost(finding.severity, ceiling) === finding.severity) return [finding];
    return [softened(finding, ceiling)];
  });
}

/** The fixes of a finding are made when they are asked for, and a plain copy would ask for them. */
function softened(finding: Finding, severity: Severity): Finding {
  const parts = Object.getOwnPropertyDescriptors(finding);
  return Object.defineProperties({}, { ...parts, severity: { value: severity, enumerable: true } }) as Finding;
}

function ceilingFor(ruleId: string, family: Family, { rules }: Personal): Severity | "off" | undefined {
  if (Object.hasOwn(rules, ruleId)) return rules[ruleId];
  return Object.hasOwn(rules, family) ? rules[family] : undefined;
}
