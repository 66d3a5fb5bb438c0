import type { Block } from "./blocks/block";
import type { Reading } from "./reading/reading";

/** A heading and the blocks under it, up to the next heading; the first one may have no heading. */
export interface Section {
  readonly blocks: readonly SectionBlock[];
  /** Its heading, if it has one: always its first block. */
  readonly heading: SectionBlock | undefined;
}

export interface SectionBlock {
  readonly block: Block;
  readonly reading: Reading;
  /** The offset of its first code unit, from the beginning of the section. */
  readonly start: number;
}

/** A section where it stands. */
export interface PlacedSection {
  readonly section: Section;
  /** The number of headings up to it. */
  readonly number: number;
  /** The number of its first block. */
  readonly first: number;
  /** The offset of its first block in the document. */
  readonly start: number;
}

/** The blocks of a document as they were read: three lists of one length. */
export interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly readings: readonly Reading[];
  readonly starts: readonly number[];
}

/** Sections, and how many of them are not the very ones that the document had before. */
export interface Sections {
  readonly sections: readonly PlacedSection[];
  readonly made: number;
}

interface Before {
  readonly read: ReadBlocks;
  readonly sections: readonly PlacedSection[];
}

/** Groups blocks into sections. Those that stood the same in the document before are taken from there. */
export function sectionsOf(read: ReadBlocks, before?: Before): Sections {
  const earlier = before && new Earlier(read, before);
  const sections: PlacedSection[] = [];
  const { blocks, starts } = read;
  let made = 0;
  let number = 0;
  for (let first = 0, end = 0; first < blocks.length; first = end) {
    end = first + 1;
    while (end < blocks.length && blocks[end]!.kind !== "heading") end += 1;
    if (blocks[first]!.kind === "heading") number += 1;
    const known = earlier?.section(first, end);
    if (!known) made += 1;
    sections.push({ section: known ?? sectionOf(read, first, end), number, first, start: starts[first]! });
  }
  return { sections, made };
}

function sectionOf({ blocks, readings, starts }: ReadBlocks, first: number, end: number): Section {
  const own: SectionBlock[] = [];
  for (let i = first; i < end; i++)
    own.push({ block: blocks[i]!, reading: readings[i]!, start: starts[i]! - starts[first]! });
  return { blocks: own, heading: own[0]!.block.kind === "heading" ? own[0] : undefined };
}

/** Finds the sections before and behind what was edited: there every block stands as it did. */
class Earlier {
  /** So many blocks at the beginning, and at the end, are the same and stand the same to one another. */
  private readonly head: number;
  private readonly tail: number;
  /** How much further on the blocks at the end are counted. */
  private readonly moved: number;
  private next = 0;

  constructor(
    private readonly now: ReadBlocks,
    private readonly before: Before,
  ) {
    const size = now.readings.length;
    this.moved = size - before.read.readings.length;
    const most = Math.min(size, before.read.readings.length);
    this.head = this.alike(0, 0, 1, most);
    this.tail = this.alike(size - 1, this.moved, -1, most - this.head);
  }

  /** The section that had just the blocks `first` to `end` (exclusive). */
  section(first: number, end: number): Section | undefined {
    const by = end <= this.head ? 0 : first >= this.now.readings.length - this.tail ? this.moved : undefined;
    if (by === undefined) return undefined;
    const { sections } = this.before;
    while (this.next < sections.length && sections[this.next]!.first < first - by) this.next += 1;
    const known = sections[this.next];
    const same = known?.first === first - by && known.section.blocks.length === end - first;
    return same ? known.section : undefined;
  }

  /** How many blocks from `from` on, forwards or backwards, read as before and all stand equally far from where they stood. */
  private alike(from: number, by: number, step: 1 | -1, most: number): number {
    const { now } = this;
    const { read } = this.before;
    const offset = (i: number): number => now.starts[i]! - read.starts[i - by]!;
    let count = 0;
    for (let i = from; count < most && now.readings[i] === read.readings[i - by]; i += step) {
      if (offset(i) !== offset(from)) break;
      count += 1;
    }
    return count;
  }
}

/** The section that a block, known by its number, stands in. */
export function sectionAround(sections: readonly PlacedSection[], block: number): PlacedSection {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sections[middle]!.first <= block) low = middle;
    else high = middle - 1;
  }
  return sections[low]!;
}
