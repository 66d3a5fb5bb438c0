import type { Book } from "../book";
import type { Document, ReadBlock } from "../document";
import { type FactTable, isLive } from "../fact-table";
import { SUPPLIES, type Supply } from "../finding";
import { logOdds, type Sums } from "../learned/model";
import type { Reader } from "../learned/reader";
import { remembered } from "../learned/seen";
import type { Reading } from "../reading/reading";
import { VOICES } from "../reading/voice";
import type { Supplies } from "./supplies";

/** A document as a whole, by named measures: what the judgements of whole documents weigh. */
export type Profile = Readonly<Record<string, number>>;

/** The senses of the supply model beside the supplies themselves. */
export const ASKS = ["asks-work", "asks-little"] as const;

/** Measures a document. Without a learned reader only its facts and words are measured. */
export function profileOf(document: Document, table: FactTable, supplies: Supplies, book: Book): Profile {
  const profile: Record<string, number> = { one: 1 };
  let sentences = 0;
  const lists = new Float64Array(book.listHashes.length);
  const voices = new Float64Array(VOICES.length);
  const shares = { heading: 0, item: 0, row: 0, quoted: 0 };
  for (const { block, reading } of document.blocks) {
    sentences += reading.sentences.length;
    if (block.kind === "heading" || block.kind === "item" || block.kind === "row") shares[block.kind] += 1;
    if (block.quoted) shares.quoted += 1;
    for (let voice = 0; voice < voices.length; voice++) voices[voice]! += reading.voice[voice]!;
    for (const list of reading.lists) if (list < lists.length) lists[list]! += 1;
  }
  const size = Math.max(1, sentences);
  profile.size = Math.log(size) / 4;
  for (const [kind, count] of Object.entries(shares))
    profile[`share:${kind}`] = count / Math.max(1, document.blocks.length);
  book.phrases.listNames.slice(0, lists.length).forEach((name, number) => {
    profile[`rate:${name}`] = lists[number]! / size;
    if (lists[number]) profile[`list:${name}`] = Math.log1p((20 * lists[number]!) / size) / 2;
  });
  VOICES.forEach((voice, number) => {
    const among = voice.endsWith("-heading") ? Math.max(3, shares.heading) : size;
    profile[`voice:${voice}`] = Math.log1p((20 * voices[number]!) / among) / 2;
  });
  for (const number of table.stated()) {
    if (table.hits(number).some(({ hit }) => isLive(hit, []))) profile[`fact:${book.facts[number]!.name}`] = 1;
  }
  for (const supply of SUPPLIES) profile[`${supplies[supply].state}:${supply}`] = 1;
  if (book.reader) measureSenses(document, book.reader, profile);
  return profile;
}

/** How strongly the document's sentences supply, hedge or ask: the best, the second best and how many. */
function measureSenses(document: Document, reader: Reader, profile: Record<string, number>): void {
  const { senses } = reader.supplies;
  const best = new Float32Array(senses.length).fill(LEAST);
  const next = new Float32Array(senses.length).fill(LEAST);
  const many = new Float32Array(senses.length);
  let heading: ReadBlock | undefined;
  for (const placed of document.blocks) {
    if (placed.block.kind === "heading") heading = placed;
    for (const { sense, odds, others } of strongOf(placed.reading, heading?.reading.lends?.supplies, reader)) {
      if (odds > best[sense]!) {
        next[sense] = Math.max(best[sense]!, others);
        best[sense] = odds;
      } else if (odds > next[sense]!) next[sense] = odds;
      if (odds > 0) many[sense]! += 1;
    }
  }
  senses.forEach((name, sense) => {
    profile[`best:${name}`] = squash(best[sense]!);
    profile[`next:${name}`] = squash(next[sense]!);
    profile[`many:${name}`] = Math.log1p(many[sense]!) / 2;
  });
}

/** Log-odds below which a sense tells nothing. */
const LEAST = -4;

/** A sense that some sentence of a block has: its greatest log-odds there, and the next greatest. */
interface Strong {
  readonly sense: number;
  readonly odds: number;
  readonly others: number;
}

const strongOf = remembered(strongIn);

function strongIn(reading: Reading, lent: Sums | undefined, reader: Reader): readonly Strong[] {
  return reader.supplies.senses.flatMap((_, sense) => {
    const odds = reading.sentences
      .map(({ blank, senses }) =>
        blank && sense < SUPPLYING ? LEAST : logOdds(reader.supplies, sense, [senses?.supplies, lent]),
      )
      .sort((a, b) => b - a);
    const [first = LEAST, second = LEAST] = odds;
    return first > LEAST ? [{ sense, odds: first, others: second }] : [];
  });
}

/** The senses before this one supply something; those after it ask. A sentence with a blank may ask, but supplies nothing. */
const SUPPLYING = 2 * SUPPLIES.length;

function squash(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/**
 * What bears on whether a plan lacks one supply: how far no sentence gives it, by the learned reader and by the facts
 * that are stated, and against how much is asked of people; what else the plan supplies; and, at a quarter of their
 * weight, its facts and words.
 */
export function lackProfile(profile: Profile, supply: Supply): Profile {
  const at = (name: string): number => profile[name] ?? 0;
  const lack = 1 - at(`best:${supply}`);
  const lacks: Record<string, number> = {
    one: 1,
    lack,
    next: at(`next:${supply}`),
    many: at(`many:${supply}`),
    weak: at(`best:${supply}?`),
  };
  for (const name of [
    "best:asks-work",
    "next:asks-work",
    "many:asks-work",
    "many:asks-little",
    "size",
    "share:item",
    "share:row",
    "share:heading",
  ]) {
    lacks[name] = at(name);
    lacks[`lack×${name}`] = lack * at(name);
  }
  lacks["lack×weak"] = lack * lacks.weak!;
  lacks.satisfied = at(`satisfied:${supply}`);
  lacks.hedged = at(`hedged:${supply}`);
  lacks.soft = Math.max(at(`weak:${supply}`), at(`placeholder:${supply}`));
  lacks.negated = at(`negated:${supply}`);
  lacks["lack×satisfied"] = lack * lacks.satisfied;
  for (const other of SUPPLIES) {
    lacks[`other:${other}`] = at(`best:${other}`);
    lacks[`stated:${other}`] = at(`satisfied:${other}`) / 2;
  }
  for (const [name, value] of Object.entries(profile)) if (/^(?:fact|list):/.test(name)) lacks[name] = value / 4;
  return lacks;
}

/** What bears on whether the document is a plan: how it is made and speaks, and, at a quarter of their weight, its facts. */
export function planProfile(profile: Profile): Profile {
  const kept: Record<string, number> = {};
  for (const [name, value] of Object.entries(profile)) {
    if (/^(?:one|size|share:|list:|best:|many:|voice:)/.test(name)) kept[name] = value;
    else if (name.startsWith("fact:")) kept[name] = value / 4;
  }
  return kept;
}

/** A weighted sum of a profile, in log-odds. */
export function weigh(profile: Profile, weights: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const [name, weight] of Object.entries(weights)) sum += weight * (profile[name] ?? 0);
  return sum;
}

export const SUPPLY_SENSES: readonly string[] = [...SUPPLIES, ...SUPPLIES.map((supply) => `${supply}?`), ...ASKS];
