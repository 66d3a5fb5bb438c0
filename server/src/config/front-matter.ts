import { isMap, type YAMLMap } from "yaml";
import { FileReader, nearest } from "../rulebook/read-file";
import { builtInVocabularies } from "./built-in-names";
import { KEYS, type Key } from "./keys";
import type { Problem } from "./problem";
import { type ConfigValues, type Place, Reading } from "./read-config";

/** What a document says of itself. */
export interface DocumentSays {
  readonly framework?: string;
  readonly context?: ConfigValues["context"];
  readonly kind?: string;
  readonly lines: ReadonlyMap<string, Place>;
  readonly problems: readonly Problem[];
}

const NOTHING: DocumentSays = { lines: new Map(), problems: [] };

const DOCUMENT_KEYS: readonly Key[] = [
  ...KEYS.filter(({ name }) => name === "framework" || name === "context"),
  { name: "kind", doc: "What the document is. Only a plan is checked.", shape: { is: "text" }, example: "plan" },
];
const OURS = /^(?:engagement-lint|framework|context|kind)[ \t]*:/m;

/**
 * Reads `framework`, `context` and `kind` from front matter, under `engagement-lint:` or by themselves. Other programs
 * use the same words, so that what stands by itself and means nothing here is passed over.
 */
export function readFrontMatter(uri: string, text: string): DocumentSays {
  if (!OURS.test(text)) return NOTHING;
  const reader = new FileReader(uri, text);
  // Front matter that can't be read is the business of the program that it was written for.
  if (!reader.root || reader.problems.length) return NOTHING;
  const own = reader.get(reader.root, "engagement-lint");
  const reading = new Reading(reader, builtInVocabularies(), []);
  const map = isMap(own) ? (own as YAMLMap) : onlyOurs(reader, reader.root);
  const values = reading.record(map, DOCUMENT_KEYS, "") as Pick<DocumentSays, "framework" | "context" | "kind">;
  const moved = [...reading.lines].map(([path, place]): [string, Place] => [path, belowFence(place)]);
  return { ...values, lines: new Map(moved), problems: reader.problems.map(belowFence) };
}

/** The pairs that can only be meant for us. */
function onlyOurs(reader: FileReader, root: YAMLMap): YAMLMap {
  const ours = root.clone() as YAMLMap;
  ours.items = ours.items.filter((pair) => {
    const name = String(pair.key);
    if (name === "kind") return true;
    if (name === "context") return isMap(pair.value) && CONTEXT.some((key) => (pair.value as YAMLMap).has(key));
    return name === "framework" && nearest(reader.string(root, name), FRAMEWORKS()) !== undefined;
  });
  return ours;
}

const CONTEXT = ["scale", "urgent", "draft"];
const FRAMEWORKS = (): string[] => builtInVocabularies().framework.map(({ name }) => name);

/** The text begins below the opening fence. */
function belowFence<T extends Place>(place: T): T {
  return { ...place, line: place.line + 1 };
}
