import { Gap, type Token } from "../text/tokens";
import type { Element } from "./parse";

/** A phrase made ready to run: a small graph whose nodes each take one word, one list entry or nothing. */
interface Node {
  readonly take: Exclude<Element, { kind: "gap" } | { kind: "choice" }> | undefined;
  /** In a gap any word will do and a bracket or semicolon may stand before it. */
  readonly loose: boolean;
  next: number[];
}

export interface Program {
  readonly nodes: readonly Node[];
  readonly entry: readonly number[];
}

/** The list entries that start at a word: the number of the list and how many words the entry takes. */
export interface ListHit {
  readonly list: number;
  readonly length: number;
}

/** One sentence laid out for matching. */
export interface Line {
  readonly tokens: readonly Token[];
  readonly lists: readonly (readonly ListHit[])[];
}

const ACCEPT = -1;

export function compile(elements: readonly Element[]): Program {
  const nodes: Node[] = [];
  const entry = lay(elements, [ACCEPT], nodes);
  return { nodes, entry };
}

/** Lays elements before `after`, from the last to the first, and gives the nodes to begin with. */
function lay(elements: readonly Element[], after: readonly number[], nodes: Node[]): number[] {
  let next = [...after];
  for (let i = elements.length - 1; i >= 0; i--) next = layOne(elements[i]!, next, nodes);
  return next;
}

function layOne(element: Element, next: number[], nodes: Node[]): number[] {
  if (element.kind === "choice") {
    const entries = element.options.flatMap((option) => lay(option, next, nodes));
    return element.optional ? [...entries, ...next] : entries;
  }
  if (element.kind === "gap") {
    let entry = next;
    for (let i = 0; i < element.most; i++) entry = [...next, push(nodes, { kind: "any" }, entry, true)];
    return entry;
  }
  return [push(nodes, element, next, false)];
}

function push(nodes: Node[], take: Node["take"], next: readonly number[], loose: boolean): number {
  nodes.push({ take, loose, next: [...new Set(next)] });
  return nodes.length - 1;
}

/** What a phrase can begin with, for the index. `undefined` where it can begin with anything. */
export function firstTakes(program: Program): NonNullable<Node["take"]>[] | undefined {
  const takes: NonNullable<Node["take"]>[] = [];
  for (const entry of program.entry) {
    const take = entry === ACCEPT ? undefined : program.nodes[entry]!.take;
    if (!take || take.kind === "any") return undefined;
    takes.push(take);
  }
  return takes;
}

/**
 * The end (in words) of the longest match that begins at the word `at`, or -1. Each pair of node and place is visited
 * once, so the work is bounded by the size of the phrase times the length of the sentence.
 */
export function run(program: Program, line: Line, at: number, listNumber: (name: string) => number): number {
  const width = line.tokens.length + 1;
  const seen = new Set<number>();
  let best = -1;
  const visit = (node: number, place: number, loose: boolean): void => {
    if (node === ACCEPT) {
      if (place > best) best = place;
      return;
    }
    const key = node * width + place;
    if (seen.has(key) || place >= line.tokens.length) return;
    seen.add(key);
    const current = program.nodes[node]!;
    const token = line.tokens[place]!;
    if (place > at && token.gap === Gap.Strong && !loose && !current.loose) return;
    for (const length of takes(current, token, line, place, listNumber)) {
      for (const next of current.next) visit(next, place + length, current.loose);
    }
  };
  for (const entry of program.entry) visit(entry, at, false);
  return best;
}

const ONE: readonly number[] = [1];
const NONE: readonly number[] = [];

/** How many words the node can take here: usually one way or none; a list may have entries of several lengths. */
function takes(
  node: Node,
  token: Token,
  line: Line,
  place: number,
  listNumber: (name: string) => number,
): readonly number[] {
  const take = node.take!;
  switch (take.kind) {
    case "any":
      return ONE;
    case "word":
      return token.word === take.word ? ONE : NONE;
    case "stem":
      return token.stem === take.stem ? ONE : NONE;
    case "number":
      return token.value === undefined ? NONE : ONE;
    case "list": {
      const list = listNumber(take.list);
      const hits = line.lists[place];
      return hits ? hits.filter((hit) => hit.list === list).map((hit) => hit.length) : NONE;
    }
  }
}
