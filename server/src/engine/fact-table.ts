import type { Book } from "./book";
import { sectionAround } from "./chapter";
import type { Unit } from "./definitions";
import type { Document } from "./document";
import type { Span } from "./finding";
import type { GuardName } from "./reading/guards";
import type { FactHit } from "./reading/reading";
import { joined, remembered } from "./remembered";
import type { Placed, Section, SectionBlock } from "./section";

/** A fact where it stands in the document, or in a part of it. */
export interface PlacedHit {
  readonly hit: FactHit;
  /** The number of its block. */
  readonly block: number;
  /** The offset of its block. */
  readonly start: number;
}

/** Where the words stand. */
export function spanOf({ hit, start }: PlacedHit): Span {
  return moved(hit.span, start);
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

/** What a section states: the hits of each fact in order. Their blocks are counted from the section's first. */
export type SectionFacts = ReadonlyMap<number, readonly PlacedHit[]>;

export const factsIn = remembered((section: Section, _book: Book): SectionFacts => {
  const facts = new Map<number, PlacedHit[]>();
  section.blocks.forEach(({ reading, start }, block) => {
    for (const hit of reading.hits) {
      const known = facts.get(hit.fact);
      if (known) known.push({ hit, block, start });
      else facts.set(hit.fact, [{ hit, block, start }]);
    }
  });
  return facts;
});

/**
 * The first two live hits of each fact: enough to tell one that is other than a given one. Their blocks are counted from
 * the first of what states them.
 */
const liveIn = joined(
  (section: Section, book: Book): SectionFacts => {
    const live = new Map<number, PlacedHit[]>();
    for (const [fact, hits] of factsIn(section, book)) {
      const first = hits.filter(({ hit }) => isLive(hit, [])).slice(0, 2);
      if (first.length) live.set(fact, first);
    }
    return live;
  },
  (parts) => {
    const live = new Map<number, PlacedHit[]>();
    for (const part of parts) {
      for (const [fact, hits] of part.is) {
        const known = live.get(fact);
        if (!known)
          live.set(
            fact,
            hits.map((hit) => movedHit(hit, part)),
          );
        else if (known.length < 2) known.push(movedHit(hits[0]!, part));
      }
    }
    return live;
  },
);

/** The first live hit of any of the facts around a place of a section, other than `except` itself. */
export function nearIn(
  section: Section,
  book: Book,
  facts: readonly number[],
  place: Place,
  unit: Exclude<Unit, "document">,
  except: FactHit,
): PlacedHit | undefined {
  if (unit === "section") return firstOf(factsIn(section, book), facts, except);
  const { reading, start } = section.blocks[place.block]!;
  const hit = reading.hits.find(
    (other) =>
      other !== except &&
      facts.includes(other.fact) &&
      other.guards.length === 0 &&
      (unit === "block" || other.sentence === place.sentence),
  );
  return hit && { hit, block: place.block, start };
}

function firstOf(stated: SectionFacts, facts: readonly number[], except: FactHit): PlacedHit | undefined {
  for (const fact of facts) {
    const found = stated.get(fact)?.find(({ hit }) => hit !== except && hit.guards.length === 0);
    if (found) return found;
  }
  return undefined;
}

/** Every fact that a document states, to be asked for by its number: everywhere, or near a place. */
export class FactTable {
  private readonly live: SectionFacts;

  constructor(
    readonly document: Document,
    private readonly book: Book,
  ) {
    this.live = liveIn(document, book);
  }

  /** In order of the document, guarded ones too. */
  hits(fact: number): readonly PlacedHit[] {
    return this.document.sections.flatMap((placed) =>
      (factsIn(placed.section, this.book).get(fact) ?? NONE).map((hit) => movedHit(hit, placed)),
    );
  }

  /** Whether a fact is stated live anywhere. */
  states(fact: number): boolean {
    return this.live.has(fact);
  }

  /** The first live hit of any of the facts in the unit around a place, other than `except` itself. */
  near(facts: readonly number[], place: Place, unit: Unit, except: FactHit): PlacedHit | undefined {
    if (unit === "document") return firstOf(this.live, facts, except);
    const around = sectionAround(this.document.chapters, place.block)!;
    const local = { block: place.block - around.first, sentence: place.sentence };
    const found = nearIn(around.section, this.book, facts, local, unit, except);
    return found && movedHit(found, around);
  }
}

/** A hit of a part as one of what the part stands in. */
export function movedHit({ hit, block, start }: PlacedHit, by: Placed): PlacedHit {
  return { hit, block: block + by.first, start: start + by.start };
}

/** A block of the document by its number. Its start is counted from its section's. */
export function blockNumbered({ chapters }: Document, block: number): SectionBlock {
  const { section, first } = sectionAround(chapters, block)!;
  return section.blocks[block - first]!;
}

/** The same span, `by` further on. */
export function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
