import { type Block, blockKey, type PlacedBlock } from "./blocks/block";
import { type Split, split } from "./blocks/blocks";
import type { Book } from "./book";
import { type Chapters, chaptersOf, type PlacedChapter, sectionsIn } from "./chapter";
import { madeAgain } from "./ends";
import type { Language } from "./language";
import { type Reading, read } from "./reading/reading";
import type { PlacedSection, ReadBlocks } from "./section";

export interface Source {
  readonly text: string;
  readonly language: Language;
}

export interface ReadBlock extends PlacedBlock {
  readonly reading: Reading;
  /** The number of the section it stands in: a heading opens one. */
  readonly section: number;
}

/** A document that has been read. Immutable; an edit gives a new one, made cheaply from the old. */
export interface Document {
  readonly source: Source;
  /** What judges a document goes by its chapters: the lists of all blocks and sections are made when first asked for. */
  readonly blocks: readonly ReadBlock[];
  readonly sections: readonly PlacedSection[];
  readonly chapters: readonly PlacedChapter[];
  /** How many blocks had to be read anew for this version; the rest were reused. */
  readonly blocksRead: number;
  /** How many sections are new in this version; what is remembered of the rest still holds. */
  readonly sectionsMade: number;
  readonly split: Split;
  readonly read: ReadBlocks;
  readonly readings: ReadingCache;
}

/** Readings by block, and by what a block says for blocks that were parsed anew or moved. */
export class ReadingCache {
  private readonly byBlock = new WeakMap<object, Reading>();
  private byKey = new Map<string, Reading>();
  readCount = 0;

  constructor(readonly book: Book) {}

  of(block: Block): Reading {
    const known = this.byBlock.get(block);
    if (known) return known;
    const key = blockKey(block);
    let reading = this.byKey.get(key);
    if (!reading) {
      reading = read(block, this.book);
      this.readCount += 1;
      this.byKey.set(key, reading);
    }
    this.byBlock.set(block, reading);
    return reading;
  }

  /** Forgets texts that no version needs any more, once they outnumber the blocks of the document. */
  prune(blocks: number): void {
    if (this.byKey.size > 2 * blocks + 500) this.byKey = new Map();
  }
}

/** Reads a text. `before` is only a cache: the result is the same without it. */
export function readDocument(source: Source, book: Book, before?: Document): Document {
  const usable = before?.source.language === source.language && before.readings.book === book ? before : undefined;
  const readings = usable?.readings ?? new ReadingCache(book);
  const parts = split(source.text, source.language, usable?.split);
  const already = readings.readCount;
  const known = usable && { from: usable.read.blocks, to: usable.read.readings };
  const read = { ...parts, readings: madeAgain(parts.blocks, (block) => readings.of(block), known) };
  readings.prune(parts.blocks.length);
  return inChapters({ source, split: parts, readings, blocksRead: readings.readCount - already, read }, usable);
}

/** The same document, as another reader would have read its blocks. */
export function withReadings(document: Document, readings: readonly Reading[]): Document {
  const { source, split: parts, blocksRead, read: before } = document;
  return inChapters({ source, split: parts, readings: document.readings, blocksRead, read: { ...before, readings } });
}

function inChapters(document: Omit<Document, "blocks" | "sections" | keyof Chapters>, before?: Document): Document {
  const bound = chaptersOf(document.read, before);
  let sections: readonly PlacedSection[] | undefined;
  let blocks: readonly ReadBlock[] | undefined;
  return {
    ...document,
    ...bound,
    get sections() {
      sections ??= sectionsIn(bound.chapters);
      return sections;
    },
    get blocks() {
      blocks ??= this.sections.flatMap(blocksOf);
      return blocks;
    },
  };
}

function blocksOf({ section, headings, start }: PlacedSection): ReadBlock[] {
  return section.blocks.map((placed) => ({
    block: placed.block,
    start: start + placed.start,
    reading: placed.reading,
    section: headings,
  }));
}
