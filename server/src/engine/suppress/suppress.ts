import type { Known } from "../baseline";
import type { Document } from "../document";
import type { Finding, Fix, Severity, Span } from "../finding";
import { titleSpan } from "../judge/judge";
import { type Directive, directivesOf, type NamedRule } from "./directive";
import { type MechanismRule, UNKNOWN_RULE, UNUSED, WITHOUT_REASON } from "./mechanism";

/** A finding that someone set aside, and why. */
export interface Suppressed extends Known {
  readonly reason: string;
  /** Where the reason stands. */
  readonly by: "comment" | "side file";
}

/** What stands in a file beside a document: the fingerprint of a finding, and why it is set aside. */
export interface SideEntry {
  readonly fingerprint: string;
  readonly rule: string | undefined;
  readonly reason: string;
}

export interface Suppressing {
  readonly entries: readonly SideEntry[];
  /** The rules that may be named. */
  readonly ruleIds: ReadonlySet<string>;
  /** The rule that was probably meant by a mistyped one. */
  nearest(id: string): string | undefined;
  /** What a team says of the rules about suppressions themselves. */
  readonly levels: Readonly<Record<string, Severity | "off">>;
  /** Every rule had its say, so that a suppression without a finding is idle. */
  complete(): boolean;
}

/** The same, once it is known that the question matters. */
interface Asked extends Omit<Suppressing, "complete"> {
  readonly complete: boolean;
}

export interface Outcome {
  readonly open: readonly Known[];
  readonly suppressed: readonly Suppressed[];
  /** About the suppressions themselves; these can't be suppressed. */
  readonly raised: readonly Finding[];
}

/** Sets aside the findings that the document's comments and its side file name, and says which of those are amiss. */
export function suppress(document: Document, found: readonly Known[], asked: Suppressing): Outcome {
  const directives = directivesOf(document);
  if (!directives.length && !asked.entries.length) return { open: found, suppressed: [], raised: [] };
  const how: Asked = { ...asked, complete: asked.complete() };
  const used = new Set<unknown>();
  const reasons = reasonsFor(directives, how.entries);
  const open: Known[] = [];
  const suppressed: Suppressed[] = [];
  for (const known of found) {
    // Each that names the finding is in use, though only the first gives the reason.
    const meant = reasons.filter((reason) => reason.means(known));
    for (const { owner } of meant) used.add(owner);
    if (meant[0]) suppressed.push({ ...known, reason: meant[0].reason, by: meant[0].by });
    else open.push(known);
  }
  const raised = [...directives.flatMap((one) => faultsOf(one, used, how)), ...sideFaults(document, used, how)];
  return { open, suppressed, raised: raised.flatMap((fault) => asFinding(fault, how) ?? []) };
}

interface Reason {
  /** What gave it: told apart by identity. */
  readonly owner: unknown;
  readonly reason: string;
  readonly by: Suppressed["by"];
  means(known: Known): boolean;
}

/** Only what gives a reason sets anything aside. */
function reasonsFor(directives: readonly Directive[], entries: readonly SideEntry[]): Reason[] {
  const inText = directives
    .filter(({ reason, command }) => reason && command && command !== "enable")
    .flatMap(({ rules, reason }) =>
      rules.map((rule) => ({ owner: rule, reason, by: "comment" as const, means: meaning(rule) })),
    );
  const beside = entries
    .filter(({ reason }) => reason)
    .map((entry) => ({
      owner: entry,
      reason: entry.reason,
      by: "side file" as const,
      means: ({ fingerprint }: Known) => fingerprint === entry.fingerprint,
    }));
  return [...inText, ...beside];
}

function meaning({ id, reach }: NamedRule): Reason["means"] {
  return ({ finding: { ruleId, span } }) => ruleId === id && span.start >= reach.start && span.start < reach.end;
}

interface Fault {
  readonly rule: MechanismRule;
  readonly message: string;
  readonly span: Span;
  readonly fixes?: readonly Fix[];
}

function faultsOf(directive: Directive, used: ReadonlySet<unknown>, how: Asked): Fault[] {
  const { command, named, span, rules, reason } = directive;
  if (!command) return [{ rule: UNKNOWN_RULE, message: unknownCommand(named), span }];
  const unknown = rules.filter(({ id }) => !how.ruleIds.has(id)).map((rule) => unknownRule(rule, how));
  if (command === "enable") return unknown;
  if (!rules.length) return [{ rule: UNKNOWN_RULE, message: NAMELESS, span }];
  if (!reason) return [...unknown, { rule: WITHOUT_REASON, message: REASONLESS, span }];
  const idle = rules.filter((rule) => how.complete && how.ruleIds.has(rule.id) && !used.has(rule));
  return [...unknown, ...idle.map((rule) => idleRule(rule, directive))];
}

const NAMELESS = "This suppression names no rule, so nothing is set aside. Name one, then a colon and the reason.";
const REASONLESS =
  "This suppression gives no reason, so the finding stands. Add a colon after the rule, and the reason.";

function unknownCommand(named: string): string {
  return `“engagement-lint-${short(named)}” sets nothing aside. Write disable-next-line, disable-line, disable or enable.`;
}

function unknownRule({ id, span }: NamedRule, how: Asked): Fault {
  const near = how.nearest(id);
  const cure = near ? `Did you mean “${near}”?` : "Take the rule from the end of a finding.";
  const fixes = near ? [{ title: `Write “${near}”`, safe: false, edits: [{ span, text: near }] }] : [];
  return {
    rule: UNKNOWN_RULE,
    message: `There is no rule “${short(id)}”, so nothing is set aside. ${cure}`,
    span,
    fixes,
  };
}

function idleRule({ id, span }: NamedRule, directive: Directive): Fault {
  const alone = directive.rules.length === 1;
  const fixes = alone
    ? [{ title: "Take out the suppression", safe: false, edits: [{ span: directive.span, text: "" }] }]
    : [];
  return {
    rule: UNUSED,
    message: `“${short(id)}” finds nothing here any more. Take this suppression out.`,
    span,
    fixes,
  };
}

/** What is amiss in a side file is said where the document begins, for there is no better place in its text. */
function sideFaults(document: Document, used: ReadonlySet<unknown>, how: Asked): Fault[] {
  const span = titleSpan(document);
  return how.entries.flatMap((entry): Fault[] => {
    const what = entry.rule ? `“${short(entry.rule)}”` : short(entry.fingerprint);
    if (entry.rule && !how.ruleIds.has(entry.rule))
      return [{ ...unknownRule({ id: entry.rule, span, reach: span }, how), fixes: [] }];
    if (!entry.reason)
      return [
        {
          rule: WITHOUT_REASON,
          message: `The side file sets ${what} aside without a reason, so it stands. Add one there.`,
          span,
        },
      ];
    if (used.has(entry) || !how.complete) return [];
    return [
      {
        rule: UNUSED,
        message: `The side file sets ${what} aside, which is not found any more. Take the entry out there.`,
        span,
      },
    ];
  });
}

const LONGEST_NAME = 40;

function short(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

function asFinding({ rule, message, span, fixes = [] }: Fault, { levels }: Asked): Finding | undefined {
  const severity = levels[rule.id] ?? rule.level;
  if (severity === "off") return undefined;
  return { ruleId: rule.id, family: rule.family, severity, message, span, related: [], fixes };
}
