import { isMap, isSeq, type Node, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import type { SideEntry } from "../engine/suppress/suppress";
import { FileReader } from "../rulebook/read-file";
import type { Problem } from "./problem";
import { nameOf } from "./uri";

/** The file beside a document that says which of its findings are set aside, for kinds that can't hold a comment. */
export function sideFileOf(documentUri: string): string {
  return `${documentUri}.engagement-lint.yaml`;
}

export interface SideFile {
  readonly entries: readonly SideEntry[];
  readonly problems: readonly Problem[];
}

export const NO_SIDE_FILE: SideFile = { entries: [], problems: [] };

const KEYS = ["finding", "rule", "words", "reason"];

/** Reads the entries of a side file. What is wrong with one takes nothing from the others. */
export function readSideFile(text: string, uri: string): SideFile {
  const file = new FileReader(uri, text, true);
  if (!file.root) return { entries: [], problems: file.problems };
  file.keys(file.root, ["suppressions"]);
  const entries = file.maps(file.root, "suppressions").flatMap((map) => readEntry(map, file) ?? []);
  return { entries, problems: file.problems };
}

function readEntry(map: YAMLMap, file: FileReader): SideEntry | undefined {
  file.keys(map, KEYS);
  const fingerprint = file.string(map, "finding").trim();
  const rule = file.string(map, "rule", false).trim() || undefined;
  const reason = file.string(map, "reason", false).replace(/\s+/g, " ").trim();
  return fingerprint ? { fingerprint, rule, reason } : undefined;
}

/** A new entry, with the words that it is about: whoever reads the file can't see them in a fingerprint. */
export interface NewEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly words: string;
  readonly reason: string;
}

const LONGEST_WORDS = 80;

/** The text of a side file with one more entry; `before` is what stood in it, with its comments. */
export function withEntry(before: string | undefined, entry: NewEntry, documentUri: string): string {
  const document = parseDocument(before?.trim() ? before : header(nameOf(documentUri)));
  const { fingerprint, rule, words, reason } = entry;
  const short = words.replace(/\s+/g, " ").trim().slice(0, LONGEST_WORDS);
  const list = document.get("suppressions", true) as Node | undefined;
  const node = document.createNode({ finding: fingerprint, rule, ...(short ? { words: short } : {}), reason });
  if (isSeq(list)) (list as YAMLSeq).add(node);
  else if (isMap(document.contents)) document.set("suppressions", document.createNode([node]));
  return document.toString({ lineWidth: 0 });
}

function header(name: string): string {
  return `# Findings in ${name} that were set aside, each with its reason.\nsuppressions:\n`;
}
