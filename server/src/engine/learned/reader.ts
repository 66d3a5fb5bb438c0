import type { Block } from "../blocks/block";
import type { GuardName } from "../reading/guards";
import type { SentenceView } from "../reading/sentence-view";
import { onceFor } from "../remembered";
import { headingFeatures, ownFeatures, partFeatures } from "./features";
import { lookupOf, type Model, type PackedModel, type Sums, sumsOfAll, unpackModel } from "./model";

/**
 * The learned reader: what examples teach about a sentence that phrases can't say. `concerns` knows passages that an
 * adviser would raise; `supplies` knows passages that give readers what they look for.
 */
export interface Reader {
  readonly concerns: Model;
  readonly supplies: Model;
  readonly thresholds: Thresholds;
  readonly documents: DocumentModels;
}

/** Log-odds from which the reader speaks. */
export interface Thresholds {
  /** For each group of near concerns: a suspicion is worth a hint. */
  readonly suspect: Readonly<Record<string, number>>;
  /** A finding of a phrase is kept from here. */
  readonly doubt: number;
  /** A finding of a phrase may be a warning from here. */
  readonly firm: number;
  /** Something is said to be missing from here. */
  readonly missing: number;
  /** Something missing may be a warning from here. */
  readonly certain: number;
}

/** Judgements of the whole document, from what its sentences say: weights by the name of what is weighed. */
export interface DocumentModels {
  /** For each supply, whether it is missing rather than given. */
  readonly lacks: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** For each supply, whether a reader would look for it at all. */
  readonly needs: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly plan: Readonly<Record<string, number>>;
}

export interface PackedReader {
  readonly concerns: PackedModel;
  readonly supplies: PackedModel;
  readonly thresholds: Thresholds;
  readonly documents: DocumentModels;
}

export function unpackReader(packed: PackedReader): Reader {
  return { ...packed, concerns: unpackModel(packed.concerns), supplies: unpackModel(packed.supplies) };
}

/** What the reader makes of a sentence by itself. */
export interface Senses {
  readonly concerns: Sums;
  readonly supplies: Sums;
}

export function sensesOf(
  reader: Reader,
  view: SentenceView,
  guards: readonly GuardName[],
  listHashes: readonly number[],
): Senses {
  return sensed(reader, ownFeatures(view, guards, listHashes));
}

/** What a heading lends to the sentences under it. */
export function lentBy(reader: Reader, block: Block): Senses {
  return sensed(reader, headingFeatures(block.text));
}

/** What the part of the document that a sentence stands in lends to the concerns of one that draws on these lists. */
export function lentByPart(
  reader: Reader,
  part: number,
  lists: readonly number[],
  listHashes: readonly number[],
): Sums {
  return sensed(reader, partFeatures(part, lists, listHashes)).concerns;
}

/** Both models know much the same features: each is looked up once. */
function sensed(reader: Reader, features: readonly number[]): Senses {
  const [concerns, supplies] = sumsOfAll(bothOf(reader), features);
  return { concerns: concerns!, supplies: supplies! };
}

const bothOf = onceFor(({ concerns, supplies }: Reader) => lookupOf([concerns, supplies]));
