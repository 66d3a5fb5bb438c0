import type { Problem } from "../engine/definitions";
import type { Term } from "../engine/terms";
import { FileReader, nearest } from "./read-file";

export interface Terms {
  readonly terms: readonly Term[];
  readonly problems: readonly Problem[];
}

/**
 * Reads `terms/*.yaml`, by path relative to the rulebook. `frameworks` are the ids of the frameworks and overlays that
 * a term may tell of. A broken file gives problems, and the rest is read.
 */
export function readTerms(files: Readonly<Record<string, string>>, frameworks: readonly string[]): Terms {
  const problems: Problem[] = [];
  const terms = Object.entries(files).flatMap(([path, text]) => {
    const id = /^terms\/([\w-]+)\.yaml$/.exec(path)?.[1];
    if (!id) return [];
    const reader = new FileReader(path, text);
    const term = reader.root && readTerm(reader, id, frameworks);
    problems.push(...reader.problems);
    return term && reader.problems.length === 0 ? [term] : [];
  });
  return { terms, problems };
}

const LEVELS = ["0", "1", "2", "3", "4", "5", "6"] as const;

function readTerm(reader: FileReader, id: string, frameworks: readonly string[]): Term {
  const root = reader.root!;
  reader.keys(root, ["title", "words", "level", "means", "says", "sources"]);
  const node = reader.get(root, "level");
  const level = node && reader.choice(node, "level of participation", LEVELS);
  const words = reader.strings(root, "words").map(({ value }) => value);
  if (words.length === 0) reader.problem(root, "A term needs “words”: how it is written in a plan.");
  return {
    id,
    title: reader.string(root, "title"),
    words,
    ...(level === undefined ? {} : { level: Number(level) }),
    means: reader.string(root, "means"),
    says: readSayings(reader, frameworks),
    sources: reader.strings(root, "sources").map(({ value }) => value),
  };
}

function readSayings(reader: FileReader, frameworks: readonly string[]): Record<string, string> {
  const sayings: Record<string, string> = {};
  for (const { key, value } of reader.entries(reader.root!, "says")) {
    const near = nearest(key, frameworks);
    if (!frameworks.includes(key))
      reader.problem(value, `There is no framework “${key}”.${near ? ` Did you mean “${near}”?` : ""}`);
    sayings[key] = reader.text(value, key);
  }
  return sayings;
}
