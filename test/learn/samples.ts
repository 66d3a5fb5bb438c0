import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languageOfFile } from "../../server/src/cli/language";
import type { Block } from "../../server/src/engine/blocks/block";
import type { Book } from "../../server/src/engine/book";
import { type Document, readDocument } from "../../server/src/engine/document";
import { CONCERNS, SUPPLIES } from "../../server/src/engine/finding";
import { CONCERN_GROUPS, groupName, groupOf } from "../../server/src/engine/learned/concern-groups";
import { headingFeatures, ownFeatures, partFeatures } from "../../server/src/engine/learned/features";
import { logOdds, type Model, sumsOf } from "../../server/src/engine/learned/model";
import { SUPPLY_SENSES } from "../../server/src/engine/plan/profile";
import { sentenceGuards } from "../../server/src/engine/reading/guards";
import { listsIn, viewsOf } from "../../server/src/engine/reading/reading";
import type { PlacedSection } from "../../server/src/engine/section";
import { type LabelledDocument, labelledDocuments, markedDocuments } from "../accuracy/marked";

/** One sentence as the learned reader is taught it. */
export interface Sample {
  /** Its features, each once. */
  readonly features: Int32Array;
  /** The features of the part of the document that it stands in, which bear on concerns alone. */
  readonly place?: Int32Array;
  /** For each sense 1, 0, or -1 where nothing is known. */
  readonly truth: Int8Array;
  /** It stands by itself, where faults are far commoner than in documents. */
  readonly lone: boolean;
  readonly weight: number;
}

export interface TaughtDocument {
  readonly labelled: LabelledDocument;
  readonly document: Document;
  /** In the order of `document`'s sentences. */
  readonly samples: readonly Sample[];
  /** The features of each sentence by itself, in the same order. */
  readonly own: readonly (readonly number[])[];
}

export const CONCERN_SENSES: readonly string[] = [
  ...CONCERN_GROUPS.map((_, group) => groupName(group)),
  ...CONCERN_GROUPS.filter((group) => group.length > 1).flat(),
];

/** Reads a labelled document into samples of the concern senses. `book` must have no learned reader. */
export function teach(labelled: LabelledDocument, book: Book): TaughtDocument {
  const document = readDocument({ text: labelled.text, language: languageOfFile(labelled.name) ?? "markdown" }, book);
  const samples: Sample[] = [];
  const places: { start: number; end: number; truth: Int8Array }[] = [];
  const owns: number[][] = [];
  let heading: readonly number[] = [];
  for (const { block, start, part } of document.sections.flatMap(inPart)) {
    if (block.kind === "heading") heading = headingFeatures(block.text);
    for (const view of viewsOf(block, book)) {
      const own = ownFeatures(view, sentenceGuards(view), book.listHashes);
      const truth = new Int8Array(CONCERN_SENSES.length);
      owns.push(own);
      const place = once(partFeatures(part, listsIn(view), book.listHashes));
      samples.push({ features: once([...own, ...heading]), place, truth, lone: false, weight: 1 });
      places.push({ start: start + view.span.start, end: start + view.span.end, truth });
    }
  }
  for (const label of labelled.labels) {
    const at = label.start + Math.min(2, label.end - label.start - 1);
    const place =
      places.find((candidate) => candidate.start <= at && candidate.end > at) ??
      places.find((candidate) => candidate.start >= at);
    if (place) mark(place.truth, label.concern, label.optional ? -1 : 1);
  }
  return { labelled, document, samples, own: owns };
}

function inPart({ section, start }: PlacedSection): { block: Block; start: number; part: number }[] {
  return section.blocks.map(({ block, start: own, part }) => ({ block, start: start + own, part }));
}

function mark(truth: Int8Array, concern: (typeof CONCERNS)[number], value: number): void {
  for (const name of [groupName(groupOf(concern)), concern]) {
    const sense = CONCERN_SENSES.indexOf(name);
    if (sense >= 0 && truth[sense] !== 1) truth[sense] = value;
  }
}

function once(features: readonly number[]): Int32Array {
  return Int32Array.from(new Set(features));
}

/** The features of a short text taken as one sentence. */
function featuresOf(text: string, book: Book): Int32Array {
  const { blocks } = readDocument({ text, language: "plaintext" }, book);
  const views = blocks.flatMap(({ block }) => viewsOf(block, book));
  return once(views.flatMap((view) => ownFeatures(view, sentenceGuards(view), book.listHashes)));
}

function linesOf(folder: string): { name: string; mark: string; text: string }[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split("\n")
        .filter((line) => /^[!~.] \S/.test(line))
        .map((line) => ({ name: file.replace(/\.txt$/, ""), mark: line[0]!, text: line.slice(2) })),
    );
}

/** The contrast sentences: for each concern, sentences at fault and near-misses that are sound. */
export function contrastSamples(folder: string, book: Book): Sample[] {
  return linesOf(folder).map(({ name, mark: sign, text }) => {
    const truth = new Int8Array(CONCERN_SENSES.length);
    const concern = CONCERNS.find((known) => known === name)!;
    if (sign === "!") mark(truth, concern, 1);
    return { features: featuresOf(text, book), truth, lone: true, weight: 0.5 };
  });
}

/** Sentences that supply a fact (`!`), hedge it (`~`) or only share its words (`.`). Of other facts nothing is known. */
export function supplySamples(folder: string, book: Book): Sample[] {
  return linesOf(folder).map(({ name, mark: sign, text }) => {
    const truth = new Int8Array(SUPPLY_SENSES.length).fill(-1);
    const [firm, soft] = name === "asks" ? ["asks-work", "asks-little"] : [name, `${name}?`];
    truth[SUPPLY_SENSES.indexOf(firm!)] = sign === "!" ? 1 : 0;
    truth[SUPPLY_SENSES.indexOf(soft!)] = sign === "~" ? 1 : 0;
    return { features: featuresOf(text, book), truth, lone: true, weight: 1 };
  });
}

/** In a document that lacks a fact, no sentence supplies it. */
export function lackingSamples(taught: readonly TaughtDocument[]): Sample[] {
  return taught.flatMap(({ labelled, samples }) => {
    const truth = new Int8Array(SUPPLY_SENSES.length).fill(-1);
    for (const supply of SUPPLIES) {
      const state = labelled.facts[supply];
      if (state !== "absent" && state !== "na") continue;
      truth[SUPPLY_SENSES.indexOf(supply)] = 0;
      if (state === "absent") truth[SUPPLY_SENSES.indexOf(`${supply}?`)] = 0;
    }
    return samples.map(({ features }) => ({ features, truth, lone: false, weight: 0.3 }));
  });
}

/** In a document that supplies a fact some sentence says so: the one that the reader, as taught so far, holds likeliest. */
export function supplyingSamples(taught: readonly TaughtDocument[], model: Model): Sample[] {
  return taught.flatMap(({ labelled, samples }) => {
    const wanted = SUPPLIES.flatMap((supply) => {
      const state = labelled.facts[supply];
      return state === "present" ? [supply] : state === "weak" ? [`${supply}?`] : [];
    });
    const views = samples.map(({ features }) => sumsOf(model, features));
    return wanted.flatMap((name) => {
      const sense = SUPPLY_SENSES.indexOf(name);
      const odds = views.map((view) => logOdds(model, sense, view));
      const best = odds.indexOf(Math.max(...odds));
      if (best < 0) return [];
      const truth = new Int8Array(SUPPLY_SENSES.length).fill(-1);
      truth[sense] = 1;
      return [{ features: samples[best]!.features, truth, lone: false, weight: 0.5 }];
    });
  });
}

/** Every labelled document that can be had: the project's own, and the shared corpus where it stands beside it. */
export function allDocuments(own: string, shared: readonly string[]): LabelledDocument[] {
  return [...shared.flatMap(labelledDocuments), ...markedDocuments(own)];
}
