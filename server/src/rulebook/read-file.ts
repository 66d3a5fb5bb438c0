import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import type { Problem } from "../engine/definitions";
import { plainFault } from "./yaml-faults";

/** One YAML file being read: gives typed values and collects problems with their places. */
export class FileReader {
  private readonly counter = new LineCounter();
  readonly problems: Problem[] = [];
  readonly root: YAMLMap | undefined;
  /** It is no right YAML: what could be made out of it may not be what was meant. */
  readonly broken: boolean = true;

  constructor(
    readonly file: string,
    text: string,
    mayBeEmpty = false,
  ) {
    const document = this.parse(text);
    if (!document) return;
    this.tellFaults(document.errors);
    this.broken = document.errors.length > 0;
    const root = document.contents;
    for (const key of doubledKeys(root)) this.problem(key, `The key “${key}” stands here twice. Take one away.`);
    if (isMap(root)) this.root = root as YAMLMap;
    else if (!this.broken && !(mayBeEmpty && isNothing(root))) this.problemAt(0, NO_PAIRS);
  }

  /** One slip makes the library stumble over the same place several times: the first says enough. */
  private tellFaults(errors: readonly YAMLError[]): void {
    const lines = new Set<number>();
    for (const error of errors) {
      const { line } = this.counter.linePos(error.pos[0]);
      if (lines.size < MOST_ERRORS && !lines.has(line)) this.problemAt(error.pos[0], plainFault(error));
      lines.add(line);
    }
  }

  private parse(text: string): Document.Parsed | undefined {
    try {
      return parseDocument(text, { lineCounter: this.counter, prettyErrors: false, uniqueKeys: false });
    } catch (error) {
      // The library reads what is nested by calling itself.
      if (!(error instanceof RangeError)) throw error;
      this.problemAt(0, "The file is nested too deeply to be read. Write it flatter.");
      return undefined;
    }
  }

  lineOf(node: unknown): number {
    return this.counter.linePos(offsetOf(node)).line;
  }

  problem(node: unknown, message: string): void {
    this.problemAt(offsetOf(node), message, endOf(node));
  }

  /** Where a node stands; its end too, where that is on the same line. */
  placeOf(node: unknown): Omit<Problem, "message"> {
    return this.place(offsetOf(node), endOf(node));
  }

  private problemAt(offset: number, message: string, end?: number): void {
    this.problems.push({ ...this.place(offset, end), message });
  }

  private place(offset: number, end = offset): Omit<Problem, "message"> {
    const from = this.counter.linePos(offset);
    const to = this.counter.linePos(end);
    const endColumn = to.line === from.line && to.col > from.col ? { endColumn: to.col } : {};
    return { file: this.file, line: from.line || 1, column: from.col || 1, ...endColumn };
  }

  /** Reports every key of a map that is not among `known`, with the nearest known one, or what `cure` says of it. */
  keys(map: YAMLMap, known: readonly string[], cure: (key: string) => string | undefined = () => undefined): void {
    for (const pair of map.items as Pair<Node>[]) {
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
      if (known.includes(key)) continue;
      const near = nearest(key, known);
      this.problem(
        pair.key,
        `Unknown key “${shortened(key)}”. ${cure(key) ?? (near ? `Did you mean “${near}”?` : otherwise(known))}`,
      );
    }
  }

  get(map: YAMLMap, key: string): Node | undefined {
    return (map.get(key, true) as Node | undefined) ?? undefined;
  }

  string(map: YAMLMap, key: string, required = true): string {
    const node = this.get(map, key);
    if (node === undefined) {
      if (required) this.problem(map, `“${key}” is missing. Add a line \`${key}: …\`.`);
      return "";
    }
    if (isScalar(node) && typeof node.value === "string") return node.value;
    if (isScalar(node) && (typeof node.value === "number" || typeof node.value === "boolean"))
      return String(node.value);
    this.problem(node, `“${key}” must be text.`);
    return "";
  }

  /** One string or a list of them. */
  strings(map: YAMLMap, key: string): { value: string; node: Node }[] {
    const node = this.get(map, key);
    return node === undefined ? [] : this.stringsOf(node, key);
  }

  stringsOf(node: Node, key: string): { value: string; node: Node }[] {
    const items = isSeq(node) ? (node.items as Node[]) : [node];
    return items.flatMap((item) => {
      if (isScalar(item) && typeof item.value === "string") return [{ value: item.value, node: item as Node }];
      this.problem(item, `“${key}” must be text or a list of texts.`);
      return [];
    });
  }

  /** One map or a list of maps; a key with nothing behind it has none. */
  maps(map: YAMLMap, key: string): YAMLMap[] {
    const node = this.get(map, key);
    if (node === undefined || isNothing(node)) return [];
    const items = isSeq(node) ? (node.items as Node[]) : [node];
    return items.flatMap((item) => {
      if (isMap(item)) return [item as YAMLMap];
      this.problem(item, `“${key}” must hold \`key: value\` pairs, or a list of such pairs.`);
      return [];
    });
  }

  /** The pairs of a map under a key. */
  entries(map: YAMLMap, key: string): { key: string; value: Node }[] {
    const node = this.get(map, key);
    if (node === undefined) return [];
    if (isMap(node))
      return (node.items as Pair<Node, Node>[]).map((pair) => ({
        key: String(isScalar(pair.key) ? pair.key.value : pair.key),
        value: pair.value ?? pair.key,
      }));
    this.problem(node, `“${key}” must be a list of \`name: value\` pairs.`);
    return [];
  }

  text(node: Node, key: string): string {
    if (isScalar(node) && typeof node.value === "string") return node.value;
    this.problem(node, `“${key}” must be text.`);
    return "";
  }

  oneOf<T extends string>(map: YAMLMap, key: string, allowed: readonly T[], fallback: T): T {
    const node = this.get(map, key);
    if (node === undefined) return fallback;
    return this.choice(node, key, allowed) ?? fallback;
  }

  choice<T extends string>(node: Node, key: string, allowed: readonly T[]): T | undefined {
    const value = isScalar(node) ? String(node.value) : "";
    if ((allowed as readonly string[]).includes(value)) return value as T;
    const near = nearest(value, allowed);
    this.problem(
      node,
      `“${value}” is no ${key}.${near ? ` Did you mean “${near}”?` : ""} Choose from: ${allowed.join(", ")}.`,
    );
    return undefined;
  }
}

const NO_PAIRS = "The file must be a list of `key: value` pairs, with a space after each colon.";

/** Comments alone come to nothing; so does a file that only marks its own beginning. */
function isNothing(root: unknown): boolean {
  return root === null || (isScalar(root) && root.value === null);
}

/** A file that is no YAML at all has an error in every line. */
const MOST_ERRORS = 20;

/** Keys that stand twice in one map. The library's own check would take minutes for a map of many keys. */
function* doubledKeys(root: unknown): Iterable<Node> {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isSeq(node)) for (const item of node.items) open.push(item);
    if (!isMap(node)) continue;
    const seen = new Set<unknown>();
    for (const { key, value } of node.items as Pair<Node>[]) {
      const name = isScalar(key) ? key.value : key;
      if (seen.has(name)) yield key;
      seen.add(name);
      open.push(value);
    }
  }
}

/** Of many names nobody reads the list: a place to look them up serves better. */
function otherwise(known: readonly string[]): string {
  if (known.length <= FEW) return `Choose from: ${known.join(", ")}.`;
  return "Take it away, or check how far it is indented.";
}

const FEW = 8;

function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

function endOf(node: unknown): number | undefined {
  return (node as { range?: [number, number, number] } | undefined)?.range?.[1];
}

function offsetOf(node: unknown): number {
  const range = (node as { range?: [number, number, number] } | undefined)?.range;
  if (range) return range[0];
  const first = (node as { items?: { key?: unknown }[] } | undefined)?.items?.[0]?.key;
  return first ? offsetOf(first) : 0;
}

/** The known word that a mistyped or shortened one is nearest to, if it is near at all. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const low = word.slice(0, 60).toLowerCase();
  const begun = known.filter((candidate) => low.length > 2 && candidate.toLowerCase().startsWith(low));
  if (begun.length === 1) return begun[0];
  let best: string | undefined;
  // In a word of two letters, another letter makes another word.
  let least = (word.length < 3 ? 1 : Math.max(2, Math.floor(word.length / 3))) + 1;
  for (const candidate of known) {
    const distance = editDistance(low, candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Letters put in, left out, changed or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, changed, swapped ? before[j - 2]! + 1 : changed));
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
