import type { Book } from "../book";
import { sectionAround } from "../chapter";
import type { SenseCondition } from "../definitions";
import type { Document } from "../document";
import { moved, type Place } from "../fact-table";
import { CONCERNS, type Concern, type Span } from "../finding";
import { CONCERN_GROUPS, groupName, groupOf } from "../learned/concern-groups";
import { logOdds, type Sums, together } from "../learned/model";
import { lentByPart, type Reader } from "../learned/reader";
import type { GuardName } from "../reading/guards";
import type { Reading } from "../reading/reading";
import { joined, onceFor, remembered } from "../remembered";
import type { Section } from "../section";
import { quoteOf } from "./quote";

/** A sentence that reads, to the learned reader, like ones that advisers raised. */
export interface Suspicion {
  readonly place: Place;
  readonly concern: Concern;
  readonly odds: number;
  /** Where the sentence stands. */
  readonly span: Span;
  /** Its words, as a message would quote them. */
  readonly quote: string;
}

/** How the learned reader sees the sentences of one block under one heading in one part of the document. */
interface BlockView {
  /** For each sentence, the log-odds of each group of near concerns. */
  readonly odds: readonly Float32Array[];
  readonly suspected: readonly { readonly sentence: number; readonly concern: Concern; readonly odds: number }[];
}

/** How the learned reader sees every sentence: its log-odds for each group of near concerns. */
export class Suspicions {
  constructor(
    private readonly document: Document,
    private readonly book: Book,
  ) {}

  /** The log-odds for a concern's group at a place; undefined without a learned reader. */
  at(place: Place, concern: Concern): number | undefined {
    const placed = sectionAround(this.document.chapters, place.block);
    return placed && oddsIn(placed.section, this.book, { ...place, block: place.block - placed.first }, concern);
  }

  /** In order of the document. */
  all(): readonly Suspicion[] {
    return this.book.reader ? suspectedIn(this.document, this.book) : [];
  }
}

/** The log-odds for a concern's group at a place of a section; undefined without a learned reader. */
export function oddsIn(section: Section, book: Book, place: Place, concern: Concern): number | undefined {
  return book.reader && viewsIn(section, book)[place.block]?.odds[place.sentence]?.[groupOf(concern)];
}

/** Whether the learned reader is as sure of a sense as a condition asks. */
export function isSure(odds: number | undefined, { least }: SenseCondition): boolean {
  return odds !== undefined && 1 / (1 + Math.exp(-odds)) >= least;
}

const viewsIn = remembered((section: Section, book: Book): readonly BlockView[] => {
  const lent = section.heading?.reading.lends?.concerns;
  return section.blocks.map(({ reading, part }) => viewOf(reading, book, lent, part));
});

/** Their blocks are counted from the first of the part that they stand in. */
const suspectedIn = joined(
  (section: Section, book: Book): readonly Suspicion[] =>
    viewsIn(section, book).flatMap(({ suspected }, number) => {
      const { block, reading, start } = section.blocks[number]!;
      return suspected.map(({ sentence, concern, odds }) => {
        const { span } = reading.sentences[sentence]!;
        const quote = quoteOf(block.text.slice(span.start, span.end));
        return { place: { block: number, sentence }, concern, odds, span: moved(span, start), quote };
      });
    }),
  (parts) =>
    parts.flatMap(({ is, first, start }) =>
      is.map(({ place, concern, odds, span, quote }) => ({
        place: { block: first + place.block, sentence: place.sentence },
        concern,
        odds,
        span: moved(span, start),
        quote,
      })),
    ),
);

/** A suspicion is raised only of the author's own live words. */
const SILENCING: readonly GuardName[] = ["quotation", "heading"];

const viewOf = remembered(makeView);

function makeView(reading: Reading, book: Book, lent?: Sums, part = 0): BlockView {
  const reader = book.reader!;
  const senses = sensesOf(reader);
  const suspected: BlockView["suspected"][number][] = [];
  const odds = reading.sentences.map((sentence, number) => {
    const place = lentByPart(reader, part, sentence.lists, book.listHashes);
    const own = together(sentence.senses?.concerns, place);
    const row = new Float32Array(senses.groups.length);
    for (let group = 0; group < row.length; group++)
      row[group] = logOdds(reader.concerns, senses.groups[group]!, own, lent);
    if (sentence.guards.some((guard) => SILENCING.includes(guard))) return row;
    row.forEach((value, group) => {
      if (value < senses.thresholds[group]!) return;
      suspected.push({ sentence: number, concern: likeliest(group, senses, reader, own, lent), odds: value });
    });
    return row;
  });
  return { odds, suspected };
}

interface SenseNumbers {
  readonly groups: readonly number[];
  readonly thresholds: readonly number[];
  readonly concerns: ReadonlyMap<Concern, number>;
}

const sensesOf = onceFor((reader: Reader): SenseNumbers => {
  const names = CONCERN_GROUPS.map((_, group) => groupName(group));
  return {
    groups: names.map((name) => reader.concerns.senses.indexOf(name)),
    thresholds: names.map((name) => reader.thresholds.suspect[name] ?? Number.POSITIVE_INFINITY),
    concerns: new Map(CONCERNS.map((concern) => [concern, reader.concerns.senses.indexOf(concern)])),
  };
});

/** Of near concerns, the one that the reader holds likeliest. */
function likeliest(
  group: number,
  senses: SenseNumbers,
  reader: Reader,
  own: Sums | undefined,
  lent: Sums | undefined,
): Concern {
  const members = CONCERN_GROUPS[group]!;
  if (members.length === 1) return members[0]!;
  const odds = members.map((concern) => logOdds(reader.concerns, senses.concerns.get(concern)!, own, lent));
  return members[odds.indexOf(Math.max(...odds))]!;
}
