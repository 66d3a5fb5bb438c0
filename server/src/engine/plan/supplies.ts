import type { Book } from "../book";
import { type FactTable, isLive, type PlacedHit } from "../fact-table";
import type { Supply } from "../finding";
import { SUPPLIES } from "../finding";

/** How far a plan supplies what its readers look for. */
export type SupplyState = "satisfied" | "weak" | "absent";

export interface SupplyStatus {
  readonly state: SupplyState;
  /** The words that prove it, best first. */
  readonly evidence: readonly PlacedHit[];
}

export type Supplies = Readonly<Record<Supply, SupplyStatus>>;

/** What the whole plan supplies, from the facts that its sentences state. */
export function suppliesOf(table: FactTable, book: Book): Supplies {
  const supplies = Object.fromEntries(SUPPLIES.map((supply) => [supply, [] as PlacedHit[]]));
  for (const number of table.stated()) {
    const supply = book.facts[number]!.supplies;
    if (supply) supplies[supply]!.push(...table.hits(number).filter(({ hit }) => isLive(hit, [])));
  }
  return Object.fromEntries(SUPPLIES.map((supply) => [supply, statusOf(supplies[supply]!)])) as unknown as Supplies;
}

function statusOf(hits: PlacedHit[]): SupplyStatus {
  const firm = hits.filter(({ hit }) => !hit.hedged);
  const state = firm.length ? "satisfied" : hits.length ? "weak" : "absent";
  return { state, evidence: firm.length ? firm : hits };
}
