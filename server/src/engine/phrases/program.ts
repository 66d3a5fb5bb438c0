import { Gap, type Token } from "../text/tokens";
import type { Element } from "./parse";

/** What one node takes: a word, a form of a word, a number, an entry of a list, or any word at all. */
export type Take = Exclude<Element, { kind: "gap" } | { kind: "choice" }>;

/** A phrase made ready to run: a small graph whose nodes each take one word or one list entry. */
interface Node {
  readonly take: Take;
  /** The number of the list that it takes an entry of, or -1. */
  readonly list: number;
  /** In a gap any word will do, and a bracket or semicolon may stand before it. */
  readonly loose: boolean;
  readonly next: readonly number[];
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

export function compile(elements: readonly Element[], listNumber: (name: string) => number): Program {
  const layout = new Layout(listNumber);
  const entry = layout.lay(elements, [ACCEPT]);
  return { nodes: layout.nodes, entry };
}

class Layout {
  readonly nodes: Node[] = [];
  constructor(private readonly listNumber: (name: string) => number) {}

  /** Lays elements before `after`, from the last to the first, and gives the nodes to begin with. */
  lay(elements: readonly Element[], after: readonly number[]): readonly number[] {
    return elements.reduceRight((next, element) => this.layOne(element, next), after);
  }

  private layOne(element: Element, next: readonly number[]): readonly number[] {
    if (element.kind === "choice") {
      const entries = element.options.flatMap((option) => this.lay(option, next));
      return [...new Set(element.optional ? [...entries, ...next] : entries)];
    }
    if (element.kind !== "gap") return [this.push(element, next, false)];
    let entry = next;
    for (let i = 0; i < element.most; i++) entry = [...next, this.push({ kind: "any" }, entry, true)];
    return entry;
  }

  private push(take: Take, next: readonly number[], loose: boolean): number {
    const list = take.kind === "list" ? this.listNumber(take.list) : -1;
    this.nodes.push({ take, list, loose, next: [...new Set(next)] });
    return this.nodes.length - 1;
  }
}

/** What a phrase can begin with, for the index. `undefined` where it can begin with anything. */
export function firstTakes(program: Program): Take[] | undefined {
  const takes: Take[] = [];
  for (const entry of program.entry) {
    const take = entry === ACCEPT ? undefined : program.nodes[entry]!.take;
    if (!take || take.kind === "any") return undefined;
    takes.push(take);
  }
  return takes;
}

/** For each part that a phrase cannot do without, the takes of which one must be in the sentence. */
export function requiredTakes(elements: readonly Element[]): Take[][] {
  return elements.flatMap((element) => {
    if (element.kind === "gap" || element.kind === "any") return [];
    if (element.kind !== "choice") return [[element]];
    if (element.optional) return [];
    const options = element.options.map((option) => requiredTakes(option)[0]);
    return options.every((option) => option !== undefined) ? [options.flat() as Take[]] : [];
  });
}

/**
 * Runs programs. Each pair of node and place is visited once, so the work is bounded by the size of the phrase times
 * the length of the sentence. The marks of what was visited are kept from run to run, told apart by a stamp.
 */
export class Runner {
  private seen = new Int32Array(4096);
  private stamp = 0;
  /** How often a node was looked at since the beginning: the work done, on any machine. */
  steps = 0;
  private best = -1;
  private at = 0;

  /** The end (in words) of the longest match that begins at the word `at`, or -1. */
  run(program: Program, line: Line, at: number): number {
    const size = program.nodes.length * (line.tokens.length + 1);
    if (this.seen.length < size) this.seen = new Int32Array(size * 2);
    this.stamp += 1;
    this.best = -1;
    this.at = at;
    this.follow(program, line, program.entry, at, false);
    return this.best;
  }

  /** Looks at each of some nodes, and goes on from those that take what stands at `place`. */
  private follow(program: Program, line: Line, numbers: readonly number[], place: number, loose: boolean): void {
    const { tokens } = line;
    const size = tokens.length;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      if (number === ACCEPT) {
        if (place > this.best) this.best = place;
        continue;
      }
      const key = number * (size + 1) + place;
      if (place >= size || this.seen[key] === this.stamp) continue;
      this.seen[key] = this.stamp;
      const node = program.nodes[number]!;
      this.steps += node.next.length;
      const token = tokens[place]!;
      if (token.gap === Gap.Strong && place > this.at && !loose && !node.loose) continue;
      if (node.list >= 0) this.followEntries(program, line, node, place);
      else if (takes(node.take, token)) this.follow(program, line, node.next, place + 1, node.loose);
    }
  }

  private followEntries(program: Program, line: Line, node: Node, place: number): void {
    for (const hit of line.lists[place] ?? NO_HITS)
      if (hit.list === node.list) this.follow(program, line, node.next, place + hit.length, node.loose);
  }
}

const NO_HITS: readonly ListHit[] = [];

function takes(take: Take, token: Token): boolean {
  switch (take.kind) {
    case "any":
      return true;
    case "word":
      return token.word === take.word;
    case "stem":
      return token.stem === take.stem;
    case "number":
      return token.value !== undefined;
    case "list":
      return false;
  }
}
