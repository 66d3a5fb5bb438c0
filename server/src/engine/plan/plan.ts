import type { Book } from "../book";
import type { Document } from "../document";
import { SUPPLIES, type Supply } from "../finding";
import type { FactTable } from "../judge/fact-table";
import { type Profile, profileOf, weigh } from "./profile";
import { type Supplies, suppliesOf } from "./supplies";

/** What the document is as a whole: whether it is a plan, what it supplies, what a reader would look for in vain. */
export interface Plan {
  readonly isPlan: boolean;
  readonly supplies: Supplies;
  readonly missing: readonly Supply[];
}

/** Reads the plan from the facts and senses of its sentences. */
export function planOf(document: Document, table: FactTable, book: Book): Plan {
  const supplies = suppliesOf(table, book);
  const profile = profileOf(document, table, book);
  return { supplies, isPlan: isPlan(profile, book), missing: missingFrom(profile, supplies, book) };
}

/** Guidance, reports, articles and the like are left alone. A short text can't tell, and is taken for a plan. */
function isPlan(profile: Profile, book: Book): boolean {
  if (!book.reader || profile.size! * 4 < Math.log(SHORT)) return true;
  return weigh(profile, book.reader.documents.plan) > 0;
}

/** Sentences below which nothing is said of the document as a whole. */
const SHORT = 12;

function missingFrom(profile: Profile, supplies: Supplies, book: Book): Supply[] {
  const asks = (profile["fact:asks-work"] ?? 0) > 0;
  return SUPPLIES.filter((supply) => {
    const weights = book.reader?.documents.missing[supply];
    if (weights && profile.size! * 4 >= Math.log(SHORT)) return weigh(profile, weights) > 0;
    if (supplies[supply].state !== "absent" || profile.size! * 4 < Math.log(4)) return false;
    return supply === "feedback" || (supply === "payment" && asks);
  });
}
