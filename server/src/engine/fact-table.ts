import type { Book } from "./book";
import type { Unit } from "./definitions";
import type { Document } from "./document";
import type { Span } from "./finding";
import type { GuardName } from "./reading/guards";
import type { FactHit } from "./reading/reading";

/** A fact where it stands in the document. */
export interface PlacedHit {
  readonly hit: FactHit;
  /** The number of its block. */
  readonly block: number;
}

/** A place in the document, for asking whether another is near it. */
export interface Place {
  readonly block: number;
  readonly sentence: number;
}

/** Nothing takes from the words' being the author's own claim, but for guards that the rule names. */
export function isLive(hit: FactHit, despite: readonly GuardName[]): boolean {
  return hit.guards.length === 0 || hit.guards.every((guard) => despite.includes(guard));
}

const NONE: readonly PlacedHit[] = [];

/** Every fact that a document states, to be asked for by its number: everywhere, or near a place. */
export class FactTable {
  private readonly byFact: PlacedHit[][];
  /** For facts that were asked for by section: their live hits in each. Filled when first asked. */
  private readonly bySection = new Map<number, Map<number, PlacedHit[]>>();

  constructor(
    private readonly document: Document,
    book: Book,
  ) {
    this.byFact = book.facts.map(() => []);
    const { blocks } = document;
    for (let block = 0; block < blocks.length; block++) {
      for (const hit of blocks[block]!.reading.hits) this.byFact[hit.fact]!.push({ hit, block });
    }
  }

  /** In order of the document, guarded ones too. */
  hits(fact: number): readonly PlacedHit[] {
    return this.byFact[fact] ?? NONE;
  }

  /** The numbers of all facts that are stated anywhere. */
  stated(): number[] {
    return this.byFact.flatMap((hits, fact) => (hits.length ? [fact] : []));
  }

  /** The first live hit of any of the facts in the unit around a place, other than `except` itself. */
  near(facts: readonly number[], place: Place, unit: Unit, except: FactHit): PlacedHit | undefined {
    if (unit === "document" || unit === "section") return this.inReach(facts, place, unit, except);
    const { reading } = this.document.blocks[place.block]!;
    const hit = reading.hits.find(
      (other) =>
        other !== except &&
        facts.includes(other.fact) &&
        other.guards.length === 0 &&
        (unit === "block" || other.sentence === place.sentence),
    );
    return hit && { hit, block: place.block };
  }

  private inReach(facts: readonly number[], place: Place, unit: Unit, except: FactHit): PlacedHit | undefined {
    for (const fact of facts) {
      const hits =
        unit === "document" ? this.hits(fact) : this.ofSection(fact, this.document.blocks[place.block]!.section);
      const found = hits.find(({ hit }) => hit !== except && hit.guards.length === 0);
      if (found) return found;
    }
    return undefined;
  }

  private ofSection(fact: number, section: number): readonly PlacedHit[] {
    let sections = this.bySection.get(fact);
    if (!sections) {
      sections = new Map();
      for (const placed of this.hits(fact)) {
        if (placed.hit.guards.length) continue;
        const number = this.document.blocks[placed.block]!.section;
        const known = sections.get(number);
        if (known) known.push(placed);
        else sections.set(number, [placed]);
      }
      this.bySection.set(fact, sections);
    }
    return sections.get(section) ?? NONE;
  }
}

/** A span of a block as a span of the document. */
export function placeSpan(document: Document, block: number, span: Span): Span {
  const { start } = document.blocks[block]!;
  return { start: start + span.start, end: start + span.end };
}
