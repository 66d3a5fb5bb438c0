import type { Book } from "../book";
import { type DecisionRight, type FactDefinition, STAGES, type Stage } from "../definitions";
import type { Document, ReadBlock } from "../document";
import { FactTable, isLive, type PlacedHit, placeSpan } from "../fact-table";
import type { Span, Supply } from "../finding";
import { suppliesOf } from "./supplies";

/** Something that people are asked to take part in: what it is called, and what it is. */
export interface Activity {
  /** Where it is described, in the document. */
  readonly span: Span;
  /** The words that name it: its heading, or the beginning of its sentence. */
  readonly name: string;
  /** The highest level that its own words claim, 0 to 6; undefined where it claims none. */
  readonly claimed: Reached | undefined;
  /** The level that what is described bears out. */
  readonly evidenced: Reached;
  readonly decision: DecisionRight | "unknown";
  readonly stages: readonly Stage[];
  /** What is given to those who take part, said in this activity or for the whole plan. */
  readonly resourced: readonly Supply[];
}

/** A level, with the places that decided it. */
export interface Reached {
  readonly level: number;
  readonly because: readonly Span[];
}

/** What may be promised once for everybody who takes part. */
const FOR_ALL: readonly Supply[] = ["payment", "expenses", "access", "training"];

interface Site {
  readonly blocks: readonly number[];
  readonly hits: readonly PlacedHit[];
  readonly heading: ReadBlock | undefined;
}

/** The activities of a document, in its order. What the plan supplies anywhere counts for each of them. */
export function activitiesOf(document: Document, book: Book): Activity[] {
  const supplies = suppliesOf(new FactTable(document, book), book);
  const everywhere = FOR_ALL.filter((supply) => supplies[supply].state === "satisfied");
  return sitesOf(document, book).map((site) => activityAt(site, document, book, everywhere));
}

/** A list item or table row that names a method is an activity of its own; the paragraphs of a section are one. */
function sitesOf(document: Document, book: Book): Site[] {
  const sites: Site[] = [];
  let heading: ReadBlock | undefined;
  let prose: Site | undefined;
  document.blocks.forEach((placed, block) => {
    if (placed.block.kind === "heading") {
      heading = placed;
      prose = undefined;
      return;
    }
    const hits = placed.reading.hits.filter((hit) => isLive(hit, [])).map((hit) => ({ hit, block }));
    const ownSite = placed.block.kind === "item" || placed.block.kind === "row";
    const names = hits.some(({ hit }) => isMethod(book.facts[hit.fact]!));
    if (ownSite && names) sites.push({ blocks: [block], hits, heading });
    if (ownSite || hits.length === 0) return;
    if (prose) {
      const grown: Site = { ...prose, blocks: [...prose.blocks, block], hits: [...prose.hits, ...hits] };
      if (sites.includes(prose)) sites[sites.indexOf(prose)] = grown;
      else if (names) sites.push(grown);
      prose = grown;
    } else {
      prose = { blocks: [block], hits, heading };
      if (names) sites.push(prose);
    }
  });
  return sites;
}

function isMethod(fact: FactDefinition): boolean {
  return fact.level !== undefined;
}

function activityAt(site: Site, document: Document, book: Book, everywhere: readonly Supply[]): Activity {
  const facts = site.hits.map(({ hit }) => book.facts[hit.fact]!);
  const first = site.blocks[0]!;
  const last = site.blocks[site.blocks.length - 1]!;
  const stages = STAGES.filter((stage) => facts.some((fact) => fact.stage === stage));
  const supplied = new Set(site.hits.flatMap(({ hit }) => (hit.hedged ? [] : (book.facts[hit.fact]!.supplies ?? []))));
  return {
    span: {
      start: document.blocks[first]!.start,
      end: document.blocks[last]!.start + document.blocks[last]!.block.text.length,
    },
    name: nameOf(site, document),
    claimed: claimedAt(site, document, book),
    evidenced: evidencedAt(site, document, book, stages),
    decision: decisionAt(facts),
    stages,
    resourced: [...new Set([...supplied, ...everywhere])],
  };
}

const LONGEST_NAME = 60;

function nameOf(site: Site, document: Document): string {
  const single = site.blocks.length === 1 && document.blocks[site.blocks[0]!]!.block.kind !== "paragraph";
  const { block } = !single && site.heading ? site.heading : document.blocks[site.blocks[0]!]!;
  const words = block.text
    .replace(/^[\s#>|*+\-\d.)]+|[*_`|]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME - 1).trimEnd()}…` : words;
}

/** A heading names an activity even though its words are no claim by themselves. */
function claimedAt(site: Site, document: Document, book: Book): Reached | undefined {
  const headingHits = site.heading
    ? site.heading.reading.hits
        .filter((hit) => isLive(hit, ["heading"]))
        .map((hit) => ({ hit, block: document.blocks.indexOf(site.heading!) }))
    : [];
  return highest([...site.hits, ...headingHits], (fact) => fact.claims, document, book);
}

function highest(
  hits: readonly PlacedHit[],
  levelOf: (fact: FactDefinition) => number | undefined,
  document: Document,
  book: Book,
): Reached | undefined {
  const levels = hits.flatMap((placed) => {
    const level = levelOf(book.facts[placed.hit.fact]!);
    return level === undefined ? [] : [{ level, placed }];
  });
  if (levels.length === 0) return undefined;
  const level = Math.max(...levels.map((entry) => entry.level));
  const because = levels
    .filter((entry) => entry.level === level)
    .map(({ placed }) => placeSpan(document, placed.block, placed.hit.span));
  return { level, because };
}

/**
 * The level borne out: who decides outweighs how, the same people over several stages outweigh a method, and where two
 * readings tie the lower one stands.
 */
function evidencedAt(site: Site, document: Document, book: Book, stages: readonly Stage[]): Reached {
  const method = highest(site.hits, (fact) => fact.level, document, book)!;
  const facts = site.hits.map(({ hit }) => book.facts[hit.fact]!);
  const shares = facts.some((fact) => fact.decides === "shared");
  const same = facts.some((fact) => fact.name === "continues");
  if (method.level === 0 || method.level >= 6) return method;
  if (shares && stages.length >= 3 && same && method.level >= 3) return { ...method, level: 5 };
  if (method.level >= 4 && !same) return { ...method, level: 3 };
  return { ...method, level: Math.min(method.level, 4) };
}

function decisionAt(facts: readonly FactDefinition[]): DecisionRight | "unknown" {
  for (const right of ["people", "shared", "organisation"] as const) {
    if (facts.some((fact) => fact.decides === right)) return right;
  }
  return "unknown";
}
