import type { StatusResult } from "./server-questions";

/** Names a count: “3 wording”. The caller's language decides how. */
export type Translate = (message: string, ...values: (string | number)[]) => string;

/** “Consensus · 3 wording, 2 resourcing” */
export function statusWords({ framework, families, notChecked }: StatusResult, t: Translate): string {
  if (notChecked !== undefined) return t("{0} · not checked", framework);
  if (families.length === 0) return t("{0} · nothing found", framework);
  return t("{0} · {1}", framework, families.map(({ family, count }) => t("{0} {1}", count, t(family))).join(", "));
}

/** How far a folder's check has come: “Checking plans: 12 of 300”. */
export function progressWords({ name, done, of }: FolderProgress, t: Translate): string {
  return t("Checking {0}: {1} of {2}", name, done, of);
}

export interface FolderProgress {
  readonly name: string;
  readonly done: number;
  readonly of: number;
}
