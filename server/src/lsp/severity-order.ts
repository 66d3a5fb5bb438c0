import { type Finding, SEVERITIES } from "../engine/finding";

/** The most serious first, where an editor shows what matters without scrolling; equals stay in order of the document. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
