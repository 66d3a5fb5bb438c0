import type { Book } from "../../server/src/engine/book";
import type { Document, ReadBlock } from "../../server/src/engine/document";
import { SUPPLIES } from "../../server/src/engine/finding";
import { factTable } from "../../server/src/engine/judge/fact-table";
import { Suspicions } from "../../server/src/engine/judge/suspicion";
import { CONCERN_GROUPS, groupName } from "../../server/src/engine/learned/concern-groups";
import { headingFeatures } from "../../server/src/engine/learned/features";
import { sumsOf } from "../../server/src/engine/learned/model";
import { type PackedReader, type Reader, unpackReader } from "../../server/src/engine/learned/reader";
import { type Profile, profileOf, SUPPLY_SENSES } from "../../server/src/engine/plan/profile";
import { type Fit, fitNamed, fitSenses } from "./fit";
import { CONCERN_SENSES, lackingSamples, type Sample, type TaughtDocument } from "./samples";

export interface Lessons {
  readonly documents: readonly TaughtDocument[];
  readonly contrasts: readonly Sample[];
  readonly supplies: readonly Sample[];
}

const CONCERN_FIT: Fit = { rounds: 8, faults: 1.5, rate: 0.5, shrink: 1e-3, most: 45_000 };
const SUPPLY_FIT: Fit = { rounds: 6, faults: 2, rate: 0.5, shrink: 1e-3, most: 16_000 };
const NOTHING = { thresholds: { suspect: {}, doubt: -99, firm: -99 }, documents: { missing: {}, plan: {} } };

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
    thresholds: { suspect: suspectThresholds(read, documents.plan), doubt: -5.5, firm: -2 },
  };
}

function teachModels({ documents, contrasts, supplies }: Lessons): Pick<PackedReader, "concerns" | "supplies"> {
  const samples = [...documents.flatMap((taught) => taught.samples), ...contrasts];
  const lacking = lackingSamples(documents);
  return {
    concerns: fitSenses(samples, CONCERN_SENSES, CONCERN_FIT),
    supplies: fitSenses([...supplies, ...lacking], SUPPLY_SENSES, SUPPLY_FIT),
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
  const profile = profileOf(document, factTable(document), book);
  return { taught, document, profile, suspicions: new Suspicions(document, book) };
}

/** The document as it would be read with a learned reader, without reading its words again. */
export function withReader({ document, own }: TaughtDocument, reader: Reader): Document {
  let next = 0;
  const blocks = document.blocks.map((placed): ReadBlock => {
    const sentences = placed.reading.sentences.map((sentence) => {
      const features = own[next++]!;
      return {
        ...sentence,
        senses: { concerns: sumsOf(reader.concerns, features), supplies: sumsOf(reader.supplies, features) },
      };
    });
    if (placed.block.kind !== "heading") return { ...placed, reading: { ...placed.reading, sentences } };
    const features = headingFeatures(placed.block.text);
    const lends = { concerns: sumsOf(reader.concerns, features), supplies: sumsOf(reader.supplies, features) };
    return { ...placed, reading: { ...placed.reading, sentences, lends } };
  });
  return { ...document, blocks };
}

function teachDocuments(read: readonly ReadByOther[]): PackedReader["documents"] {
  const others = read.filter(({ taught }) => taught.labelled.kind !== "plan").length;
  const balance = (read.length - others) / Math.max(1, others);
  const plan = fitNamed(
    read.map(({ taught, profile }) => {
      const isPlan = taught.labelled.kind === "plan";
      return { profile, truth: isPlan ? 1 : 0, weight: isPlan ? 1 : balance };
    }),
    (name) => !/^(?:fact|best|next|many):/.test(name),
    0.5,
  );
  const missing = SUPPLIES.map((supply) => {
    const samples = read.flatMap(({ taught, profile }) => {
      const state = taught.labelled.facts[supply];
      if (!state || taught.labelled.kind !== "plan") return [];
      return [{ profile, truth: state === "absent" ? 1 : 0, weight: state === "weak" ? 0.2 : 1 }];
    });
    return [supply, fitNamed(samples, () => true, 2)];
  });
  return { plan, missing: Object.fromEntries(missing) };
}

/** For all groups alike, the log-odds at which hints on documents of the kind that is met are right most often. */
function suspectThresholds(
  read: readonly ReadByOther[],
  _plan: Readonly<Record<string, number>>,
): Record<string, number> {
  const met = read.filter(({ taught }) => !/^[k-z]/.test(taught.labelled.writer) || taught.labelled.writer === "real");
  const judged = (met.length ? met : read).filter(({ taught }) => taught.labelled.kind === "plan");
  const points = judged.flatMap(blocksOf);
  let best = { threshold: 0, f1: -1 };
  for (let threshold = -5; threshold < 4; threshold += 0.05) {
    const hits = points.filter((point) => point.odds >= threshold);
    const right = hits.filter((point) => point.truth === 1).length;
    const wrong = hits.filter((point) => point.truth === 0).length;
    const all = points.filter((point) => point.truth === 1).length;
    const f1 = (2 * right) / (right + wrong + all);
    if (f1 > best.f1) best = { threshold, f1 };
  }
  return Object.fromEntries(CONCERN_GROUPS.map((_, group) => [groupName(group), Number(best.threshold.toFixed(2))]));
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
