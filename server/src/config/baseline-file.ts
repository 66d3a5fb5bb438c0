import type { Known } from "../engine/baseline";
import { comparable } from "./uri";

/** The name of a baseline where no configuration gives it another. */
export const BASELINE_NAME = "engagement-lint.baseline.json";

/** The findings of each document that a baseline holds, by the document's path from the baseline's folder. */
export type BaselineFile = ReadonlyMap<string, ReadonlySet<string>>;

const ABOUT = "Findings that were there before. Write this again with: engagement-lint baseline";

/** The path of a document from the folder that a baseline lies in: it holds wherever the two are checked out. */
export function pathFrom(folder: string, uri: string): string {
  const from = comparable(folder).split("/");
  const to = comparable(uri).split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

/** Reads a baseline; a sentence where it is none. */
export function readBaseline(text: string): BaselineFile | string {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return "is not JSON";
  }
  const documents = isRecord(root) ? root.documents : undefined;
  if (!isRecord(documents)) return "has no “documents”";
  const read = new Map<string, ReadonlySet<string>>();
  for (const [path, prints] of Object.entries(documents)) {
    if (!isRecord(prints)) return `doesn't list the findings of “${path}”`;
    read.set(path, new Set(Object.keys(prints)));
  }
  return read;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Writes a baseline, in an order that keeps the differences between two of them small. */
export function baselineText(documents: ReadonlyMap<string, readonly Known[]>): string {
  const sorted = [...documents].filter(([, known]) => known.length).sort(([a], [b]) => (a < b ? -1 : 1));
  const listed = sorted.map(([path, known]) => [path, Object.fromEntries(known.map(entryOf).sort())]);
  return `${JSON.stringify({ about: ABOUT, documents: Object.fromEntries(listed) }, null, 1)}\n`;
}

function entryOf({ fingerprint, finding }: Known): [string, string] {
  return [fingerprint, finding.ruleId];
}
