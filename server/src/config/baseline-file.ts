import type { Known } from "../engine/baseline";
import { comparable } from "./uri";

/** The name of a baseline where no configuration gives it another. */
export const BASELINE_NAME = "engagement-lint.baseline.json";

/** The rule of each finding by the finding's fingerprint. */
export type KnownPrints = ReadonlyMap<string, string>;

/** The findings of each document that a baseline holds, by the document's path from the baseline's folder. */
export type Entries = ReadonlyMap<string, KnownPrints>;

const ABOUT = "Findings that were there before. Write this again with: engagement-lint baseline";

/** The path of a document from the folder that a baseline lies in: it holds wherever the two are checked out. */
export function pathFrom(folder: string, uri: string): string {
  const from = comparable(folder).split("/");
  const to = comparable(uri).split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

/** Reads a baseline; a phrase that says what is wrong where it is none. */
export function readBaseline(text: string): Entries | string {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return "is not JSON";
  }
  const documents = isRecord(root) ? root.documents : undefined;
  if (!isRecord(documents)) return "has no “documents”";
  const read = new Map<string, KnownPrints>();
  for (const [path, prints] of Object.entries(documents)) {
    if (!isRecord(prints)) return `doesn't list the findings of “${path.slice(0, 60)}”`;
    read.set(path, new Map(Object.entries(prints).map(([print, rule]) => [print, String(rule)])));
  }
  return read;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function entriesOf(known: readonly Known[]): KnownPrints {
  return new Map(known.map(({ fingerprint, finding }) => [fingerprint, finding.ruleId]));
}

/** Writes a baseline, in an order that keeps the differences between two of them small. */
export function baselineText(entries: Entries): string {
  const full = [...entries].filter(([, prints]) => prints.size);
  const documents = full.map(([path, prints]): [string, object] => [path, Object.fromEntries(sorted([...prints]))]);
  return `${JSON.stringify({ about: ABOUT, documents: Object.fromEntries(sorted(documents)) }, null, 1)}\n`;
}

function sorted<T>(pairs: [string, T][]): [string, T][] {
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1));
}
