import type { Hidden } from "../text/normalise";
import { ownCopy } from "../text/own-copy";

export type BlockKind = "heading" | "paragraph" | "item" | "row" | "header-row" | "metadata";

/**
 * A paragraph, heading, list item or table row: the unit that is read once and kept. It knows nothing of where it
 * stands; every offset inside it is relative to its own text.
 */
export interface Block {
  readonly kind: BlockKind;
  /** The level of a heading, from 1; how deep a list item is nested, from 1; else 0. */
  readonly depth: number;
  /** It stands inside a block quote: somebody else is speaking. */
  readonly quoted: boolean;
  /** It stands inside a footnote or a list of references. */
  readonly note: boolean;
  /** Just as the author wrote it. */
  readonly text: string;
  /** What in it is not prose: markup, link targets, code, comments. In order, without overlap. */
  readonly hidden: readonly Hidden[];
  /** For a table row: where each cell stands, and the words at the head of its column. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly header: string;
}

export interface PlacedBlock {
  readonly block: Block;
  /** The offset of the block's first code unit in the document. */
  readonly start: number;
}

/** A block may outlive the version of the document that it was read from. */
export function makeBlock(block: Partial<Block> & Pick<Block, "kind" | "text">): Block {
  return { depth: 0, quoted: false, note: false, hidden: [], cells: [], ...block, text: ownCopy(block.text) };
}

/** Two blocks with the same key read the same. */
export function blockKey(block: Block): string {
  const cells = block.cells.map((cell) => `${cell.start},${cell.end},${cell.header}`).join(";");
  const hidden = block.hidden.map((veil) => `${veil.start},${veil.end}${veil.joins ? "j" : ""}`).join(";");
  return `${block.kind}|${block.depth}|${block.quoted ? 1 : 0}${block.note ? 1 : 0}|${cells}|${hidden}|${block.text}`;
}
