import type { PlacedBlock } from "./blocks/block";
import { blockKey } from "./blocks/block";
import { type Split, split } from "./blocks/blocks";
import type { Book } from "./book";
import type { Language } from "./language";
import { type Reading, read } from "./reading/reading";

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
  readonly blocks: readonly ReadBlock[];
  /** How many blocks had to be read anew for this version; the rest were reused. */
  readonly blocksRead: number;
  readonly split: Split;
  readonly readings: ReadingCache;
}

/** Readings by block, and by what a block says for blocks that were parsed anew or moved. */
export class ReadingCache {
  private readonly byBlock = new WeakMap<object, Reading>();
  private byKey = new Map<string, Reading>();
  readCount = 0;

  constructor(readonly book: Book) {}

  of(placed: PlacedBlock): Reading {
    const known = this.byBlock.get(placed.block);
    if (known) return known;
    const key = blockKey(placed.block);
    let reading = this.byKey.get(key);
    if (!reading) {
      reading = read(placed.block, this.book);
      this.readCount += 1;
      this.byKey.set(key, reading);
    }
    this.byBlock.set(placed.block, reading);
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
  let section = 0;
  const blocks = parts.blocks.map((placed) => {
    if (placed.block.kind === "heading") section += 1;
    return { block: placed.block, start: placed.start, reading: readings.of(placed), section };
  });
  readings.prune(blocks.length);
  return { source, blocks, blocksRead: readings.readCount - already, split: parts, readings };
}
