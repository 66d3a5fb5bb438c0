import type { Finding } from "../finding";

/**
 * A finding that several things are missing speaks for the findings about each of them. For people who read as they
 * write; a report keeps them all.
 */
export function absorbParts(findings: readonly Finding[]): Finding[] {
  const covered = new Set(findings.filter(({ absent }) => absent && absent.length > 1).flatMap(({ absent }) => absent));
  return findings.filter(({ absent }) => !absent || absent.length > 1 || !covered.has(absent[0]!));
}
