import type { Token } from "../text/tokens";
import type { Element } from "./parse";
import { compile, firstTakes, type Line, type ListHit, type Program, run } from "./program";

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

/** Many phrases, found in one pass: each word of a sentence wakes only the phrases that can begin with it. */
class PhraseIndex {
  private readonly byWord = new Map<string, Entry[]>();
  private readonly byStem = new Map<string, Entry[]>();
  private readonly byList = new Map<number, Entry[]>();
  private readonly numbers: Entry[] = [];
  private readonly anywhere: Entry[] = [];

  constructor(private readonly listNumber: (name: string) => number) {}

  add(elements: readonly Element[], owner: number): void {
    const entry = { owner, program: compile(elements) };
    const takes = firstTakes(entry.program);
    if (!takes) {
      this.anywhere.push(entry);
      return;
    }
    const done = new Set<unknown>();
    for (const take of takes) {
      const key =
        take.kind === "word"
          ? take.word
          : take.kind === "stem"
            ? `<${take.stem}`
            : take.kind === "list"
              ? this.listNumber(take.list)
              : "#";
      if (done.has(key)) continue;
      done.add(key);
      if (take.kind === "word") append(this.byWord, take.word, entry);
      else if (take.kind === "stem") append(this.byStem, take.stem, entry);
      else if (take.kind === "list") append(this.byList, this.listNumber(take.list), entry);
      else this.numbers.push(entry);
    }
  }

  /** Calls back for every match in a sentence, at most once for an owner, a beginning and a phrase. */
  each(line: Line, found: (hit: PhraseHit) => void): void {
    for (let at = 0; at < line.tokens.length; at++) {
      const token = line.tokens[at]!;
      this.tryAll(this.byWord.get(token.word), line, at, found);
      this.tryAll(this.byStem.get(token.stem), line, at, found);
      if (token.value !== undefined) this.tryAll(this.numbers, line, at, found);
      const lists = line.lists[at];
      if (lists)
        for (const list of new Set(lists.map((hit) => hit.list))) this.tryAll(this.byList.get(list), line, at, found);
      this.tryAll(this.anywhere, line, at, found);
    }
  }

  private tryAll(entries: readonly Entry[] | undefined, line: Line, at: number, found: (hit: PhraseHit) => void): void {
    if (!entries) return;
    for (const { owner, program } of entries) {
      const to = run(program, line, at, this.listNumber);
      if (to > at) found({ owner, from: at, to });
    }
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The word lists and the phrases of a book. Lists are found first, since phrases may name them. */
export class PhraseBook {
  private readonly names = new Map<string, number>();
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

  hasList(name: string): boolean {
    return this.names.has(name);
  }

  get listNames(): readonly string[] {
    return [...this.names.keys()];
  }

  /** Lays a sentence out: its words and which list entries start at each. */
  line(tokens: readonly Token[]): Line {
    const lists: ListHit[][] = new Array(tokens.length);
    this.lists.each({ tokens, lists: [] }, (hit) => {
      const at = lists[hit.from] ?? [];
      lists[hit.from] = at;
      const length = hit.to - hit.from;
      if (!at.some((known) => known.list === hit.owner && known.length === length))
        at.push({ list: hit.owner, length });
    });
    return { tokens, lists };
  }

  each(line: Line, found: (hit: PhraseHit) => void): void {
    this.phrases.each(line, found);
  }

  private numberOf(name: string): number {
    return this.names.get(name) ?? -1;
  }
}
