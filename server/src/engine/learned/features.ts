import type { GuardName } from "../reading/guards";
import type { SentenceView } from "../reading/sentence-view";
import { Gap } from "../text/tokens";

/**
 * What the learned reader sees of a sentence: hashed marks of its words, their neighbours, the word lists they belong
 * to, numbers and kind of place. A feature is a whole number of 32 bits; its meaning is only in the weights.
 */
export type Feature = number;

/** A running list of features. */
export class FeatureBag {
  readonly features: Feature[] = [];
  add(kind: number, a: number, b = 0): void {
    this.features.push(mix(mix(kind, a), b));
  }
}

enum Kind {
  Stem = 1,
  Pair = 2,
  Skip = 3,
  List = 4,
  ListPair = 5,
  ListNear = 6,
  ListStem = 7,
  Start = 8,
  Number = 9,
  NumberUnit = 10,
  Header = 11,
  Place = 12,
  Guard = 13,
  Prefix = 14,
  Triple = 15,
  Length = 16,
  Heading = 17,
  Part = 18,
  PartList = 19,
  ListPlace = 20,
}

function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

const hashes = new Map<string, number>();

/** The hash of a word, remembered. */
export function hashOf(word: string): number {
  let hash = hashes.get(word);
  if (hash === undefined) {
    hash = 0x811c9dc5;
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    hash |= 0;
    if (hashes.size > 100_000) hashes.clear();
    hashes.set(word, hash);
  }
  return hash;
}

/** The features of a sentence by itself. */
export function ownFeatures(view: SentenceView, guards: readonly GuardName[], listNames: readonly number[]): Feature[] {
  const bag = new FeatureBag();
  const words = view.line.tokens.map((token) => (token.value === undefined ? hashOf(token.stem) : NUMBER));
  addWords(bag, words);
  addLists(bag, view, words, listNames);
  addNumbers(bag, view);
  addPlace(bag, view, guards);
  return bag.features;
}

const NUMBER = hashOf("#");

function addWords(bag: FeatureBag, words: readonly number[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    bag.add(Kind.Stem, word);
    if (i + 1 < words.length) bag.add(Kind.Pair, word, words[i + 1]!);
    if (i + 2 < words.length) {
      bag.add(Kind.Skip, word, words[i + 2]!);
      bag.add(Kind.Triple, mix(word, words[i + 1]!), words[i + 2]!);
    }
  }
  if (words.length) bag.add(Kind.Start, words[0]!, words[1] ?? 0);
}

function addLists(bag: FeatureBag, view: SentenceView, words: readonly number[], listNames: readonly number[]): void {
  const places = placesOf(view, listNames);
  const lists: number[] = [];
  for (const { at, list } of places) {
    if (!lists.includes(list)) lists.push(list);
    bag.add(Kind.ListStem, list, words[at - 1] ?? 0);
  }
  const place = hashOf(view.block.kind);
  for (const list of lists) {
    bag.add(Kind.List, list);
    bag.add(Kind.ListPlace, place, list);
  }
  for (let i = 0; i < lists.length; i++) {
    for (let j = i + 1; j < lists.length; j++)
      bag.add(Kind.ListPair, Math.min(lists[i]!, lists[j]!), Math.max(lists[i]!, lists[j]!));
  }
  for (let i = 0; i < places.length; i++) {
    for (let j = i + 1; j < places.length && places[j]!.at - places[i]!.at <= 4; j++) {
      if (places[j]!.at > places[i]!.at) bag.add(Kind.ListNear, places[i]!.list, places[j]!.list);
    }
  }
}

interface ListPlace {
  readonly at: number;
  readonly list: number;
}

/** Where entries of lists begin, each list once at a word. */
function placesOf({ line }: SentenceView, listNames: readonly number[]): ListPlace[] {
  const places: ListPlace[] = [];
  for (let at = 0; at < line.lists.length; at++) {
    const first = places.length;
    for (const hit of line.lists[at] ?? []) {
      // A team's own lists have no name here: what the reader was taught knows nothing of them.
      const list = listNames[hit.list];
      if (list === undefined) continue;
      let i = first;
      while (i < places.length && places[i]!.list !== list) i += 1;
      if (i === places.length) places.push({ at, list });
    }
  }
  return places;
}

function addNumbers(bag: FeatureBag, view: SentenceView): void {
  const { tokens } = view.line;
  tokens.forEach((token, i) => {
    if (token.value === undefined) return;
    const size = bucket(token.value);
    bag.add(Kind.Number, size);
    const unit = tokens[i + 1];
    if (unit && unit.gap !== Gap.Strong) bag.add(Kind.NumberUnit, size, hashOf(unit.stem));
    const before = tokens[i - 1];
    if (before) bag.add(Kind.NumberUnit, size + 100, hashOf(before.stem));
  });
}

/** Sizes that matter in plans: a year, a small count, weeks, a crowd. */
function bucket(value: number): number {
  if (value >= 1990 && value <= 2050) return 20;
  const edges = [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 31, 60, 100, 500, 5000];
  const at = edges.findIndex((edge) => value <= edge);
  return at < 0 ? 15 : at;
}

function addPlace(bag: FeatureBag, view: SentenceView, guards: readonly GuardName[]): void {
  bag.add(Kind.Place, hashOf(view.block.kind));
  for (const guard of guards) bag.add(Kind.Guard, hashOf(guard));
  for (const cue of ["negation", "hedge"] as const) if (view.cues[cue].length) bag.add(Kind.Guard, hashOf(cue), 1);
  bag.add(Kind.Length, Math.min(6, view.line.tokens.length >> 3));
  if (!view.header) return;
  for (const word of view.header.toLowerCase().split(/[^a-z]+/)) if (word) bag.add(Kind.Header, hashOf(word));
}

/** The features of where in the document a sentence stands, and of which word lists it draws on there. */
export function partFeatures(part: number, lists: readonly number[], listNames: readonly number[]): Feature[] {
  const bag = new FeatureBag();
  bag.add(Kind.Part, part);
  for (const list of lists) {
    const name = listNames[list];
    if (name !== undefined) bag.add(Kind.PartList, part, name);
  }
  return bag.features;
}

/** The features that a heading lends to every sentence under it. */
export function headingFeatures(text: string): Feature[] {
  const bag = new FeatureBag();
  for (const word of text.toLowerCase().split(/[^a-z]+/)) if (word.length > 2) bag.add(Kind.Heading, hashOf(word));
  return bag.features;
}
