import type { Book } from "../book";
import type { Document } from "../document";
import type { FactTable } from "../fact-table";
import { SUPPLIES, type Supply } from "../finding";
import { missingOdds, type Profile, planProfile, profileOf, weigh } from "./profile";
import { givenInOwnWords, type Supplies, type SupplyStatus, suppliesOf } from "./supplies";

/** What the document is as a whole: whether it is a plan, what it supplies, what a reader would look for in vain. */
export interface Plan {
  /** Whether the document asks people to take part, or only writes about it. */
  readonly isPlan: Standing;
  readonly supplies: Supplies;
  readonly missing: ReadonlyMap<Supply, Certainty>;
}

/** `short`: there is too little of it to tell. */
export type Standing = "yes" | "perhaps" | "no" | "short";

/** Whether something is missing for certain, or only in all likelihood. */
export type Certainty = "certain" | "likely";

/** Reads the plan from the facts and senses of its sentences. */
export function planOf(document: Document, table: FactTable, book: Book): Plan {
  const supplies = suppliesOf(table, book);
  const profile = profileOf(document, table, supplies, book);
  const odds = book.reader ? weigh(planProfile(profile), book.reader.documents.plan) : SURE;
  const missing = missingFrom(profile, supplies, book);
  if (odds < SURE) for (const supply of missing.keys()) missing.set(supply, "likely");
  // What a team's own words say outright needs no learned judgement.
  for (const supply of SUPPLIES) if (givenInOwnWords(supply, table, book)) missing.delete(supply);
  // “Where possible” is said of it: that is raised where it stands, and it wouldn't be true that nothing is said.
  for (const supply of SUPPLIES) if (supplies[supply].state === "hedged") missing.delete(supply);
  return { supplies, isPlan: isPlan(profile, odds, book), missing };
}

/** Log-odds below which a document is no plan, and above which it is one; between them it may be either. */
const DOUBTFUL = { from: -1, to: -0.4 };
/** Log-odds from which it is so surely a plan that something missing from it may be missing for certain. */
export const SURE = 0.3;

/** Guidance, reports, articles and the like are left alone. */
function isPlan(profile: Profile, odds: number, book: Book): Standing {
  if (!book.reader) return "yes";
  if (profile.size! * 4 < Math.log(SHORT)) return "short";
  if (!speaksOfTakingPart(profile)) return "no";
  return odds > DOUBTFUL.to ? "yes" : odds > DOUBTFUL.from ? "perhaps" : "no";
}

/** One sentence in forty or more is of people taking part, and not far more are of making software. */
function speaksOfTakingPart(profile: Profile): boolean {
  const part = profile["rate:participation"] ?? 0;
  return part >= 0.024 && (profile["rate:software"] ?? 0) <= 2.1 * part;
}

/** Sentences below which a document can't be weighed, and those below which nothing at all is missed in it. */
const SHORT = 12;
const LEAST = 2.9;

function missingFrom(profile: Profile, supplies: Supplies, book: Book): Map<Supply, Certainty> {
  const missing = new Map<Supply, Certainty>();
  const sentences = Math.exp(profile.size! * 4);
  if (sentences < (book.reader ? SHORT : LEAST)) return missing;
  const long = sentences >= SHORT;
  for (const supply of SUPPLIES) {
    if (book.reader && long) {
      const odds = missingOdds(profile, supply, book.reader.documents);
      const { missing: likely, certain } = book.reader.thresholds;
      if (odds > likely) missing.set(supply, odds > certain ? "certain" : "likely");
    } else if (!isGiven(supplies[supply]) && isLookedFor(supply, profile, book)) missing.set(supply, "certain");
  }
  return missing;
}

function isGiven({ state }: SupplyStatus): boolean {
  return state === "satisfied" || state === "hedged";
}

/** Supplies that only sustained or skilled work calls for. */
const FOR_WORK: readonly Supply[] = ["payment", "expenses", "training"];
/** Supplies that a consultation on proposals calls for. */
const FOR_CONSULTATION: readonly Supply[] = ["reasons", "equality"];

/** In a text too short to be weighed: what its reader would look for, from what it asks of people. */
function isLookedFor(supply: Supply, profile: Profile, book: Book): boolean {
  const stated = book.facts.filter((fact) => profile[`fact:${fact.name}`]);
  const works = stated.some(
    ({ name, claims, level }) => name === "asks-work" || claims !== undefined || (level ?? 0) >= 4,
  );
  if (FOR_WORK.includes(supply)) return works;
  const consults = stated.some(({ level }) => level === 2);
  if (FOR_CONSULTATION.includes(supply)) return consults;
  return works || stated.some(({ level }) => level !== undefined);
}
