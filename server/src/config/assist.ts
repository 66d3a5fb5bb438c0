import { type Cursor, cursorAt } from "./cursor";
import { type Choice, KEYS, type Key, type Shape, type Vocabularies } from "./keys";
import { FACT_KEYS, RULE_KEYS, WORD_KEYS } from "./rule-keys";
import { folderOf, nameOf } from "./uri";
import { CONFIG_NAME } from "./world";

/** Which of a team's files a text is. */
export type TeamFile = "configuration" | "rule" | "fact" | "words";

const KEYS_OF: Readonly<Record<TeamFile, readonly Key[]>> = {
  configuration: KEYS,
  rule: RULE_KEYS,
  fact: FACT_KEYS,
  words: WORD_KEYS,
};

/** Tells a team's files by their names; `ruleFiles` are those that a configuration names. */
export function teamFileOf(uri: string, ruleFiles: readonly string[]): TeamFile | undefined {
  if (nameOf(uri) === CONFIG_NAME) return "configuration";
  if (!ruleFiles.includes(uri)) return undefined;
  const folder = nameOf(folderOf(uri));
  return folder === "facts" ? "fact" : folder === "words" ? "words" : "rule";
}

/** Something that can be written where the cursor stands. */
export interface Completion {
  readonly label: string;
  readonly doc: string;
  readonly kind: "key" | "value";
  /** What takes the place of the text from `start` to `end`. */
  readonly insert: string;
  readonly start: number;
  readonly end: number;
}

export function complete(text: string, offset: number, file: TeamFile, known: Vocabularies): Completion[] {
  const cursor = cursorAt(text, offset);
  const { start, end } = cursor;
  const { kind, choices } = offered(cursor, file, known);
  const followed = /^:/.test(text.slice(end));
  return choices.map(({ name, doc }) => {
    const insert = kind === "key" && !followed ? `${name}: ` : name;
    return { label: name, doc, kind, insert, start, end };
  });
}

export interface HoverText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the word under the cursor means. */
export function explainWord(text: string, offset: number, file: TeamFile, known: Vocabularies): HoverText | undefined {
  const cursor = cursorAt(text, offset);
  const choice = offered(cursor, file, known).choices.find(({ name }) => name === cursor.word);
  return choice && { text: choice.doc, start: cursor.start, end: cursor.end };
}

interface Offered {
  readonly kind: "key" | "value";
  readonly choices: readonly Choice[];
}

const NOTHING: Offered = { kind: "value", choices: [] };

function offered({ path, key, inComment }: Cursor, file: TeamFile, known: Vocabularies): Offered {
  if (inComment) return NOTHING;
  let shape: Shape | undefined = { is: "record", keys: KEYS_OF[file] };
  for (const name of path) shape = shape && below(shape, name);
  if (!shape) return NOTHING;
  if (key === undefined) return besideKeys(shape, known);
  const value = below(shape, key);
  return value ? { kind: "value", choices: valuesOf(value, known) } : NOTHING;
}

/** The shape of what stands under a name. */
function below(shape: Shape, name: string): Shape | undefined {
  const inner = plain(shape);
  if (inner.is === "record") return inner.keys.find((key) => key.name === name)?.shape;
  return inner.is === "map" ? inner.value : undefined;
}

/** Of a list its items, of two forms the long one: what can have keys. */
function plain(shape: Shape): Shape {
  if (shape.is === "some") return plain(shape.each);
  return shape.is === "short or long" ? shape.long : shape;
}

/** Where no key has been written, there may be keys, or the items of a list. */
function besideKeys(shape: Shape, known: Vocabularies): Offered {
  const inner = plain(shape);
  if (inner.is === "record")
    return {
      kind: "key",
      choices: inner.keys.map(({ name, doc, example }) => ({ name, doc: `${doc} For example, ${example}.` })),
    };
  if (inner.is === "map") return { kind: "key", choices: inner.by ? known[inner.by] : [] };
  return { kind: "value", choices: valuesOf(inner, known) };
}

const FLAG: readonly Choice[] = [
  { name: "true", doc: "Yes." },
  { name: "false", doc: "No." },
];

function valuesOf(shape: Shape, known: Vocabularies): readonly Choice[] {
  switch (shape.is) {
    case "text": {
      const from = shape.of ?? shape.offers;
      return from ? known[from] : [];
    }
    case "flag":
      return FLAG;
    case "some":
      return valuesOf(shape.each, known);
    case "short or long":
      return valuesOf(shape.short, known);
    default:
      return [];
  }
}
