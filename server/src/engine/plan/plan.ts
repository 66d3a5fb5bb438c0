import type { Book } from "../book";
import type { Document } from "../document";
import { SUPPLIES, type Supply } from "../finding";
import type { FactTable } from "../judge/fact-table";
import { lackProfile, type Profile, profileOf, weigh } from "./profile";
import { type Supplies, suppliesOf } from "./supplies";

/** What the document is as a whole: whether it is a plan, what it supplies, what a reader would look for in vain. */
export interface Plan {
  /** Whether the document asks people to take part, or only writes about it. */
  readonly isPlan: "yes" | "perhaps" | "no";
  readonly supplies: Supplies;
  readonly missing: ReadonlyMap<Supply, Certainty>;
}

/** Whether something is missing for certain, or only in all likelihood. */
export type Certainty = "certain" | "likely";

/** Reads the plan from the facts and senses of its sentences. */
export function planOf(document: Document, table: FactTable, book: Book): Plan {
  const supplies = suppliesOf(table, book);
  const profile = profileOf(document, table, book);
  return { supplies, isPlan: isPlan(profile, book), missing: missingFrom(profile, supplies, book) };
}

/** Log-odds on either side of nought between which a document may be a plan or not. */
const DOUBTFUL = 0.8;

/** Guidance, reports, articles and the like are left alone. A short text can't tell, and is taken for a plan. */
function isPlan(profile: Profile, book: Book): Plan["isPlan"] {
  if (!book.reader || profile.size! * 4 < Math.log(SHORT)) return "yes";
  const odds = weigh(profile, book.reader.documents.plan);
  return odds > DOUBTFUL ? "yes" : odds > -DOUBTFUL ? "perhaps" : "no";
}

/** Sentences below which nothing is said of the document as a whole. */
const SHORT = 12;

function missingFrom(profile: Profile, supplies: Supplies, book: Book): Map<Supply, Certainty> {
  const missing = new Map<Supply, Certainty>();
  const long = profile.size! * 4 >= Math.log(SHORT);
  for (const supply of SUPPLIES) {
    const weights = book.reader?.documents.missing[supply];
    if (weights && long) {
      const odds = weigh(lackProfile(profile, supply), weights);
      if (odds > 0) missing.set(supply, odds > book.reader!.thresholds.certain ? "certain" : "likely");
    } else if (supplies[supply].state === "absent" && isLookedFor(supply, profile)) missing.set(supply, "certain");
  }
  return missing;
}

/** In a text too short to be weighed: what its reader would look for, from what it asks of people. */
function isLookedFor(supply: Supply, profile: Profile): boolean {
  if (profile.size! * 4 < Math.log(4)) return false;
  const states = (fact: string): boolean => (profile[`fact:${fact}`] ?? 0) > 0;
  if (["payment", "expenses", "training"].includes(supply)) return states("asks-work");
  if (supply === "reasons" || supply === "equality") return states("survey-method");
  return states("asks-work") || states("survey-method") || states("method-dialogue") || states("coproduction-claim");
}
