import type { Block } from "../blocks/block";
import type { Book } from "../book";
import { sectionAround } from "../chapter";
import { type DecisionRight, type FactDefinition, STAGES, type Stage } from "../definitions";
import type { Document } from "../document";
import { FactTable, isLive, moved, type PlacedHit, spanOf } from "../fact-table";
import type { Span, Supply } from "../finding";
import type { FactHit, Reading } from "../reading/reading";
import { joined, remembered } from "../remembered";
import type { PlacedSection, Section, SectionBlock } from "../section";
import { dateWordsIn } from "./date-words";
import { plainWords } from "./plain-words";
import { type Supplies, suppliesOf } from "./supplies";

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

/** Blocks of a section that describe one activity. They and their hits are counted from the section's first block. */
interface Site {
  readonly section: Section;
  readonly blocks: readonly number[];
  readonly hits: readonly PlacedHit[];
}

/** An activity as its own section describes it, with offsets from the beginning of the section. */
interface Sketch {
  readonly activity: Activity;
  /** It is a row of a timetable. */
  readonly timed: boolean;
  /** The methods that it names. */
  readonly methods: readonly string[];
}

/** The activities of a document, in its order. What the plan supplies anywhere counts for each of them. */
export function activitiesOf(document: Document, book: Book, supplies?: Supplies): Activity[] {
  const activities = new Activities(document, book, supplies ?? suppliesOf(new FactTable(document, book), book));
  return document.sections.flatMap((placed) => activities.of(placed));
}

/** The activities of a document, section by section. */
export class Activities {
  private readonly everywhere: readonly Supply[];
  private known: ReadonlySet<string> | undefined;

  constructor(
    private readonly document: Document,
    private readonly book: Book,
    supplies: Supplies,
  ) {
    this.everywhere = FOR_ALL.filter((supply) => supplies[supply].state === "satisfied");
  }

  /** The one that a place of the document stands in. */
  around(block: number, offset: number): Activity | undefined {
    const own = sectionAround(this.document.chapters, block);
    return own && this.of(own).find(({ span }) => span.start <= offset && offset < span.end);
  }

  of({ section, start }: PlacedSection): Activity[] {
    return sketchesIn(section, this.book)
      .filter((sketch) => !this.repeats(sketch))
      .map(({ activity }) => placed(activity, start, this.everywhere));
  }

  /** A row of a timetable repeats what is described elsewhere: when it happens belongs to the calendar. */
  private repeats({ timed, methods }: Sketch): boolean {
    return timed && methods.length > 0 && methods.every((method) => this.told.has(method));
  }

  /** Whether all that it names is told of elsewhere. */
  private get told(): ReadonlySet<string> {
    this.known ??= toldIn(this.document, this.book);
    return this.known;
  }
}

function placed(activity: Activity, by: number, everywhere: readonly Supply[]): Activity {
  return {
    ...activity,
    span: moved(activity.span, by),
    claimed: activity.claimed && reachedAt(activity.claimed, by),
    evidenced: reachedAt(activity.evidenced, by),
    resourced: [...new Set([...activity.resourced, ...everywhere])],
  };
}

function reachedAt({ level, because }: Reached, by: number): Reached {
  return { level, because: because.map((span) => moved(span, by)) };
}

const sketchesIn = remembered((section: Section, book: Book): readonly Sketch[] =>
  sitesIn(section, book).map((site) => ({
    activity: activityAt(site, book),
    timed: isTimed(site),
    methods: methodsNamed(site, book),
  })),
);

/** The methods that are named elsewhere than in timetables. */
const toldIn = joined(
  (section: Section, book: Book): ReadonlySet<string> =>
    new Set(sketchesIn(section, book).flatMap(({ timed, methods }) => (timed ? [] : methods))),
  (parts) => new Set(parts.flatMap(({ is }) => [...is])),
);

/** A list item or table row that names a method is an activity of its own; the paragraphs of a section are one. */
function sitesIn(section: Section, book: Book): Site[] {
  const { heading, blocks } = section;
  if (heading && OTHER_SECTIONS.test(heading.block.text)) return [];
  const sites: Site[] = [];
  const prose = { section, blocks: [] as number[], hits: [] as PlacedHit[] };
  let tells = heading !== undefined && headingSaysMethod(heading, book);
  blocks.forEach((placed, block) => {
    const { kind } = placed.block;
    if (kind === "heading" || !mayDescribe(placed)) return;
    const { live, names } = methodsOf(placed.reading, book);
    const hits = live.map((hit) => ({ hit, block, start: placed.start }));
    if (kind === "item" || kind === "row") {
      if (names) sites.push({ section, blocks: [block], hits });
      return;
    }
    prose.blocks.push(block);
    prose.hits.push(...hits);
    tells ||= names;
  });
  if (tells && prose.blocks.length) sites.push(prose);
  return sites.sort((a, b) => a.blocks[0]! - b.blocks[0]!);
}

function isTimed({ section, blocks }: Site): boolean {
  const { block } = section.blocks[blocks[0]!]!;
  return block.kind === "row" && block.cells.some((cell) => isDate(plainWords(block, cell)));
}

function methodsNamed({ section, hits }: Site, book: Book): string[] {
  return hits
    .filter(({ hit }) => levelFrom(book.facts[hit.fact]!) !== undefined)
    .map(({ hit, block }) => wordsOf(section.blocks[block]!.block.text.slice(hit.span.start, hit.span.end)));
}

/** “Workshops” and “workshop” are one method. */
function wordsOf(method: string): string {
  return method.toLowerCase().replace(/\s+/g, " ").replace(/s$/, "");
}

/** Sections that tell of something else than what people are asked to take part in, whatever methods they mention. */
const OTHER_SECTIONS =
  /^[\s#\d.*]*(?:(?:the )?(?:background|purpose|proposal|vision|aims?\b|limits|limitations|conclusions?)|why\b|what (?:this|kind)\b|a word\b|evaluati|reporting|context|introduction|summary|contents|glossary|terms\b|definitions|words we use|references|sources|resourc|budget|costs?\b|finance|money|risks?\b|monitoring|measur|success|how (?:we|you|progress) (?:will |shall )?(?:be )?(?:measure|judge|know)|key perform|kpis?|outcomes?\b|equalit|legal|appendix|chronology|what (?:we|you|was|were|people)(?: all| have|'ve|’ve)? (?:heard|said|told|did|done|found|learned|asked|changed)|what (?:was|has|have|happen)|who we are|lessons|what we have learned|telling|feedback|feeding back|responses?\b|results|findings|roles?\b|governance|contact|next steps|(?:your )?questions\b|from listening)/i;

/** Tables of money, of measures, of risks and of who is responsible for what. */
const OTHER_TABLES =
  /[£%]|\b(?:costs?|budget|amount|target|measures?|indicator|kpi|risks?|mitigation|likelihood|score|responsible|accountable|ca|raci|said|we did|response|term|means|meaning)\b/i;

/** What a block by itself says of methods. */
interface Methods {
  readonly live: readonly FactHit[];
  /** It names one that people are asked to take part in. */
  readonly names: boolean;
}

const methodsOf = remembered((reading: Reading, book: Book): Methods => {
  const live = reading.hits.filter((hit) => isLive(hit, []));
  return { live, names: live.some((hit) => saysMethod(hit, reading, book)) };
});

function mayDescribe({ block }: SectionBlock): boolean {
  if (block.quoted || block.note || block.kind === "metadata" || block.kind === "header-row") return false;
  return !block.cells.some(({ header }) => OTHER_TABLES.test(header) || /^[RACI]{1,2}$/.test(header.trim()));
}

/** A method named where people are told what became of it is no activity, but the end of one. */
function saysMethod(hit: FactHit, reading: Reading, book: Book): boolean {
  const others = reading.hits.filter((other) => other.sentence === hit.sentence && isLive(other, []));
  const says = (name: string): boolean => others.some((other) => book.facts[other.fact]!.name === name);
  if (says("feedback-given")) return false;
  const fact = book.facts[hit.fact]!;
  // An aim to win people over is no method.
  return (levelFrom(fact) ?? 0) > 0 || (fact.name === "views-sought" && says("asked-in") && saysHow(reading, book));
}

/** What shows that asking for views is planned, and not only spoken of. */
const HOW = ["participants-named", "recruitment-route", "timetable-given", "more-doors", "time-to-reply", "time-given"];

/** Where something is claimed by name, only a method bears it out or doesn't: that views are sought tells too little. */
function saysHow({ hits }: Reading, book: Book): boolean {
  const facts = hits.filter((hit) => isLive(hit, [])).map((hit) => book.facts[hit.fact]!);
  return facts.some(({ name }) => HOW.includes(name)) && !facts.some(({ claims }) => claims !== undefined);
}

/** Not the title: it names the whole document. */
function headingSaysMethod({ block, reading }: SectionBlock, book: Book): boolean {
  if (block.depth === 1) return false;
  return reading.hits.some((hit) => isLive(hit, ["heading"]) && (levelFrom(book.facts[hit.fact]!) ?? 0) > 0);
}

/** The level that a fact bears out. Holding part of a decision is making something together, whatever the method. */
function levelFrom(fact: FactDefinition): number | undefined {
  return fact.level ?? (fact.decides === "shared" ? SHARED : undefined);
}

const SHARED = 4;
/** Being asked for views, by whatever means, is being consulted. */
const ASKED = 2;

function activityAt(site: Site, book: Book): Activity {
  const facts = site.hits.map(({ hit }) => book.facts[hit.fact]!);
  const first = site.section.blocks[site.blocks[0]!]!;
  const last = site.section.blocks[site.blocks.at(-1)!]!;
  const stages = STAGES.filter((stage) => facts.some((fact) => fact.stage === stage));
  const supplied = new Set(site.hits.flatMap(({ hit }) => (hit.hedged ? [] : (book.facts[hit.fact]!.supplies ?? []))));
  return {
    span: { start: first.start, end: last.start + last.block.text.length },
    name: nameOf(site),
    claimed: claimedAt(site, book),
    evidenced: evidencedAt(site, book, stages),
    decision: decisionAt(facts),
    stages,
    resourced: [...supplied],
  };
}

/** A section is called by its heading; an item by what stands before its first stop, a row by its first words. */
function nameOf({ blocks, section }: Site): string {
  const { block } = section.blocks[blocks[0]!]!;
  if (block.kind === "row") return shortened(rowName(block));
  if (block.kind === "item") return shortened(leadOf(block));
  return shortened(plainWords(section.heading?.block ?? block).replace(/^\d+(?:\.\d+)*[.)]?\s+/, ""));
}

/** The first cell that has words in it, other than a date. */
function rowName(block: Block): string {
  const words = block.cells.map((cell) => plainWords(block, cell)).filter((cell) => /\p{L}{3}/u.test(cell));
  return words.find((cell) => !isDate(cell)) ?? words[0] ?? plainWords(block);
}

function isDate(cell: string): boolean {
  const [date] = dateWordsIn(cell);
  return date !== undefined && (date.end - date.start) * 2 > cell.length;
}

/** “**Workshops** – four of them, in May” is called “Workshops”. */
function leadOf(block: Block): string {
  const words = plainWords(block).replace(/^(?:[-*+•]|\(?[\da-z]{1,2}[.)])\s+/i, "");
  const lead = /^(.{3,}?)(?:[:;(]|\s[–—-]\s|[.?!](?=\s|$))/.exec(words);
  return lead ? lead[1]!.trim() : words;
}

const LONGEST_NAME = 60;

/** Ends with a whole word. */
function shortened(words: string): string {
  if (words.length <= LONGEST_NAME) return words.replace(/[\s,;:.]+$/, "");
  return `${words.slice(0, LONGEST_NAME).replace(/[\s,;:]+\S*$/, "")}…`;
}

/** A heading names an activity even though its words are no claim by themselves. */
function claimedAt({ section, hits }: Site, book: Book): Reached | undefined {
  return highest([...hits, ...headingHits(section)], (fact) => fact.claims, book);
}

function headingHits({ heading }: Section): PlacedHit[] {
  return (heading?.reading.hits ?? [])
    .filter((hit) => isLive(hit, ["heading"]))
    .map((hit) => ({ hit, block: 0, start: 0 }));
}

function highest(
  hits: readonly PlacedHit[],
  levelOf: (fact: FactDefinition) => number | undefined,
  book: Book,
): Reached | undefined {
  const levels = hits.flatMap((placed) => {
    const level = levelOf(book.facts[placed.hit.fact]!);
    return level === undefined ? [] : [{ level, placed }];
  });
  if (levels.length === 0) return undefined;
  const level = Math.max(...levels.map((entry) => entry.level));
  const because = levels.filter((entry) => entry.level === level).map(({ placed }) => spanOf(placed));
  return { level, because };
}

/** What is done, in the words of the activity itself or else of its heading. */
function methodAt({ section, hits }: Site, book: Book): Reached {
  return (
    highest(hits, levelFrom, book) ??
    highest(headingHits(section), levelFrom, book) ??
    highest(hits, (fact) => (fact.name === "views-sought" ? ASKED : undefined), book)!
  );
}

/**
 * The level borne out: who decides outweighs how, the same people over several stages outweigh a method, and where two
 * readings tie the lower one stands.
 */
function evidencedAt(site: Site, book: Book, stages: readonly Stage[]): Reached {
  const method = methodAt(site, book);
  const facts = site.hits.map(({ hit }) => book.facts[hit.fact]!);
  const shares = facts.some((fact) => fact.decides === "shared");
  const same = facts.some((fact) => fact.name === "continues");
  if (method.level === 0 || method.level >= 6) return method;
  if (shares && stages.length >= 3 && same && method.level >= 3) return { ...method, level: 5 };
  if (method.level >= 4 && !same && !shares) return { ...method, level: 3 };
  return { ...method, level: Math.min(method.level, 4) };
}

function decisionAt(facts: readonly FactDefinition[]): DecisionRight | "unknown" {
  for (const right of ["people", "shared", "organisation"] as const) {
    if (facts.some((fact) => fact.decides === right)) return right;
  }
  return "unknown";
}
