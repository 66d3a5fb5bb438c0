import type { Problem } from "../engine/definitions";
import { CONCERNS, type Concern, FAMILIES, type Family, SUPPLIES, type Supply } from "../engine/finding";
import { FileReader } from "./read-file";

/** What is told beside a finding and belongs to no single rule. */
export interface Reference {
  /** The full names of sources, by the short ones that rules and terms give. */
  readonly sources: Readonly<Record<string, string>>;
  /** What a reviewer asks of the text, by what was found. */
  readonly questions: Questions;
}

export interface Questions {
  readonly concerns: Readonly<Record<Concern, string>>;
  readonly supplies: Readonly<Record<Supply, string>>;
  readonly families: Readonly<Record<Family, string>>;
}

/** Reads `reference/sources.yaml` and `reference/questions.yaml`, by path relative to the rulebook. */
export function readReference(files: Readonly<Record<string, string>>): Reference & { problems: readonly Problem[] } {
  const names = new FileReader("reference/sources.yaml", files["reference/sources.yaml"] ?? "");
  const asks = new FileReader("reference/questions.yaml", files["reference/questions.yaml"] ?? "");
  if (names.root) names.keys(names.root, ["title", "names"]);
  if (asks.root) asks.keys(asks.root, ["title", "concerns", "supplies", "families"]);
  return {
    sources: names.root ? textsUnder(names, "names") : {},
    questions: {
      concerns: oneEach(asks, "concerns", CONCERNS),
      supplies: oneEach(asks, "supplies", SUPPLIES),
      families: oneEach(asks, "families", FAMILIES),
    },
    problems: [...names.problems, ...asks.problems],
  };
}

function textsUnder(reader: FileReader, key: string): Record<string, string> {
  return Object.fromEntries(reader.entries(reader.root!, key).map((pair) => [pair.key, reader.text(pair.value, key)]));
}

/** A text for each of some names; one left out or added is a problem. */
function oneEach<T extends string>(reader: FileReader, key: string, names: readonly T[]): Record<T, string> {
  const texts = reader.root ? textsUnder(reader, key) : {};
  for (const name of names) if (!texts[name]) reader.problem(reader.root, `“${name}” is missing under “${key}”.`);
  for (const name of Object.keys(texts))
    if (!(names as readonly string[]).includes(name))
      reader.problem(reader.root, `“${name}” is unknown under “${key}”.`);
  return texts as Record<T, string>;
}
