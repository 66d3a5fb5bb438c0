import type { Book } from "../book";
import type { Document, ReadBlock } from "../document";
import type { Place } from "../fact-table";
import { CONCERNS, type Concern } from "../finding";
import { CONCERN_GROUPS, groupName, groupOf } from "../learned/concern-groups";
import { logOdds, type Sums } from "../learned/model";
import type { Reader } from "../learned/reader";
import { remembered } from "../learned/seen";
import type { GuardName } from "../reading/guards";
import type { Reading } from "../reading/reading";

/** A sentence that reads, to the learned reader, like ones that advisers raised. */
export interface Suspicion {
  readonly place: Place;
  readonly concern: Concern;
  readonly odds: number;
}

/** How the learned reader sees the sentences of one block under one heading. */
interface BlockView {
  /** For each sentence, the log-odds of each group of near concerns. */
  readonly odds: readonly Float32Array[];
  readonly suspected: readonly { readonly sentence: number; readonly concern: Concern; readonly odds: number }[];
}

/** How the learned reader sees every sentence: its log-odds for each group of near concerns. */
export class Suspicions {
  private readonly views: readonly (BlockView | undefined)[];

  constructor(document: Document, book: Book) {
    const { reader } = book;
    let heading: ReadBlock | undefined;
    this.views = document.blocks.map((placed) => {
      if (placed.block.kind === "heading") heading = placed;
      return reader && viewOf(placed.reading, heading?.reading.lends?.concerns, reader);
    });
  }

  /** The log-odds for a concern's group at a place; undefined without a learned reader. */
  at(place: Place, concern: Concern): number | undefined {
    return this.views[place.block]?.odds[place.sentence]?.[groupOf(concern)];
  }

  /** In order of the document. */
  all(): Suspicion[] {
    const found: Suspicion[] = [];
    this.views.forEach((view, block) => {
      if (!view) return;
      for (const { sentence, concern, odds } of view.suspected)
        found.push({ place: { block, sentence }, concern, odds });
    });
    return found;
  }
}

/** A suspicion is raised only of the author's own live words. */
const SILENCING: readonly GuardName[] = ["quotation", "heading"];

const viewOf = remembered(makeView);

function makeView(reading: Reading, lent: Sums | undefined, reader: Reader): BlockView {
  const senses = sensesOf(reader);
  const suspected: BlockView["suspected"][number][] = [];
  const odds = reading.sentences.map((sentence, number) => {
    const parts = [sentence.senses?.concerns, lent];
    const row = Float32Array.from(senses.groups, (sense) => logOdds(reader.concerns, sense, parts));
    if (sentence.guards.some((guard) => SILENCING.includes(guard))) return row;
    row.forEach((value, group) => {
      if (value < senses.thresholds[group]!) return;
      suspected.push({ sentence: number, concern: likeliest(group, senses, reader, parts), odds: value });
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

const numbers = new WeakMap<Reader, SenseNumbers>();

function sensesOf(reader: Reader): SenseNumbers {
  let senses = numbers.get(reader);
  if (!senses) {
    const names = CONCERN_GROUPS.map((_, group) => groupName(group));
    senses = {
      groups: names.map((name) => reader.concerns.senses.indexOf(name)),
      thresholds: names.map((name) => reader.thresholds.suspect[name] ?? Number.POSITIVE_INFINITY),
      concerns: new Map(CONCERNS.map((concern) => [concern, reader.concerns.senses.indexOf(concern)])),
    };
    numbers.set(reader, senses);
  }
  return senses;
}

/** Of near concerns, the one that the reader holds likeliest. */
function likeliest(group: number, senses: SenseNumbers, reader: Reader, parts: readonly (Sums | undefined)[]): Concern {
  const members = CONCERN_GROUPS[group]!;
  if (members.length === 1) return members[0]!;
  const odds = members.map((concern) => logOdds(reader.concerns, senses.concerns.get(concern)!, parts));
  return members[odds.indexOf(Math.max(...odds))]!;
}
