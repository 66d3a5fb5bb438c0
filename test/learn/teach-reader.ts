import type { Book } from "../../server/src/engine/book";
import { type Document, withReadings } from "../../server/src/engine/document";
import { FactTable } from "../../server/src/engine/fact-table";
import { SUPPLIES, type Supply } from "../../server/src/engine/finding";
import { Suspicions } from "../../server/src/engine/judge/suspicion";
import { CONCERN_GROUPS, groupName } from "../../server/src/engine/learned/concern-groups";
import { headingFeatures } from "../../server/src/engine/learned/features";
import { sumsOf, unpackModel } from "../../server/src/engine/learned/model";
import { type PackedReader, type Reader, type Thresholds, unpackReader } from "../../server/src/engine/learned/reader";
import { SURE } from "../../server/src/engine/plan/plan";
import {
  lackProfile,
  missingOdds,
  needProfile,
  type Profile,
  planProfile,
  profileOf,
  SUPPLY_SENSES,
  weigh,
} from "../../server/src/engine/plan/profile";
import { suppliesOf } from "../../server/src/engine/plan/supplies";
import { type Fit, fitNamed, fitSenses, rounded } from "./fit";
import { CONCERN_SENSES, lackingSamples, type Sample, supplyingSamples, type TaughtDocument } from "./samples";

export interface Lessons {
  readonly documents: readonly TaughtDocument[];
  readonly contrasts: readonly Sample[];
  readonly supplies: readonly Sample[];
}

const CONCERN_FIT: Fit = { rounds: 8, averaged: 6, faults: 1.5, rate: 0.5, shrink: 1e-3, most: 50_000 };
const SUPPLY_FIT: Fit = { rounds: 6, averaged: 4, faults: 2, rate: 0.5, shrink: 1e-3, most: 22_000 };
const NOTHING = {
  thresholds: { suspect: {}, doubt: -99, firm: -99, missing: 0, certain: 0 },
  documents: { lacks: {}, needs: {}, plan: {} },
};

/**
 * Teaches a reader. What is judged over whole documents, and from how sure a suspicion is worth a hint, is learned from
 * readings by readers that had not seen the document: each third of the writers is read by a reader taught by the rest.
 */
export function teachReader(lessons: Lessons, book: Book): PackedReader {
  const models = teachModels(lessons);
  const read = readByOthers(lessons, book);
  const documents = teachDocuments(read);
  return {
    ...models,
    documents,
    thresholds: { suspect: suspectThresholds(read), doubt: -4, firm: -3, ...missingThresholds(read) },
  };
}

function teachModels({ documents, contrasts, supplies }: Lessons): Pick<PackedReader, "concerns" | "supplies"> {
  const samples = [...documents.flatMap((taught) => taught.samples), ...contrasts];
  const known = [...supplies, ...lackingSamples(documents)];
  const first = unpackModel(fitSenses(known, SUPPLY_SENSES, SUPPLY_FIT));
  return {
    concerns: fitSenses(samples, CONCERN_SENSES, CONCERN_FIT),
    supplies: fitSenses([...known, ...supplyingSamples(documents, first)], SUPPLY_SENSES, SUPPLY_FIT),
  };
}

/** A document as a reader that had not seen it reads it. */
export interface ReadByOther {
  readonly taught: TaughtDocument;
  readonly document: Document;
  readonly profile: Profile;
  readonly suspicions: Suspicions;
}

const THIRDS = 3;

export function readByOthers(lessons: Lessons, book: Book): ReadByOther[] {
  const writers = [...new Set(lessons.documents.map(({ labelled }) => labelled.writer))].sort();
  const third = (taught: TaughtDocument): number => writers.indexOf(taught.labelled.writer) % THIRDS;
  return Array.from({ length: THIRDS }, (_, number) => {
    const others = lessons.documents.filter((taught) => third(taught) !== number);
    const reader = unpackReader({ ...teachModels({ ...lessons, documents: others }), ...NOTHING });
    return lessons.documents
      .filter((taught) => third(taught) === number)
      .map((taught) => readBy(taught, { ...book, reader }));
  }).flat();
}

function readBy(taught: TaughtDocument, book: Book): ReadByOther {
  const document = withReader(taught, book.reader!);
  const table = new FactTable(document, book);
  const profile = profileOf(document, table, suppliesOf(table, book), book);
  return { taught, document, profile, suspicions: new Suspicions(document, book) };
}

/** The document as it would be read with a learned reader, without reading its words again. */
export function withReader({ document, own }: TaughtDocument, reader: Reader): Document {
  let next = 0;
  const readings = document.blocks.map((placed) => {
    const sentences = placed.reading.sentences.map((sentence) => {
      const features = own[next++]!;
      return {
        ...sentence,
        senses: { concerns: sumsOf(reader.concerns, features), supplies: sumsOf(reader.supplies, features) },
      };
    });
    if (placed.block.kind !== "heading") return { ...placed.reading, sentences };
    const features = headingFeatures(placed.block.text);
    const lends = { concerns: sumsOf(reader.concerns, features), supplies: sumsOf(reader.supplies, features) };
    return { ...placed.reading, sentences, lends };
  });
  return withReadings(document, readings);
}

function teachDocuments(read: readonly ReadByOther[]): PackedReader["documents"] {
  const plans = read.filter(({ taught }) => taught.labelled.kind === "plan").length;
  const others = plans / Math.max(1, read.length - plans);
  const plan = fitNamed(
    read.map(({ taught, profile }) => {
      const isPlan = taught.labelled.kind === "plan";
      return { profile: planProfile(profile), truth: isPlan ? 1 : 0, weight: isPlan ? 1 : others };
    }),
    3,
    200,
  );
  return {
    plan,
    lacks: bySupply((supply) => teachLack(read, supply)),
    needs: bySupply((supply) => teachNeed(read, supply)),
  };
}

type Weights = Record<string, number>;

function bySupply(teach: (supply: Supply) => Weights | undefined): Record<string, Weights> {
  return Object.fromEntries(
    SUPPLIES.flatMap((supply) => {
      const weights = teach(supply);
      return weights ? [[supply, weights]] : [];
    }),
  );
}

/** Whether a plan that needs a supply lacks it, or gives it. */
function teachLack(read: readonly ReadByOther[], supply: Supply): Weights {
  const samples = read.flatMap(({ taught, profile }) => {
    const state = stateOf(taught, supply);
    if (state === undefined || state === "na") return [];
    const weight = weightOf(taught) * (state === "weak" ? HALF_GIVEN : 1);
    return [{ profile: lackProfile(profile, supply), truth: state === "present" ? 0 : 1, weight }];
  });
  return fitNamed(samples, 2, 200);
}

/** What a supply that is only half given tells of its lack: some of them are hardly ever quite absent. */
const HALF_GIVEN = 0.2;

/** Examples of plans that don't need a supply, below which nothing can be learned of when it is needed. */
const FEW = 25;

/** Whether a plan needs a supply; undefined where nearly every plan does. Those that don't are few, and weigh more. */
function teachNeed(read: readonly ReadByOther[], supply: Supply): Weights | undefined {
  const known = read.filter(({ taught }) => stateOf(taught, supply) !== undefined);
  const spared = known.filter(({ taught }) => stateOf(taught, supply) === "na").length;
  if (spared < FEW) return undefined;
  const extra = Math.min(3, Math.max(1, known.length / spared / 2));
  const samples = known.map(({ taught, profile }) => {
    const isNeeded = stateOf(taught, supply) !== "na";
    const weight = weightOf(taught) * (isNeeded ? 1 : extra);
    return { profile: needProfile(profile), truth: isNeeded ? 1 : 0, weight };
  });
  return fitNamed(samples, 1.5, 60);
}

/** How far a plan supplies something, as it was labelled; undefined for what is no plan. */
function stateOf({ labelled }: TaughtDocument, supply: Supply): string | undefined {
  return labelled.kind === "plan" ? labelled.facts[supply] : undefined;
}

/** Documents of the kind that is met weigh more. */
function weightOf({ labelled }: TaughtDocument): number {
  return isMet(labelled.writer) ? 1.5 : 1;
}

/**
 * From what log-odds something is missing, for all supplies alike, and for certain. Each third of the writers is judged
 * by what the rest teach.
 */
function missingThresholds(read: readonly ReadByOther[]): Pick<Thresholds, "missing" | "certain"> {
  const writers = [...new Set(read.map(({ taught }) => taught.labelled.writer))].sort();
  const points = Array.from({ length: THIRDS }, (_, number) => {
    const own = ({ taught }: ReadByOther): boolean => writers.indexOf(taught.labelled.writer) % THIRDS === number;
    const documents = teachDocuments(read.filter((one) => !own(one)));
    return read
      .filter((one) => own(one) && isMet(one.taught.labelled.writer))
      .flatMap(({ taught, profile }) => {
        const isSurelyPlan = weigh(planProfile(profile), documents.plan) >= SURE;
        return SUPPLIES.flatMap((supply) => {
          const state = stateOf(taught, supply);
          if (state === undefined || state === "weak") return [];
          const odds = missingOdds(profile, supply, documents);
          return [{ odds, truth: state === "absent" ? 1 : 0, isSurelyPlan }];
        });
      });
  }).flat();
  const certain = sureThreshold(points.filter(({ isSurelyPlan }) => isSurelyPlan));
  return { missing: rounded(bestThreshold(points, -2, 1)), certain: rounded(certain) };
}

/** How many of the warnings must be right: 85 in a hundred are asked for, and some of what is measured is luck. */
const RIGHT = 0.87;

/** The log-odds from which so many are right. */
function sureThreshold(points: readonly { readonly odds: number; readonly truth: number }[]): number {
  for (let threshold = 0; threshold < 4; threshold += 0.05) {
    const hits = points.filter((point) => point.odds >= threshold);
    if (hits.filter((point) => point.truth === 1).length >= RIGHT * hits.length) return threshold;
  }
  return 4;
}

/** Documents of the shared corpus are like those that are met; the project's own are denser with faults. */
function isMet(writer: string): boolean {
  return writer === "real" || !/^[k-z]/.test(writer);
}

/** The log-odds from which saying so gives the best balance of what is found and what is false. */
function bestThreshold(
  points: readonly { readonly odds: number; readonly truth: number }[],
  from: number,
  to: number,
): number {
  const all = points.filter((point) => point.truth === 1).length;
  let best = { threshold: 0, f1: -1 };
  for (let threshold = from; threshold < to; threshold += 0.05) {
    const hits = points.filter((point) => point.odds >= threshold);
    const right = hits.filter((point) => point.truth === 1).length;
    const wrong = hits.filter((point) => point.truth === 0).length;
    const f1 = (2 * right) / Math.max(1, right + wrong + all);
    if (f1 > best.f1) best = { threshold, f1 };
  }
  return best.threshold;
}

/** How much surer than the best balance a suspicion must be: a hint too many costs an author more than one too few. */
const CAUTION = 0.8;

/** For all groups alike, the log-odds at which hints on documents of the kind that is met are right most often. */
function suspectThresholds(read: readonly ReadByOther[]): Record<string, number> {
  const met = read.filter(({ taught }) => isMet(taught.labelled.writer));
  const judged = (met.length ? met : read).filter(({ taught }) => taught.labelled.kind === "plan");
  const threshold = bestThreshold(judged.flatMap(blocksOf), -5, 4) + CAUTION;
  return Object.fromEntries(CONCERN_GROUPS.map((_, group) => [groupName(group), Number(threshold.toFixed(2))]));
}

/** The surest sense of each block and group, and whether an adviser raised it. */
function blocksOf({ taught, document, suspicions }: ReadByOther): { odds: number; truth: number }[] {
  const points: { odds: number; truth: number }[] = [];
  let next = 0;
  document.blocks.forEach(({ reading, block }, number) => {
    const samples = reading.sentences.map(() => taught.samples[next++]!);
    if (block.kind === "heading" || block.quoted) return;
    CONCERN_GROUPS.forEach((members, group) => {
      const odds = Math.max(
        -9,
        ...reading.sentences.map((_, sentence) => suspicions.at({ block: number, sentence }, members[0]!)!),
      );
      const truths = samples.map((sample) => sample.truth[group]!);
      points.push({ odds, truth: truths.includes(1) ? 1 : truths.includes(-1) ? -1 : 0 });
    });
  });
  return points;
}
