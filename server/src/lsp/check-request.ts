/** A request of our own: check this document now, whatever the settings say of checking. */
export const CHECK_REQUEST = "engagementLint/check";

export interface CheckParams {
  readonly uri: string;
}

export interface CheckResult {
  /** How many findings there are. */
  readonly findings: number;
}
