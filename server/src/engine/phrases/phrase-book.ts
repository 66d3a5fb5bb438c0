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
}

/** How many required parts are looked for before a phrase is run: the first ones cost least and tell most. */
const MOST_REQUIRED = 3;
/** The number of the set of atoms that is always there. */
const NOTHING_REQUIRED = 0;
/** So many words are remembered with their atoms. */
const MOST_WORDS = 50_000;

/**
 * Many phrases, found in one pass. A word, a form, a list or a number that phrases speak of is an atom; each sentence
 * marks its atoms once, and a phrase is run only where it can begin and where all that it needs is present. What a phrase
 * needs is one of a set of atoms; many phrases need the same sets, so a sentence is asked for each set once.
 */
class PhraseIndex {
  private count = 0;
  private readonly words = new Map<string, number>();
  private readonly stems = new Map<string, number>();
  /** By the number of the list; undefined where no phrase speaks of it. */
  private readonly lists: number[] = [];
  private aNumber = -1;
  private readonly entries: Entry[] = [];
  /** The phrases that can begin with each atom: for each its number, then those of the sets that it needs. */
  private readonly starting: number[][] = [];
  private readonly anywhere: number[] = [];
  private readonly runner = new Runner();
  private readonly sets: (readonly number[])[] = [[]];
  private readonly setNumbers = new Map<string, number>();
  /** For each set twice the stamp of the sentence that was asked for it last, and one more if it was there. */
  private met = new Int32Array(0);
  private present = new Int32Array(0);
  private stamp = 0;
  /** The atoms of words by themselves. */
  private readonly atomsOfWords = new Map<string, readonly number[]>();

  constructor(private readonly listNumber: (name: string) => number) {}

  add(elements: readonly Element[], owner: number): void {
    const program = compile(elements, this.listNumber);
    const sets = requiredTakes(elements).map((takes) => takes.map((take) => this.atomOf(take)));
    const takes = firstTakes(program);
    const first = takes && new Set(takes.map((take) => this.atomOf(take)));
    // Where a phrase is run, something that it can begin with is there already: asking for it would tell nothing.
    const telling = sets.filter((set) => !first || ![...first].every((atom) => set.includes(atom)));
    const needs = Array.from({ length: MOST_REQUIRED }, () => NOTHING_REQUIRED);
    telling
      .sort((a, b) => a.length - b.length)
      .slice(0, MOST_REQUIRED)
      .forEach((set, at) => {
        needs[at] = this.setNumber(set);
      });
    const number = this.entries.push({ owner, program }) - 1;
    if (!first) this.anywhere.push(number, ...needs);
    else for (const atom of first) this.starting[atom]!.push(number, ...needs);
  }

  private setNumber(atoms: readonly number[]): number {
    const key = [...new Set(atoms)].sort((a, b) => a - b).join();
    let number = this.setNumbers.get(key);
    if (number === undefined) {
      number = this.sets.push(atoms) - 1;
      this.setNumbers.set(key, number);
    }
    return number;
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
    this.atomsOfWords.clear();
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
  private mark({ tokens, lists }: Line): (readonly number[])[] {
    if (this.present.length < this.count) this.present = new Int32Array(this.count);
    if (this.met.length < this.sets.length) this.met = new Int32Array(this.sets.length);
    this.stamp += 1;
    this.met[NOTHING_REQUIRED] = this.stamp * 2 + 1;
    return tokens.map((token, at) => {
      const atoms = this.atomsAt(token, lists[at]);
      for (let i = 0; i < atoms.length; i++) this.present[atoms[i]!] = this.stamp;
      return atoms;
    });
  }

  private atomsAt(token: Token, hits: readonly ListHit[] | undefined): readonly number[] {
    const known = this.atomsOfWord(token);
    const counts = token.value !== undefined && this.aNumber >= 0;
    if (!counts && !hits) return known;
    const atoms = counts ? [...known, this.aNumber] : [...known];
    // A list may have two entries that begin at one word: it is one atom all the same.
    for (const { list } of hits ?? []) {
      const atom = this.lists[list];
      if (atom !== undefined && !atoms.includes(atom)) atoms.push(atom);
    }
    return atoms;
  }

  private atomsOfWord({ word, stem }: Token): readonly number[] {
    let atoms = this.atomsOfWords.get(word);
    if (!atoms) {
      atoms = [this.words.get(word), this.stems.get(stem)].filter((atom) => atom !== undefined);
      if (this.atomsOfWords.size > MOST_WORDS) this.atomsOfWords.clear();
      this.atomsOfWords.set(word, atoms);
    }
    return atoms;
  }

  /** The numbers come in groups: of an entry, then of what it needs. */
  private tryAll(numbers: readonly number[], line: Line, at: number, found: (hit: PhraseHit) => void): void {
    for (let i = 0; i < numbers.length; i += MOST_REQUIRED + 1) {
      if (!this.isMet(numbers[i + 1]!) || !this.isMet(numbers[i + 2]!) || !this.isMet(numbers[i + 3]!)) continue;
      const { owner, program } = this.entries[numbers[i]!]!;
      const to = this.runner.run(program, line, at);
      if (to > at) found({ owner, from: at, to });
    }
  }

  private isMet(set: number): boolean {
    const known = this.met[set]!;
    if (known >> 1 === this.stamp) return (known & 1) === 1;
    const met = this.sets[set]!.some((atom) => this.present[atom] === this.stamp);
    this.met[set] = this.stamp * 2 + (met ? 1 : 0);
    return met;
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
