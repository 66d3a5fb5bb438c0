import type { Book } from "../book";
import { type FactTable, factsIn, type PlacedHit } from "../fact-table";
import { SUPPLIES, type Supply } from "../finding";
import type { GuardName } from "../reading/guards";
import type { FactHit } from "../reading/reading";
import { joined } from "../remembered";
import type { Section } from "../section";

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

/** What the whole plan supplies, from the facts that its sentences state: the best state that any of the words reach. */
export function suppliesOf(table: FactTable, book: Book): Supplies {
  const best = bestIn(table.document, book);
  return Object.fromEntries(
    SUPPLIES.map((supply, number) => [supply, statusOf(supply, SUPPLY_STATES[best[number]!]!, table, book)]),
  ) as unknown as Supplies;
}

/** The evidence is gathered when it is asked for: mostly the state is all that is wanted. */
function statusOf(supply: Supply, state: SupplyState, table: FactTable, book: Book): SupplyStatus {
  let evidence: readonly PlacedHit[] | undefined;
  return {
    state,
    get evidence() {
      evidence ??= state === "absent" ? [] : evidenceOf(supply, state, table, book);
      return evidence;
    },
  };
}

/** All the words that reach a state, fact by fact. */
function evidenceOf(supply: Supply, state: SupplyState, table: FactTable, book: Book): PlacedHit[] {
  return book.facts.flatMap(({ supplies, refuses }, number) => {
    const hits = supplies === supply || refuses === supply ? table.hits(number) : [];
    return [
      ...hits.filter(({ hit }) => supplies === supply && stateOf(hit) === state),
      ...hits.filter(({ hit }) => refuses === supply && state === "negated" && isRefusal(hit)),
    ];
  });
}

/** The number of the state that is none. */
const ABSENT = SUPPLY_STATES.indexOf("absent");

/** For each supply, by its number, the number of the best state that any words reach. */
const bestIn = joined(
  (section: Section, book: Book): readonly number[] => {
    const best = SUPPLIES.map(() => ABSENT);
    const note = (supply: Supply, state: SupplyState): void => {
      const number = SUPPLIES.indexOf(supply);
      best[number] = Math.min(best[number]!, SUPPLY_STATES.indexOf(state));
    };
    for (const [fact, hits] of factsIn(section, book)) {
      const { supplies, refuses } = book.facts[fact]!;
      for (const { hit } of hits) {
        if (supplies) note(supplies, stateOf(hit));
        if (refuses && isRefusal(hit)) note(refuses, "negated");
      }
    }
    return best;
  },
  (parts) => SUPPLIES.map((_, number) => parts.reduce((best, { is }) => Math.min(best, is[number]!), ABSENT)),
);

/** Whether a team's own words for it supply something outright. */
export function givenInOwnWords(supply: Supply, table: FactTable, book: Book): boolean {
  return book.facts.some(
    ({ supplies }, number) =>
      number >= book.firstOwnFact &&
      supplies === supply &&
      table.hits(number).some(({ hit }) => stateOf(hit) === "satisfied"),
  );
}

function isRefusal({ guards }: FactHit): boolean {
  return guards.length === 0;
}

/** What the words come to. Words of another speaker, or of another time, supply nothing here. */
function stateOf({ guards, hedged }: FactHit): SupplyState {
  if (guards.length === 0) return hedged ? "hedged" : "satisfied";
  if (guards.includes("placeholder")) return "placeholder";
  const only = (guard: GuardName) => guards.every((other) => other === guard);
  if (only("negation")) return "negated";
  return only("aspiration") ? "weak" : "absent";
}
