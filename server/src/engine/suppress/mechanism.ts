import type { Family, Severity } from "../finding";

/** A rule about suppressions themselves: it reads no prose, so it has no file among the rules. */
export interface MechanismRule {
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  readonly level: Severity;
  readonly why: string;
}

export const WITHOUT_REASON: MechanismRule = {
  id: "suppression-without-reason",
  title: "A suppression gives no reason",
  family: "evidence",
  level: "warning",
  why: "Whoever reads the plan later must be able to see why a finding was set aside. Without a reason nothing is.",
};

export const UNKNOWN_RULE: MechanismRule = {
  id: "suppression-unknown-rule",
  title: "A suppression names no rule that there is",
  family: "evidence",
  level: "warning",
  why: "A suppression with a mistyped rule does nothing, and looks as if it did.",
};

export const UNUSED: MechanismRule = {
  id: "suppression-unused",
  title: "A suppression has nothing to suppress",
  family: "evidence",
  level: "info",
  why: "Left behind, it would set aside the next finding of that rule, for a reason that was given for another.",
};

/** A configuration may weigh these or turn them off as it may any rule. */
export const MECHANISM_RULES: readonly MechanismRule[] = [WITHOUT_REASON, UNKNOWN_RULE, UNUSED];
