import type { Book } from "../book";
import type { FactTable, PlacedHit } from "../fact-table";
import { SUPPLIES, type Supply } from "../finding";
import type { GuardName } from "../reading/guards";
import type { FactHit } from "../reading/reading";

/**
 * How far a plan supplies what its readers look for: outright; wished for only; with a hedge (“where possible”); refused
 * in so many words; with a blank still to be filled; not at all.
 */
export const SUPPLY_STATES = ["satisfied", "hedged", "weak", "placeholder", "negated", "absent"] as const;
export type SupplyState = (typeof SUPPLY_STATES)[number];

export interface SupplyStatus {
  readonly state: SupplyState;
  /** The words that prove it, best first. */
  readonly evidence: readonly PlacedHit[];
}

export type Supplies = Readonly<Record<Supply, SupplyStatus>>;

/** Words that bear on a supply, and what they come to. */
interface Bearing {
  readonly placed: PlacedHit;
  readonly state: SupplyState;
}

/** What the whole plan supplies, from the facts that its sentences state. */
export function suppliesOf(table: FactTable, book: Book): Supplies {
  const bearings = new Map<Supply, Bearing[]>(SUPPLIES.map((supply) => [supply, []]));
  for (const number of table.stated()) {
    const { supplies, refuses } = book.facts[number]!;
    for (const placed of supplies ? table.hits(number) : [])
      bearings.get(supplies!)!.push({ placed, state: stateOf(placed.hit) });
    for (const placed of refuses ? table.hits(number) : [])
      if (placed.hit.guards.length === 0) bearings.get(refuses!)!.push({ placed, state: "negated" });
  }
  return Object.fromEntries(SUPPLIES.map((supply) => [supply, statusOf(bearings.get(supply)!)])) as unknown as Supplies;
}

/** The best state that any of the words reach, with all the words that reach it. */
function statusOf(bearings: readonly Bearing[]): SupplyStatus {
  for (const state of SUPPLY_STATES.filter((one) => one !== "absent")) {
    const evidence = bearings.filter((bearing) => bearing.state === state).map(({ placed }) => placed);
    if (evidence.length) return { state, evidence };
  }
  return { state: "absent", evidence: [] };
}

/** What the words come to. Words of another speaker, or of another time, supply nothing here. */
function stateOf({ guards, hedged }: FactHit): SupplyState {
  if (guards.length === 0) return hedged ? "hedged" : "satisfied";
  if (guards.includes("placeholder")) return "placeholder";
  const only = (guard: GuardName) => guards.every((other) => other === guard);
  if (only("negation")) return "negated";
  return only("aspiration") ? "weak" : "absent";
}
