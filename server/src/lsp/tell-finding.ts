import type { TextDocument } from "vscode-languageserver-textdocument";
import type { RuleDefinition } from "../engine/definitions";
import type { Finding } from "../engine/finding";
import type { Basis } from "./analyst";
import { listed, type Prose, quoted } from "./prose";
import { tellDisagreement } from "./tell-disagreement";
import { tellLevels } from "./tell-levels";

/** The full names of sources, by the short ones that rules give. */
export type SourceNames = Readonly<Record<string, string>>;

/**
 * A finding in words: what it says unless that is said already, what was read, why it matters, who holds so and who
 * doesn't.
 */
export function tellFinding(
  finding: Finding,
  basis: Basis | undefined,
  lines: TextDocument,
  prose: Prose,
  sources: SourceNames,
  { saysMessage = true } = {},
): string {
  const rule = basis?.book.rules.find(({ id }) => id === finding.ruleId);
  return prose.paragraphs([
    prose.strong(rule?.title ?? finding.ruleId),
    saysMessage ? prose.plain(finding.message) : undefined,
    basis && tellLevels(finding, basis, lines, prose),
    tellPlaces(finding, lines, prose),
    rule && `${prose.strong(prose.say("Why it matters."))} ${prose.plain(rule.why)}`,
    rule && tellSources(rule, prose, sources),
    rule && basis && tellDisagreement(finding, rule, basis, prose),
  ]);
}

/** The other places that bear on a finding, with their words. */
export function tellPlaces({ related }: Finding, lines: TextDocument, prose: Prose): string {
  return prose.list(
    related.map(
      ({ span, message }) => `${prose.line(span, lines)}, ${prose.plain(quoted(span, lines))}: ${prose.plain(message)}`,
    ),
  );
}

function tellSources({ sources }: RuleDefinition, prose: Prose, names: SourceNames): string | undefined {
  if (sources.length === 0) return undefined;
  const full = sources.map((source) => names[source] ?? source);
  return `${prose.strong(prose.say("Rests on:"))} ${prose.plain(listed(full, prose.say))}.`;
}
