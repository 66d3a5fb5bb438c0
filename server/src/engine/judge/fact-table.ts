import type { Unit } from "../definitions";
import type { Document } from "../document";
import type { Span } from "../finding";
import type { GuardName } from "../reading/guards";
import type { FactHit } from "../reading/reading";

/** A fact where it stands in the document. */
export interface PlacedHit {
  readonly hit: FactHit;
  /** The number of its block. */
  readonly block: number;
}

/** Every fact that the document states, by the number of the fact, in order of the document. */
export type FactTable = ReadonlyMap<number, readonly PlacedHit[]>;

export function factTable(document: Document): FactTable {
  const table = new Map<number, PlacedHit[]>();
  document.blocks.forEach(({ reading }, block) => {
    for (const hit of reading.hits) {
      const list = table.get(hit.fact);
      if (list) list.push({ hit, block });
      else table.set(hit.fact, [{ hit, block }]);
    }
  });
  return table;
}

/** Nothing takes from the words' being the author's own claim, but for guards that the rule names. */
export function isLive(hit: FactHit, despite: readonly GuardName[]): boolean {
  return hit.guards.every((guard) => despite.includes(guard));
}

/** A place in the document, for asking whether another is near it. */
export interface Place {
  readonly block: number;
  readonly sentence: number;
}

export function isWithin(document: Document, a: Place, b: Place, unit: Unit): boolean {
  switch (unit) {
    case "document":
      return true;
    case "section":
      return document.blocks[a.block]!.section === document.blocks[b.block]!.section;
    case "block":
      return a.block === b.block;
    case "sentence":
      return a.block === b.block && a.sentence === b.sentence;
  }
}

/** A span of a block as a span of the document. */
export function placeSpan(document: Document, block: number, span: Span): Span {
  const { start } = document.blocks[block]!;
  return { start: start + span.start, end: start + span.end };
}
