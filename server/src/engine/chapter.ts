import { type Placed, type PlacedSection, type ReadBlocks, type Section, sectionOf, staysInParts } from "./section";

/**
 * Some sections that follow one another, so that a long document has few parts to add up. Where one ends means nothing:
 * what is added up over chapters is the same however the sections are grouped.
 */
export interface Chapter {
  /** Each as it stands in the chapter. */
  readonly sections: readonly PlacedSection[];
  readonly blocks: number;
  readonly headings: number;
}

export interface PlacedChapter extends Placed {
  readonly chapter: Chapter;
  /** How many headings there are before it. */
  readonly headings: number;
}

/** The chapters of a document, and how many of its sections are not the very ones that it had before. */
export interface Chapters {
  readonly chapters: readonly PlacedChapter[];
  readonly sectionsMade: number;
}

interface Before extends Chapters {
  readonly read: ReadBlocks;
}

/** A chapter is full with so many blocks. */
const FULL = 64;

/** Groups blocks into sections and chapters. Those that stood the same in the document before are taken from there. */
export function chaptersOf(read: ReadBlocks, before?: Before): Chapters {
  const earlier = before && new Earlier(read, before);
  const bound = new Binder(read);
  const size = read.blocks.length;
  let sectionsMade = 0;
  for (let first = 0; first < size; ) {
    const chapter = earlier?.chapter(first);
    if (chapter) {
      bound.addChapter(chapter, first);
      first += chapter.blocks;
      continue;
    }
    const end = endOfSection(read, first);
    const section = earlier?.section(first, end);
    if (!section) sectionsMade += 1;
    bound.addSection(section ?? sectionOf(read, first, end), first);
    first = end;
  }
  return { chapters: bound.done(), sectionsMade };
}

function isHeading({ blocks }: ReadBlocks, at: number): boolean {
  return blocks[at]!.kind === "heading";
}

function endOfSection(read: ReadBlocks, first: number): number {
  let end = first + 1;
  while (end < read.blocks.length && !isHeading(read, end)) end += 1;
  return end;
}

/** Binds sections into chapters, in order. */
class Binder {
  private readonly chapters: PlacedChapter[] = [];
  private headings = 0;
  /** What is not bound yet: its sections, the number of its first block, and how many blocks and headings it has. */
  private loose: PlacedSection[] = [];
  private first = 0;
  private blocks = 0;
  private looseHeadings = 0;

  constructor(private readonly read: ReadBlocks) {}

  addSection(section: Section, first: number): void {
    if (this.loose.length === 0) this.first = first;
    const { starts } = this.read;
    const start = starts[first]! - starts[this.first]!;
    if (section.heading) this.looseHeadings += 1;
    this.loose.push({ section, headings: this.looseHeadings, first: first - this.first, start });
    this.blocks += section.blocks.length;
    if (this.blocks >= FULL) this.bind();
  }

  addChapter(chapter: Chapter, first: number): void {
    this.bind();
    this.chapters.push({ chapter, headings: this.headings, first, start: this.read.starts[first]! });
    this.headings += chapter.headings;
  }

  done(): readonly PlacedChapter[] {
    this.bind();
    return this.chapters;
  }

  private bind(): void {
    const { loose: sections, blocks, looseHeadings: headings } = this;
    if (sections.length === 0) return;
    this.loose = [];
    this.blocks = 0;
    this.looseHeadings = 0;
    this.addChapter({ sections, blocks, headings }, this.first);
  }
}

/** Finds what stands before and behind an edit: there every block stands as it did. */
class Earlier {
  /** So many blocks at the beginning, and at the end, are the same and stand the same to one another. */
  private readonly head: number;
  private readonly tail: number;
  /** How much further on the blocks at the end are counted. */
  private readonly moved: number;

  constructor(
    private readonly now: ReadBlocks,
    private readonly before: Before,
  ) {
    const size = now.blocks.length;
    this.moved = size - before.read.blocks.length;
    const most = Math.min(size, before.read.blocks.length);
    this.head = this.alike(0, 0, 1, most);
    this.tail = this.alike(size - 1, this.moved, -1, most - this.head);
  }

  /** A chapter that begins with the block `first` and has just the sections that begin there now. */
  chapter(first: number): Chapter | undefined {
    const known = lastUpTo(this.before.chapters, first - this.shift(first));
    if (!known || known.first !== first - this.shift(first)) return undefined;
    const { chapter } = known;
    if (!chapter.sections.every((own) => this.staysInParts(own.section, first + own.first))) return undefined;
    return this.isWhole(first, first + chapter.blocks) ? chapter : undefined;
  }

  /** The section that had just the blocks `first` to `end` (exclusive). */
  section(first: number, end: number): Section | undefined {
    const known = sectionAround(this.before.chapters, first - this.shift(first));
    if (!known || known.first !== first - this.shift(first)) return undefined;
    const { section } = known;
    if (section.blocks.length !== end - first || !this.staysInParts(section, first)) return undefined;
    return this.isWhole(first, end) ? section : undefined;
  }

  private staysInParts(section: Section, first: number): boolean {
    return staysInParts(section, first, this.now.blocks.length);
  }

  private shift(first: number): number {
    return first < this.head ? 0 : this.moved;
  }

  /** Whether blocks stand as they did, with a section beginning at the first and ending with the last. */
  private isWhole(first: number, end: number): boolean {
    const size = this.now.blocks.length;
    if (end > this.head && (first < size - this.tail || end > size)) return false;
    return (first === 0 || isHeading(this.now, first)) && (end === size || isHeading(this.now, end));
  }

  /**
   * How many blocks from `from` on, forwards or backwards, read as they did and stand as far from where they stood as the
   * first of them. What was `i - by` before is `i` now.
   */
  private alike(from: number, by: number, step: 1 | -1, most: number): number {
    const { readings, starts } = this.now;
    const { readings: readBefore, starts: startsBefore } = this.before.read;
    const far = starts[from]! - startsBefore[from - by]!;
    let count = 0;
    for (let i = from; count < most; i += step) {
      if (readings[i] !== readBefore[i - by] || starts[i]! - startsBefore[i - by]! !== far) break;
      count += 1;
    }
    return count;
  }
}

/** The section that a block, known by its number, stands in. */
export function sectionAround(chapters: readonly PlacedChapter[], block: number): PlacedSection | undefined {
  const around = lastUpTo(chapters, block);
  const section = around && lastUpTo(around.chapter.sections, block - around.first);
  return section && inDocument(section, around);
}

/** The last one that begins with the block or before it. */
function lastUpTo<T extends Placed>(all: readonly T[], block: number): T | undefined {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (all[middle]!.first <= block) low = middle;
    else high = middle - 1;
  }
  return all[low];
}

/** The first section that has a heading, or else the first. */
export function titleSection(chapters: readonly PlacedChapter[]): PlacedSection | undefined {
  const titled = chapters.find(({ chapter }) => chapter.headings > 0) ?? chapters[0];
  const section = titled?.chapter.sections.find((own) => own.section.heading) ?? titled?.chapter.sections[0];
  return titled && section && inDocument(section, titled);
}

/** A section of a chapter as it stands in the document. */
function inDocument({ section, headings, first, start }: PlacedSection, by: PlacedChapter): PlacedSection {
  return { section, headings: by.headings + headings, first: by.first + first, start: by.start + start };
}

/** Every section, as it stands in the document. */
export function sectionsIn(chapters: readonly PlacedChapter[]): PlacedSection[] {
  return chapters.flatMap((placed) => placed.chapter.sections.map((section) => inDocument(section, placed)));
}
