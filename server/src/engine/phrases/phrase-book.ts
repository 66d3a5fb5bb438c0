import type { Token } from "../text/tokens";
import type { Element } from "./parse";
import {
  compile,
  firstTakes,
  type Line,
  type ListHit,
  type Program,
  Runner,
  requiredTakes,
  type Take,
} from "./program";

/** Where a phrase matched: words `from` to `to` (exclusive) of the sentence, and the number of its owner. */
export interface PhraseHit {
  readonly owner: number;
  readonly from: number;
  readonly to: number;
}

interface Entry {
  readonly owner: number;
  readonly program: Program;
  /** Of each of these sets of atoms one must be in the sentence, or the phrase can't match. */
  readonly required: readonly Int32Array[];
}

/** How many required parts are looked for before a phrase is run: the first ones cost least and tell most. */
const MOST_REQUIRED = 3;

/**
 * Many phrases, found in one pass. A word, a form, a list or a number that phrases speak of is an atom; each sentence
 * marks its atoms once, and a phrase is run only where it can begin and where all that it needs is present.
 */
class PhraseIndex {
  private count = 0;
  private readonly words = new Map<string, number>();
  private readonly stems = new Map<string, number>();
  /** By the number of the list; undefined where no phrase speaks of it. */
  private readonly lists: number[] = [];
  private aNumber = -1;
  /** The phrases that can begin with each atom. */
  private readonly starting: Entry[][] = [];
  private readonly anywhere: Entry[] = [];
  private readonly runner = new Runner();
  private present = new Int32Array(0);
  private stamp = 0;

  constructor(private readonly listNumber: (name: string) => number) {}

  add(elements: readonly Element[], owner: number): void {
    const program = compile(elements, this.listNumber);
    const sets = requiredTakes(elements).map((takes) => Int32Array.from(takes, (take) => this.atomOf(take)));
    const takes = firstTakes(program);
    const first = takes && new Set(takes.map((take) => this.atomOf(take)));
    // Where a phrase is run, something that it can begin with is there already: asking for it would tell nothing.
    const telling = sets.filter((set) => !first || ![...first].every((atom) => set.includes(atom)));
    const required = telling.sort((a, b) => a.length - b.length).slice(0, MOST_REQUIRED);
    const entry = { owner, program, required };
    if (!first) this.anywhere.push(entry);
    else for (const atom of first) this.starting[atom]!.push(entry);
  }

  private atomOf(take: Take): number {
    switch (take.kind) {
      case "word":
        return this.known(this.words, take.word);
      case "stem":
        return this.known(this.stems, take.stem);
      case "list": {
        const list = this.listNumber(take.list);
        this.lists[list] ??= this.newAtom();
        return this.lists[list];
      }
      default:
        if (this.aNumber < 0) this.aNumber = this.newAtom();
        return this.aNumber;
    }
  }

  private known(atoms: Map<string, number>, key: string): number {
    const atom = atoms.get(key) ?? this.newAtom();
    atoms.set(key, atom);
    return atom;
  }

  private newAtom(): number {
    this.starting.push([]);
    this.present = new Int32Array(0);
    this.count += 1;
    return this.count - 1;
  }

  get steps(): number {
    return this.runner.steps;
  }

  /** Calls back for every match in a sentence. */
  each(line: Line, found: (hit: PhraseHit) => void): void {
    const places = this.mark(line);
    for (let at = 0; at < places.length; at++) {
      for (const atom of places[at]!) this.tryAll(this.starting[atom]!, line, at, found);
      if (this.anywhere.length) this.tryAll(this.anywhere, line, at, found);
    }
  }

  /** Marks the atoms of a sentence as present, and gives those at each word. */
  private mark({ tokens, lists }: Line): number[][] {
    if (this.present.length < this.count) this.present = new Int32Array(this.count);
    this.stamp += 1;
    const places: number[][] = [];
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!;
      const atoms: number[] = [];
      this.note(this.words.get(token.word), atoms);
      this.note(this.stems.get(token.stem), atoms);
      if (token.value !== undefined && this.aNumber >= 0) this.note(this.aNumber, atoms);
      const hits = lists[at];
      if (hits) for (const { list } of hits) this.note(this.lists[list], atoms);
      places.push(atoms);
    }
    return places;
  }

  /** A list may have two entries that begin at one word: it is one atom all the same. */
  private note(atom: number | undefined, atoms: number[]): void {
    if (atom === undefined || atoms.includes(atom)) return;
    this.present[atom] = this.stamp;
    atoms.push(atom);
  }

  private tryAll(entries: readonly Entry[], line: Line, at: number, found: (hit: PhraseHit) => void): void {
    for (const { owner, program, required } of entries) {
      if (!this.canMatch(required)) continue;
      const to = this.runner.run(program, line, at);
      if (to > at) found({ owner, from: at, to });
    }
  }

  private canMatch(required: readonly Int32Array[]): boolean {
    for (const set of required) {
      let any = false;
      for (let i = 0; i < set.length && !any; i++) any = this.present[set[i]!] === this.stamp;
      if (!any) return false;
    }
    return true;
  }
}

/** Finds the entries of computed lists in a sentence: words `from` to `to` (exclusive). */
export type Computed = (
  tokens: readonly Token[],
) => readonly { readonly list: string; readonly from: number; readonly to: number }[];

/** The word lists and the phrases of a book. Lists are found first, since phrases may name them. */
export class PhraseBook {
  private readonly names = new Map<string, number>();
  private readonly computed: Computed[] = [];
  private readonly lists = new PhraseIndex((name) => this.numberOf(name));
  private readonly phrases = new PhraseIndex((name) => this.numberOf(name));

  /** A list's entries are phrases that name no list. */
  addList(name: string, entries: readonly (readonly Element[])[]): void {
    const number = this.names.size;
    this.names.set(name, number);
    for (const entry of entries) this.lists.add(entry, number);
  }

  addPhrase(elements: readonly Element[], owner: number): void {
    this.phrases.add(elements, owner);
  }

  /** A list whose entries are worked out from a sentence by `find`. */
  addComputed(names: readonly string[], find: Computed): void {
    for (const name of names) this.names.set(name, this.names.size);
    this.computed.push(find);
  }

  /** The work done since the book was made, counted in steps so that it is the same on every machine. */
  get steps(): number {
    return this.lists.steps + this.phrases.steps;
  }

  get listNames(): readonly string[] {
    return [...this.names.keys()];
  }

  /** Lays a sentence out: its words and which list entries start at each. */
  line(tokens: readonly Token[]): Line {
    const lists: ListHit[][] = new Array(tokens.length);
    const note = (list: number, from: number, to: number): void => {
      const known = lists[from] ?? [];
      lists[from] = known;
      if (!known.some((hit) => hit.list === list && hit.length === to - from)) known.push({ list, length: to - from });
    };
    this.lists.each({ tokens, lists: [] }, ({ owner, from, to }) => note(owner, from, to));
    for (const find of this.computed) {
      for (const { list, from, to } of find(tokens)) note(this.numberOf(list), from, to);
    }
    return { tokens, lists };
  }

  each(line: Line, found: (hit: PhraseHit) => void): void {
    this.phrases.each(line, found);
  }

  private numberOf(name: string): number {
    return this.names.get(name) ?? -1;
  }
}
