import type { Book } from "../book";
import type { Document } from "../document";
import { CONCERNS, type Concern } from "../finding";
import { CONCERN_GROUPS, groupName, groupOf } from "../learned/concern-groups";
import { logOdds } from "../learned/model";
import type { Reader } from "../learned/reader";
import { eachSentence } from "../plan/profile";
import type { GuardName } from "../reading/guards";
import type { Place } from "./fact-table";

/** A sentence that reads, to the learned reader, like ones that advisers raised. */
export interface Suspicion {
  readonly place: Place;
  readonly concern: Concern;
  readonly odds: number;
}

/** How the learned reader sees every sentence: its log-odds for each group of near concerns. */
export class Suspicions {
  private readonly byPlace = new Map<number, Float32Array>();
  readonly all: readonly Suspicion[];

  constructor(document: Document, book: Book) {
    this.all = book.reader ? this.collect(document, book.reader) : [];
  }

  /** The log-odds for a concern's group at a place; undefined without a learned reader. */
  at(place: Place, concern: Concern): number | undefined {
    return this.byPlace.get(keyOf(place))?.[groupOf(concern)];
  }

  private collect(document: Document, reader: Reader): Suspicion[] {
    const found: Suspicion[] = [];
    const senses = sensesByGroup(reader);
    eachSentence(document, (sentence, heading, block, number) => {
      if (!sentence.senses) return;
      const parts = [sentence.senses.concerns, heading?.reading.lends?.concerns];
      const odds = Float32Array.from(senses.groups, (sense) => logOdds(reader.concerns, sense, parts));
      const place = { block, sentence: number };
      this.byPlace.set(keyOf(place), odds);
      if (sentence.guards.some((guard) => SILENCING.includes(guard))) return;
      odds.forEach((value, group) => {
        if (value < (reader.thresholds.suspect[groupName(group)] ?? Number.POSITIVE_INFINITY)) return;
        const concern = likeliest(group, senses.concerns, reader, parts);
        found.push({ place, concern, odds: value });
      });
    });
    return found;
  }
}

/** A suspicion is raised only of the author's own live words. */
const SILENCING: readonly GuardName[] = ["quotation", "heading"];

function keyOf({ block, sentence }: Place): number {
  return block * 1024 + Math.min(1023, sentence);
}

function sensesByGroup(reader: Reader): { groups: number[]; concerns: ReadonlyMap<Concern, number> } {
  const groups = CONCERN_GROUPS.map((_, group) => reader.concerns.senses.indexOf(groupName(group)));
  const concerns = new Map(CONCERNS.map((concern) => [concern, reader.concerns.senses.indexOf(concern)]));
  return { groups, concerns };
}

/** Of near concerns, the one that the reader holds likeliest. */
function likeliest(
  group: number,
  senses: ReadonlyMap<Concern, number>,
  reader: Reader,
  parts: Parameters<typeof logOdds>[2],
): Concern {
  const members = CONCERN_GROUPS[group]!;
  const odds = members.map((concern) => logOdds(reader.concerns, senses.get(concern)!, parts));
  return members[odds.indexOf(Math.max(...odds))]!;
}
