import type { Concern } from "../finding";

/** Concerns that two careful readers give to the same passage. The reader decides for a group, then names the likeliest. */
export const CONCERN_GROUPS: readonly (readonly Concern[])[] = [
  ["co-word-misused", "overpromise"],
  ["predetermined", "too-late", "short-window"],
  ["unpaid", "extractive", "hedged-support"],
  ["vague-step", "no-answer"],
  ["people-wording"],
  ["closed-method"],
  ["lone-representative"],
  ["headcount-measure"],
  ["narrow-channel"],
  ["legal-overclaim"],
];

export function groupOf(concern: Concern): number {
  return CONCERN_GROUPS.findIndex((group) => group.includes(concern));
}

export function groupName(group: number): string {
  return CONCERN_GROUPS[group]!.join("+");
}
