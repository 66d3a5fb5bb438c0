import type { Finding } from "./finding";

/** A finding with what it is known by. */
export interface Known {
  readonly finding: Finding;
  readonly fingerprint: string;
}

/** The fingerprints that were there before a team began to look, for one document. */
export type Baseline = ReadonlySet<string>;

/** The findings that a baseline doesn't hold. Equals are told apart by their number, so that one more is one new. */
export function newSince<T extends Known>(findings: readonly T[], baseline: Baseline): T[] {
  return findings.filter(({ fingerprint }) => !baseline.has(fingerprint));
}
