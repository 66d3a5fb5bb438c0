import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import { FileReader, nearest } from "../rulebook/read-file";
import { faultOfPhrase } from "../rulebook/read-rulebook";
import { faultOfPattern } from "./glob";
import { KEYS, type Key, type Shape, type Vocabularies, type Vocabulary } from "./keys";
import type { Problem } from "./problem";

/** What one file says, checked. What was wrong is left out, and named among the problems. */
export interface ConfigFile {
  readonly uri: string;
  readonly values: ConfigValues;
  /** The line of each value, by its path: `rules.payment-missing`, `extends.1`. */
  readonly lines: ReadonlyMap<string, Place>;
  readonly problems: readonly Problem[];
}

export type Place = Omit<Problem, "message">;

/** The values as the keys' shapes promise them. Where one value or a list may stand, it is a list here. */
export interface ConfigValues {
  readonly root?: boolean;
  readonly extends?: readonly string[];
  readonly framework?: string;
  readonly overlays?: readonly string[];
  readonly context?: {
    readonly scale?: "small" | "usual" | "large";
    readonly urgent?: boolean;
    readonly draft?: boolean;
  };
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly rules?: Readonly<Record<string, Level | RuleOptions>>;
  readonly families?: Readonly<Record<string, Level>>;
  readonly accepted?: readonly { readonly term: string; readonly by: string; readonly why?: string }[];
  readonly policies?: Readonly<Record<string, string | { readonly link: string }>>;
  readonly phrases?: Readonly<Record<string, readonly string[]>>;
  readonly rulePaths?: readonly string[];
  readonly baseline?: string;
  readonly failOn?: "error" | "warning" | "info" | "hint" | "never";
}

type Level = "error" | "warning" | "info" | "hint" | "off";

export interface RuleOptions {
  readonly level?: Level;
  readonly message?: string;
  readonly unless?: readonly string[];
}

/** No list in a configuration that people keep by hand is longer. */
const MOST_ITEMS = 500;
const LONGEST_MESSAGE = 160;
const LONGEST_TEXT = 1000;
/** So many names can be read at a glance; of more, only the nearest is named. */
const FEW = 12;

/** Reads a configuration. Names of rules and facts are not looked at yet: the team's own come later. */
export function readConfig(uri: string, text: string, known: Vocabularies, lists: readonly string[]): ConfigFile {
  const reader = new FileReader(uri, text, true);
  const faults = [...reader.problems];
  const reading = new Reading(reader, known, lists);
  const values = reader.root ? reading.record(reader.root, KEYS, "") : {};
  // What else is amiss in a file that is no right YAML mostly follows from that.
  const problems = reader.broken ? faults : reader.problems;
  return { uri, values: values as ConfigValues, lines: reading.lines, problems };
}

/** Names that are only known once the team's own rules were read are checked then. */
const LATER: readonly Vocabulary[] = ["rule", "fact"];

/** Turns nodes into values by the shapes that keys promise. */
export class Reading {
  readonly lines = new Map<string, Place>();

  constructor(
    private readonly reader: FileReader,
    private readonly known: Vocabularies,
    private readonly lists: readonly string[],
  ) {}

  record(map: YAMLMap, keys: readonly Key[], path: string): Record<string, unknown> {
    const names = keys.map(({ name }) => name);
    this.reader.keys(map, names, (key) => this.placeFor(key));
    const pairs = keys.flatMap((key): [string, unknown][] => {
      const node = this.reader.get(map, key.name);
      if (node === undefined) {
        if (key.required)
          this.reader.problem(map, `“${key.name}” is missing. Add a line \`${key.name}: ${key.example}\`.`);
        return [];
      }
      const value = this.value(node, key.shape, under(path, key.name), key);
      return value === undefined ? [] : [[key.name, value]];
    });
    const whole = keys.every((key) => !key.required || pairs.some(([name]) => name === key.name));
    return whole ? Object.fromEntries(pairs) : INCOMPLETE;
  }

  /** A name that stands one step too far out, where it would be right under another key. */
  private placeFor(name: string): string | undefined {
    const place = PLACES.find(([, of]) => this.known[of].some((choice) => choice.name === name));
    return place && `It is a ${CALLED[place[1]]}: indent it under \`${place[0]}:\`.`;
  }

  private value(node: Node, shape: Shape, path: string, key: Key): unknown {
    this.lines.set(path, this.reader.placeOf(node));
    if (isAlias(node)) return this.wrong(node, NO_ALIAS);
    if (shape.is !== "text" && isScalar(node) && node.value === null)
      return this.wrong(node, `“${key.name}” holds nothing. Indent what belongs to it below, or take it away.`);
    switch (shape.is) {
      case "text":
        return this.text(node, shape, key);
      case "flag":
        if (isScalar(node) && typeof node.value === "boolean") return node.value;
        return this.wrong(node, `“${key.name}” must be true or false.`);
      case "some":
        return this.some(node, shape.each, path, key);
      case "map":
        return this.map(node, shape, path, key);
      case "record":
        return isMap(node)
          ? complete(this.record(node as YAMLMap, shape.keys, path))
          : this.wrong(node, noPairs(node, "key", key));
      case "short or long":
        return this.value(node, isMap(node) ? shape.long : shape.short, path, key);
    }
  }

  /** A list of which nothing is right counts as not said: an `include` that takes nothing in is not what was meant. */
  private some(node: Node, each: Shape, path: string, key: Key): unknown[] | undefined {
    const items = isSeq(node) ? (node.items as Node[]) : [node];
    if (items.length > MOST_ITEMS)
      this.wrong(node, `“${key.name}” holds over ${MOST_ITEMS} items: the rest is left out.`);
    const values = items.slice(0, MOST_ITEMS).flatMap((item, number) => {
      const value = this.value(item, each, under(path, String(number)), key);
      return value === undefined ? [] : [value];
    });
    return items.length > 0 && values.length === 0 ? undefined : values;
  }

  private map(node: Node, shape: Extract<Shape, { is: "map" }>, path: string, key: Key): unknown {
    if (!isMap(node)) return this.wrong(node, noPairs(node, "name", key));
    const pairs = (node.items as Pair<Node, Node | null>[]).flatMap((pair): [string, unknown][] => {
      const name = String(isScalar(pair.key) ? pair.key.value : pair.key);
      if (shape.by && !LATER.includes(shape.by) && !this.isKnown(pair.key, name, shape.by)) return [];
      const value = this.value(pair.value ?? pair.key, shape.value, under(path, name), { ...key, name });
      this.lines.set(`${under(path, name)}:`, this.reader.placeOf(pair.key));
      return value === undefined ? [] : [[name, value]];
    });
    return Object.fromEntries(pairs.slice(0, MOST_ITEMS));
  }

  private text(node: Node, shape: Extract<Shape, { is: "text" }>, key: Key): string | undefined {
    if (isSeq(node) || isMap(node))
      return this.wrong(node, `“${key.name}” takes one value, and there is more here. Write, say, \`${key.example}\`.`);
    if (!isScalar(node) || node.value === null || node.value === "")
      return this.wrong(node, `“${key.name}” has no value that can be read. Write, say, \`${key.example}\`.`);
    const value = String(node.value);
    if (value.length > LONGEST_TEXT)
      return this.wrong(node, `“${key.name}” is over ${LONGEST_TEXT} characters long. Shorten it.`);
    if (key.name === "message" && value.length > LONGEST_MESSAGE)
      return this.wrong(node, `The message is over ${LONGEST_MESSAGE} characters: say it shorter.`);
    if (shape.of && !this.isKnown(node, value, shape.of)) return undefined;
    const fault = shape.phrase ? faultOfPhrase(value, this.lists) : shape.pattern && faultOfPattern(value);
    return fault ? this.wrong(node, fault) : value;
  }

  private isKnown(node: Node, name: string, of: Vocabulary): boolean {
    const names = this.known[of].map((choice) => choice.name);
    if (names.includes(name)) return true;
    this.wrong(node, unknownName(name, of, names));
    return false;
  }

  private wrong(node: Node, message: string): undefined {
    this.reader.problem(node, message);
    return undefined;
  }
}

/** Where a name belongs that people write by itself, or indent too little. */
const PLACES: readonly (readonly [string, Vocabulary])[] = [
  ["rules", "rule"],
  ["families", "family"],
  ["phrases", "fact"],
];

/** What begins with a star is a reference in YAML, though a pattern is what most people mean by it. */
const NO_ALIAS =
  "References (`*name`) are not read here. Write the value out, or put a pattern that begins with * in double quotes.";

function noPairs(node: Node, name: string, { name: key, example }: Key): string {
  const cure = isSeq(node) && !example.startsWith("[") ? "Take the hyphens away" : `Write, say, \`${example}\``;
  return `“${key}” must be \`${name}: value\` pairs. ${cure}.`;
}

/** Stands for a record that lacks what it can't do without. */
const INCOMPLETE: Record<string, unknown> = {};

function complete(record: Record<string, unknown>): unknown {
  return record === INCOMPLETE ? undefined : record;
}

function under(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}

const CALLED: Readonly<Record<Vocabulary, string>> = {
  framework: "framework",
  overlay: "overlay",
  rule: "rule",
  family: "family of rules",
  level: "level",
  policy: "kind of policy",
  fact: "fact",
  scale: "scale",
  failOn: "level",
  severity: "level",
  concern: "concern",
  supply: "supply",
  unit: "unit",
  guard: "guard",
  participation: "level of participation",
  stage: "stage",
  right: "decision right",
};

/** Says that a name is not known, with the nearest that is. */
export function unknownName(name: string, of: Vocabulary, names: readonly string[]): string {
  const near = nearest(name.replace(/^[“‘](.*)[”’]$/, "$1"), names);
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  if (near) return `There is no ${CALLED[of]} “${shown}”. Did you mean “${near}”?`;
  return `There is no ${CALLED[of]} “${shown}”.${names.length <= FEW ? ` Choose from: ${names.join(", ")}.` : ""}`;
}
