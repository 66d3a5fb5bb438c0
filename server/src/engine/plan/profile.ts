import type { Book } from "../book";
import type { Document } from "../document";
import type { FactTable } from "../fact-table";
import { SUPPLIES, type Supply } from "../finding";
import { logOdds, type Sums } from "../learned/model";
import type { DocumentModels, Reader } from "../learned/reader";
import type { Reading } from "../reading/reading";
import { VOICES } from "../reading/voice";
import { joined, onceFor, remembered } from "../remembered";
import type { Section } from "../section";
import type { Supplies } from "./supplies";

/** A document as a whole, by named measures: what the judgements of whole documents weigh. */
export type Profile = Readonly<Record<string, number>>;

/** The senses of the supply model beside the supplies themselves. */
export const ASKS = ["asks-work", "asks-little"] as const;

/** What is counted in a section, or in a whole document. */
interface Counts {
  sentences: number;
  blocks: number;
  readonly shares: Record<(typeof SHARES)[number], number>;
  readonly voices: Float64Array;
  /** How many sentences draw on each word list. */
  readonly lists: Float64Array;
}

const SHARES = ["heading", "item", "row", "quoted"] as const;

function noCounts(book: Book): Counts {
  return {
    sentences: 0,
    blocks: 0,
    shares: { heading: 0, item: 0, row: 0, quoted: 0 },
    voices: new Float64Array(VOICES.length),
    lists: new Float64Array(book.listHashes.length),
  };
}

const countsIn = joined(
  (section: Section, book: Book): Counts => {
    const counts = noCounts(book);
    const { shares, voices, lists } = counts;
    for (const { block, reading } of section.blocks) {
      counts.sentences += reading.sentences.length;
      counts.blocks += 1;
      if (block.kind === "heading" || block.kind === "item" || block.kind === "row") shares[block.kind] += 1;
      if (block.quoted) shares.quoted += 1;
      for (let voice = 0; voice < voices.length; voice++) voices[voice]! += reading.voice[voice]!;
      for (const sentence of reading.sentences)
        for (const list of sentence.lists) if (list < lists.length) lists[list]! += 1;
    }
    return counts;
  },
  (parts, book) => {
    const all = noCounts(book);
    for (const { is } of parts) {
      all.sentences += is.sentences;
      all.blocks += is.blocks;
      for (const share of SHARES) all.shares[share] += is.shares[share];
      for (let voice = 0; voice < all.voices.length; voice++) all.voices[voice]! += is.voices[voice]!;
      for (let list = 0; list < all.lists.length; list++) all.lists[list]! += is.lists[list]!;
    }
    return all;
  },
);

/** Measures a document. Without a learned reader only its facts and words are measured. */
export function profileOf(document: Document, table: FactTable, supplies: Supplies, book: Book): Profile {
  const profile: Record<string, number> = { one: 1 };
  const { sentences, blocks, shares, voices, lists } = countsIn(document, book);
  const size = Math.max(1, sentences);
  profile.size = Math.log(size) / 4;
  for (const kind of SHARES) profile[`share:${kind}`] = shares[kind] / Math.max(1, blocks);
  book.phrases.listNames.slice(0, lists.length).forEach((name, number) => {
    profile[`rate:${name}`] = lists[number]! / size;
    if (lists[number]) profile[`list:${name}`] = Math.log1p((20 * lists[number]!) / size) / 2;
  });
  VOICES.forEach((voice, number) => {
    const among = voice.endsWith("-heading") ? Math.max(3, shares.heading) : size;
    profile[`voice:${voice}`] = Math.log1p((20 * voices[number]!) / among) / 2;
  });
  book.facts.forEach(({ name }, number) => {
    if (table.states(number)) profile[`fact:${name}`] = 1;
  });
  for (const supply of SUPPLIES) profile[`${supplies[supply].state}:${supply}`] = 1;
  if (book.reader) measureSenses(document, book.reader, profile);
  return profile;
}

/** How strongly the document's sentences supply, hedge or ask: the best, the second best and how many. */
function measureSenses(document: Document, reader: Reader, profile: Record<string, number>): void {
  const { best, next, many } = strengthsIn(document, reader);
  reader.supplies.senses.forEach((name, sense) => {
    profile[`best:${name}`] = squash(best[sense]!);
    profile[`next:${name}`] = squash(next[sense]!);
    profile[`many:${name}`] = Math.log1p(many[sense]!) / 2;
  });
}

/** For each sense its greatest log-odds, the next greatest, and in how many blocks it is likelier than not. */
interface Strengths {
  readonly best: Float32Array;
  readonly next: Float32Array;
  readonly many: Float32Array;
}

function noStrengths({ supplies: { senses } }: Reader): Strengths {
  return {
    best: new Float32Array(senses.length).fill(LEAST),
    next: new Float32Array(senses.length).fill(LEAST),
    many: new Float32Array(senses.length),
  };
}

const strengthsIn = joined(
  (section: Section, reader: Reader): Strengths => {
    const all = noStrengths(reader);
    const lent = section.heading?.reading.lends?.supplies;
    for (const { reading } of section.blocks) {
      for (const { sense, odds, others } of strongOf(reading, reader, lent))
        strengthen(all, sense, odds, others, odds > 0 ? 1 : 0);
    }
    return all;
  },
  (parts, reader) => {
    const all = noStrengths(reader);
    for (const { is } of parts) {
      for (let sense = 0; sense < is.best.length; sense++)
        strengthen(all, sense, is.best[sense]!, is.next[sense]!, is.many[sense]!);
    }
    return all;
  },
);

/** Takes the two greatest of what was known and what is added. */
function strengthen({ best, next, many }: Strengths, sense: number, odds: number, others: number, count: number): void {
  if (odds > best[sense]!) {
    next[sense] = Math.max(best[sense]!, others);
    best[sense] = odds;
  } else if (odds > next[sense]!) next[sense] = odds;
  many[sense]! += count;
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

function strongIn({ sentences }: Reading, reader: Reader, lent?: Sums): readonly Strong[] {
  const strong: Strong[] = [];
  for (let sense = 0; sense < reader.supplies.senses.length; sense++) {
    let odds = LEAST;
    let others = LEAST;
    for (const { blank, senses } of sentences) {
      if (blank && sense < SUPPLYING) continue;
      const own = logOdds(reader.supplies, sense, senses?.supplies, lent);
      if (own > odds) {
        others = odds;
        odds = own;
      } else if (own > others) others = own;
    }
    if (odds > LEAST) strong.push({ sense, odds, others });
  }
  return strong;
}

/** The senses before this one supply something; those after it ask. A sentence with a blank may ask, but supplies nothing. */
const SUPPLYING = 2 * SUPPLIES.length;

function squash(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** What is asked of people, and how the document is made: it bears on what would be looked for. */
const ASKED = [
  "best:asks-work",
  "next:asks-work",
  "many:asks-work",
  "many:asks-little",
  "size",
  "share:item",
  "share:row",
  "share:heading",
].map((name) => ({ name, lacking: `lack×${name}` }));

/**
 * What bears on whether a plan lacks one supply: how far no sentence gives it, by the learned reader and by the facts
 * that are stated, and against how much is asked of people; what else the plan supplies; and, at a quarter of their
 * weight, its facts and words.
 */
export function lackProfile(profile: Profile, supply: Supply): Profile {
  return { ...ownLack(profile, supply), ...aroundAny(profile) };
}

/** How sure it is that a plan lacks one supply, in log-odds. */
function lackOdds(profile: Profile, supply: Supply, weights: Weights): number {
  return weigh(ownLack(profile, supply), weights, aroundAny(profile));
}

/** What bears on the lack of one supply and of no other. */
function ownLack(profile: Profile, supply: Supply): Profile {
  const at = (name: string): number => profile[name] ?? 0;
  const lack = 1 - at(`best:${supply}`);
  const lacks: Record<string, number> = {
    one: 1,
    lack,
    next: at(`next:${supply}`),
    many: at(`many:${supply}`),
    weak: at(`best:${supply}?`),
  };
  for (const { name, lacking } of ASKED) {
    lacks[name] = at(name);
    lacks[lacking] = lack * at(name);
  }
  lacks["lack×weak"] = lack * lacks.weak!;
  lacks.satisfied = at(`satisfied:${supply}`);
  lacks.hedged = at(`hedged:${supply}`);
  lacks.soft = Math.max(at(`weak:${supply}`), at(`placeholder:${supply}`));
  lacks.negated = at(`negated:${supply}`);
  lacks["lack×satisfied"] = lack * lacks.satisfied;
  return lacks;
}

/** What bears on the lack of any supply alike. */
const aroundAny = onceFor((profile: Profile): Profile => {
  const around: Record<string, number> = {};
  for (const supply of SUPPLIES) {
    around[`other:${supply}`] = profile[`best:${supply}`] ?? 0;
    around[`stated:${supply}`] = (profile[`satisfied:${supply}`] ?? 0) / 2;
  }
  for (const [name, value] of Object.entries(profile)) if (/^(?:fact|list):/.test(name)) around[name] = value / 4;
  return around;
});

/** What bears on whether a plan needs a supply: what it speaks of and how it is made, not what it gives. */
export const needProfile = onceFor((profile: Profile) => chosen(profile, /^(?:one|size|share:|list:)/));

/** How likely a supply is looked for and not given, in log-odds: both must hold, and each is judged by itself. */
export function missingOdds(profile: Profile, supply: Supply, { lacks, needs }: DocumentModels): number {
  const lack = lackOdds(profile, supply, lacks[supply] ?? {});
  const need = needs[supply] ? weigh(needProfile(profile), needs[supply]) : ALWAYS;
  const both = squash(lack) * squash(need);
  return Math.log(both / (1 - both));
}

/** The log-odds that a plan needs what every plan needs. */
const ALWAYS = 6;

/** What bears on whether the document is a plan: how it is made and speaks, and, at a quarter of their weight, its facts. */
export function planProfile(profile: Profile): Profile {
  return chosen(profile, /^(?:one|size|share:|list:|best:|many:|voice:)/);
}

/** The measures whose names begin so, and the facts at a quarter of their weight. */
function chosen(profile: Profile, names: RegExp): Profile {
  const kept: Record<string, number> = {};
  for (const [name, value] of Object.entries(profile)) {
    if (names.test(name)) kept[name] = value;
    else if (name.startsWith("fact:")) kept[name] = value / 4;
  }
  return kept;
}

type Weights = Readonly<Record<string, number>>;

const NOTHING: Profile = {};

/** A weighted sum of a profile, in log-odds. What it doesn't tell is looked for in `more`. */
export function weigh(profile: Profile, weights: Weights, more = NOTHING): number {
  let sum = 0;
  for (const [name, weight] of entriesOf(weights)) sum += weight * (profile[name] ?? more[name] ?? 0);
  return sum;
}

const entriesOf = onceFor((weights: Weights) => Object.entries(weights));

export const SUPPLY_SENSES: readonly string[] = [...SUPPLIES, ...SUPPLIES.map((supply) => `${supply}?`), ...ASKS];
