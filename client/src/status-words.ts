import type { StatusResult } from "./server-questions";

/** Names a count: “3 wording”. The caller's language decides how. */
export type Translate = (message: string, ...values: (string | number)[]) => string;

/** “Consensus · 3 wording, 2 resourcing” */
export function statusWords({ framework, families, notChecked }: StatusResult, t: Translate): string {
  if (notChecked !== undefined) return t("{0} · not checked", framework);
  if (families.length === 0) return t("{0} · nothing found", framework);
  return t("{0} · {1}", framework, families.map(({ family, count }) => t("{0} {1}", count, t(family))).join(", "));
}

/** The same in one line that has a command beside it: whatever goes beyond it, and the command with it, isn't shown. */
export function briefStatusWords(result: StatusResult, t: Translate): string {
  const { framework, families } = result;
  const whole = statusWords(result, t);
  if (whole.length <= ROOM || result.notChecked !== undefined || families.length === 0) return whole;
  for (let told = families.length - 1; told > 0; told--) {
    const others = families.slice(told).reduce((sum, { count }) => sum + count, 0);
    const parts = families.slice(0, told).map(({ family, count }) => t("{0} {1}", count, t(family)));
    const brief = t("{0} · {1}", framework, t("{0}, {1} more", parts.join(", "), others));
    if (brief.length <= ROOM || told === 1) return brief;
  }
  return whole;
}

/** In letters, as wide as the editor's menu of statuses lets them be. */
const ROOM = 60;

/** How far a folder's check has come: “Checking plans: 12 of 300”. */
export function progressWords({ name, done, of }: FolderProgress, t: Translate): string {
  return t("Checking {0}: {1} of {2}", name, done, of);
}

export interface FolderProgress {
  readonly name: string;
  readonly done: number;
  readonly of: number;
}
