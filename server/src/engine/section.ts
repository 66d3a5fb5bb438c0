import type { Block } from "./blocks/block";
import type { Reading } from "./reading/reading";

/** A heading and the blocks under it, up to the next heading; the first one may have no heading. */
export interface Section {
  readonly blocks: readonly SectionBlock[];
  /** Its heading, if it has one: always its first block. */
  readonly heading: SectionBlock | undefined;
}

/** Into how many parts a document falls. */
const PARTS = 5;

/** The part of a document of so many blocks in which one of them stands. A typed letter moves none into another. */
function partOf(block: number, blocks: number): number {
  return Math.floor((PARTS * block) / blocks);
}

/** Whether every block of a section, were it to begin with the block `first`, would be in the part that it is in. */
export function staysInParts({ blocks: own }: Section, first: number, blocks: number): boolean {
  const { part } = own[0]!;
  const last = own.length - 1;
  if (part !== partOf(first, blocks) || own[last]!.part !== partOf(first + last, blocks)) return false;
  return own[last]!.part === part || own.every((one, i) => one.part === partOf(first + i, blocks));
}

export interface SectionBlock {
  readonly block: Block;
  readonly reading: Reading;
  /** The offset of its first code unit, from the beginning of the section. */
  readonly start: number;
  /** In which part of the document it stands: plans open with claims and close with arrangements. */
  readonly part: number;
}

/** Where something stands in what holds it. */
export interface Placed {
  /** The number of its first block. */
  readonly first: number;
  /** The offset of its first block. */
  readonly start: number;
}

export interface PlacedSection extends Placed {
  readonly section: Section;
  /** How many headings there are up to it, its own included. */
  readonly headings: number;
}

/** The blocks of a document as they were read: three lists of one length. */
export interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly readings: readonly Reading[];
  readonly starts: readonly number[];
}

/** The section of the blocks `first` to `end` (exclusive). */
export function sectionOf({ blocks, readings, starts }: ReadBlocks, first: number, end: number): Section {
  const own: SectionBlock[] = [];
  for (let i = first; i < end; i++)
    own.push({
      block: blocks[i]!,
      reading: readings[i]!,
      start: starts[i]! - starts[first]!,
      part: partOf(i, blocks.length),
    });
  return { blocks: own, heading: own[0]!.block.kind === "heading" ? own[0] : undefined };
}
