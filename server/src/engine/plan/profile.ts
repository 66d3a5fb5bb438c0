import type { Book } from "../book";
import type { Document, ReadBlock } from "../document";
import { SUPPLIES } from "../finding";
import { type FactTable, isLive } from "../judge/fact-table";
import { logOdds } from "../learned/model";
import type { Reader } from "../learned/reader";
import type { Sentence } from "../reading/reading";

/** A document as a whole, by named measures: what the judgements of whole documents weigh. */
export type Profile = Readonly<Record<string, number>>;

/** The senses of the supply model beside the supplies themselves. */
export const ASKS = ["asks-work", "asks-little"] as const;

/** Measures a document. Without a learned reader only its facts and words are measured. */
export function profileOf(document: Document, table: FactTable, book: Book): Profile {
  const profile: Record<string, number> = { one: 1 };
  let sentences = 0;
  const lists = new Float64Array(book.listHashes.length);
  const shares = { heading: 0, item: 0, row: 0, quoted: 0 };
  for (const { block, reading } of document.blocks) {
    sentences += reading.sentences.length;
    if (block.kind === "heading" || block.kind === "item" || block.kind === "row") shares[block.kind] += 1;
    if (block.quoted) shares.quoted += 1;
    for (const list of reading.lists) lists[list]! += 1;
  }
  const size = Math.max(1, sentences);
  profile.size = Math.log(size) / 4;
  for (const [kind, count] of Object.entries(shares))
    profile[`share:${kind}`] = count / Math.max(1, document.blocks.length);
  book.phrases.listNames.forEach((name, number) => {
    if (lists[number]) profile[`list:${name}`] = Math.log1p((20 * lists[number]!) / size) / 2;
  });
  for (const [number, hits] of table) {
    if (hits.some(({ hit }) => isLive(hit, []))) profile[`fact:${book.facts[number]!.name}`] = 1;
  }
  if (book.reader) measureSenses(document, book.reader, profile);
  return profile;
}

/** How strongly the document's sentences supply, hedge or ask: the best, the second best and how many. */
function measureSenses(document: Document, reader: Reader, profile: Record<string, number>): void {
  const model = reader.supplies;
  const tops = model.senses.map(() => [-9, -9]);
  const counts = model.senses.map(() => 0);
  eachSentence(document, (sentence, heading) => {
    if (!sentence.senses) return;
    model.senses.forEach((_, sense) => {
      const odds = logOdds(model, sense, [sentence.senses!.supplies, heading?.reading.lends?.supplies]);
      const top = tops[sense]!;
      if (odds > top[0]!) {
        top[1] = top[0]!;
        top[0] = odds;
      } else if (odds > top[1]!) top[1] = odds;
      if (odds > 0) counts[sense]! += 1;
    });
  });
  model.senses.forEach((name, sense) => {
    profile[`best:${name}`] = squash(tops[sense]![0]!);
    profile[`next:${name}`] = squash(tops[sense]![1]!);
    profile[`many:${name}`] = Math.log1p(counts[sense]!) / 2;
  });
}

function squash(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** Calls back for each sentence with the heading that it stands under. */
export function eachSentence(
  document: Document,
  visit: (sentence: Sentence, heading: ReadBlock | undefined, block: number, number: number) => void,
): void {
  let heading: ReadBlock | undefined;
  document.blocks.forEach((placed, block) => {
    if (placed.block.kind === "heading") heading = placed;
    placed.reading.sentences.forEach((sentence, number) => {
      visit(sentence, heading, block, number);
    });
  });
}

/** A weighted sum of a profile, in log-odds. */
export function weigh(profile: Profile, weights: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const [name, weight] of Object.entries(weights)) sum += weight * (profile[name] ?? 0);
  return sum;
}

export const SUPPLY_SENSES: readonly string[] = [...SUPPLIES, ...SUPPLIES.map((supply) => `${supply}?`), ...ASKS];
