import type { Book } from "./book";
import { sectionAround } from "./chapter";
import type { Unit } from "./definitions";
import type { Document } from "./document";
import type { Span } from "./finding";
import type { GuardName } from "./reading/guards";
import type { FactHit } from "./reading/reading";
import { joined, remembered } from "./remembered";
import type { Section, SectionBlock } from "./section";

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

/** What a section states: the hits of each fact in order. Their blocks are counted from the section's first. */
export type SectionFacts = ReadonlyMap<number, readonly PlacedHit[]>;

export const factsIn = remembered((section: Section, _book: Book): SectionFacts => {
  const facts = new Map<number, PlacedHit[]>();
  section.blocks.forEach(({ reading }, block) => {
    for (const hit of reading.hits) {
      const known = facts.get(hit.fact);
      if (known) known.push({ hit, block });
      else facts.set(hit.fact, [{ hit, block }]);
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
    for (const { is, first } of parts) {
      for (const [fact, hits] of is) {
        const known = live.get(fact);
        if (!known)
          live.set(
            fact,
            hits.map((hit) => movedHit(hit, first)),
          );
        else if (known.length < 2) known.push(movedHit(hits[0]!, first));
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
  const hit = section.blocks[place.block]!.reading.hits.find(
    (other) =>
      other !== except &&
      facts.includes(other.fact) &&
      other.guards.length === 0 &&
      (unit === "block" || other.sentence === place.sentence),
  );
  return hit && { hit, block: place.block };
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
    return this.document.sections.flatMap(({ section, first }) =>
      (factsIn(section, this.book).get(fact) ?? NONE).map((hit) => movedHit(hit, first)),
    );
  }

  /** Whether a fact is stated live anywhere. */
  states(fact: number): boolean {
    return this.live.has(fact);
  }

  /** The first live hit of any of the facts in the unit around a place, other than `except` itself. */
  near(facts: readonly number[], place: Place, unit: Unit, except: FactHit): PlacedHit | undefined {
    if (unit === "document") return firstOf(this.live, facts, except);
    const { section, first } = sectionAround(this.document.chapters, place.block)!;
    const found = nearIn(section, this.book, facts, { ...place, block: place.block - first }, unit, except);
    return found && movedHit(found, first);
  }
}

/** The same hit, with its block counted from elsewhere. */
export function movedHit({ hit, block }: PlacedHit, by: number): PlacedHit {
  return { hit, block: block + by };
}

/** A block of the document by its number. Its start is counted from its section's. */
export function blockAt({ chapters }: Document, block: number): SectionBlock {
  const { section, first } = sectionAround(chapters, block)!;
  return section.blocks[block - first]!;
}

/** The offset of a block in the document. */
export function startOf({ chapters }: Document, block: number): number {
  const { section, start, first } = sectionAround(chapters, block)!;
  return start + section.blocks[block - first]!.start;
}

/** A span of a block as a span of the document. */
export function placeSpan(document: Document, block: number, span: Span): Span {
  return moved(span, startOf(document, block));
}

/** The same span, `by` further on. */
export function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
