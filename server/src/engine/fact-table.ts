import type { Book } from "./book";
import type { Unit } from "./definitions";
import type { Document } from "./document";
import type { Span } from "./finding";
import type { GuardName } from "./reading/guards";
import type { FactHit } from "./reading/reading";
import { remembered } from "./remembered";
import { type PlacedSection, type Section, type SectionBlock, sectionAround } from "./section";

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

/** The facts that a section states live, each once. */
const liveIn = remembered((section: Section, book: Book): readonly number[] =>
  [...factsIn(section, book)].flatMap(([fact, hits]) => (hits.some(({ hit }) => isLive(hit, [])) ? [fact] : [])),
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
  /** For each fact the numbers of the first two sections that state it live, plus one; 0 where there is none. */
  private readonly live: Int32Array;

  constructor(
    readonly document: Document,
    private readonly book: Book,
  ) {
    this.live = new Int32Array(book.facts.length * 2);
    document.sections.forEach(({ section }, number) => {
      for (const fact of liveIn(section, book)) this.note(fact * 2, number + 1);
    });
  }

  private note(at: number, section: number): void {
    if (this.live[at] === 0) this.live[at] = section;
    else if (this.live[at + 1] === 0) this.live[at + 1] = section;
  }

  /** In order of the document, guarded ones too. */
  hits(fact: number): readonly PlacedHit[] {
    return this.document.sections.flatMap((placed) =>
      (factsIn(placed.section, this.book).get(fact) ?? NONE).map((hit) => inDocument(hit, placed)),
    );
  }

  /** Whether a fact is stated live anywhere. */
  states(fact: number): boolean {
    return this.live[fact * 2] !== 0;
  }

  /** The first live hit of any of the facts in the unit around a place, other than `except` itself. */
  near(facts: readonly number[], place: Place, unit: Unit, except: FactHit): PlacedHit | undefined {
    if (unit === "document") return this.anywhere(facts, except);
    const placed = sectionAround(this.document.sections, place.block);
    const local = { block: place.block - placed.first, sentence: place.sentence };
    const found = nearIn(placed.section, this.book, facts, local, unit, except);
    return found && inDocument(found, placed);
  }

  /** One fact after the other. Where the only hit in one section is excepted, the next one has another. */
  private anywhere(facts: readonly number[], except: FactHit): PlacedHit | undefined {
    for (const fact of facts) {
      for (let at = fact * 2; at < fact * 2 + 2 && this.live[at]; at++) {
        const placed = this.document.sections[this.live[at]! - 1]!;
        const found = firstOf(factsIn(placed.section, this.book), [fact], except);
        if (found) return inDocument(found, placed);
      }
    }
    return undefined;
  }
}

/** A hit of a section as one of the document. */
export function inDocument({ hit, block }: PlacedHit, { first }: PlacedSection): PlacedHit {
  return { hit, block: first + block };
}

/** A block of the document by its number. Its start is counted from its section's. */
export function blockAt({ sections }: Document, block: number): SectionBlock {
  const { section, first } = sectionAround(sections, block);
  return section.blocks[block - first]!;
}

/** A span of a block as a span of the document. */
export function placeSpan({ sections }: Document, block: number, span: Span): Span {
  const { section, start, first } = sectionAround(sections, block);
  return moved(span, start + section.blocks[block - first]!.start);
}

export function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
