import { type SyntaxNode, Tree, TreeFragment } from "@lezer/common";
import { parser as commonmark, GFM, type MarkdownParser } from "@lezer/markdown";
import { madeAgain } from "../ends";
import type { Hidden } from "../text/normalise";
import { ownCopy } from "../text/own-copy";
import { type Block, type Cell, makeBlock, type PlacedBlock } from "./block";
import { markupOf } from "./markup";

const parser: MarkdownParser = commonmark.configure([GFM]);

/** A Markdown text that was parsed, kept so that the next version is parsed from it. */
export interface ParsedMarkdown {
  readonly text: string;
  readonly tree: Tree;
  readonly fragments: readonly TreeFragment[];
  readonly nodes: TopNodes;
  /** The blocks of each of the nodes, placed relative to it. */
  readonly blocks: readonly (readonly PlacedBlock[])[];
}

/** The change from one text to another, as the shortest stretch that differs. */
export interface Change {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** Parses a text, reusing what an earlier version of it gave: a tree that the parser reused gives the very same blocks. */
export function parseMarkdown(text: string, before?: ParsedMarkdown): ParsedMarkdown {
  const change = before && changeBetween(before.text, text);
  const fragments = before && change ? TreeFragment.applyChanges(before.fragments, [change], 2) : before?.fragments;
  const tree = parser.parse(text, fragments);
  const nodes = topNodes(tree);
  const blocks = madeAgain(
    nodes.trees,
    (node, number) => blocksOf(node, text.slice(nodes.froms[number]!, nodes.froms[number]! + node.length)),
    before && { from: before.nodes.trees, to: before.blocks },
  );
  return { text, tree, nodes, blocks, fragments: TreeFragment.addTree(tree, fragments) };
}

const STRIDE = 2048;

/** Undefined where the texts are the same. Compares by chunks, since comparing strings is far quicker than units. */
export function changeBetween(a: string, b: string): Change | undefined {
  if (a === b) return undefined;
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start + STRIDE <= most && a.slice(start, start + STRIDE) === b.slice(start, start + STRIDE)) start += STRIDE;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let tail = 0;
  const left = most - start;
  while (
    tail + STRIDE <= left &&
    a.slice(a.length - tail - STRIDE, a.length - tail) === b.slice(b.length - tail - STRIDE, b.length - tail)
  )
    tail += STRIDE;
  while (tail < left && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail += 1;
  return { fromA: start, toA: a.length - tail, fromB: start, toB: b.length - tail };
}

/** Adds the blocks of a parsed text, in order, to two lists: `by` is where the text itself begins. */
export function addMarkdownBlocks(
  { nodes, blocks }: ParsedMarkdown,
  by: number,
  to: { blocks: Block[]; starts: number[] },
): void {
  blocks.forEach((own, number) => {
    const from = by + nodes.froms[number]!;
    for (const { block, start } of own) {
      to.blocks.push(block);
      to.starts.push(from + start);
    }
  });
}

/** The nodes at the top of a tree, which the parser may have grouped, and where each begins. */
interface TopNodes {
  readonly trees: readonly Tree[];
  readonly froms: readonly number[];
}

function topNodes(tree: Tree): TopNodes {
  const trees: Tree[] = [];
  const froms: number[] = [];
  const add = ({ children, positions }: Tree, base: number): void => {
    children.forEach((child, number) => {
      // Only what stands inside a block is kept in buffers.
      if (!(child instanceof Tree)) return;
      const from = base + positions[number]!;
      if (child.type.isAnonymous) add(child, from);
      else {
        trees.push(child);
        froms.push(from);
      }
    });
  };
  add(tree, 0);
  return { trees, froms };
}

/** The blocks of one top-level node, placed relative to it. */
function blocksOf(tree: Tree, text: string): readonly PlacedBlock[] {
  const out: PlacedBlock[] = [];
  visit(tree.topNode, { text, out, quoted: false, depth: 0 });
  return out;
}

interface Walk {
  /** The text of the top-level node: blocks are placed relative to it. */
  readonly text: string;
  readonly out: PlacedBlock[];
  readonly quoted: boolean;
  /** How deep the lists are nested here. */
  readonly depth: number;
}

const CONTAINERS = new Set(["BulletList", "OrderedList"]);

function visit(node: SyntaxNode, walk: Walk): void {
  const name = node.name;
  const listed = walk.depth > 0;
  if (name === "Paragraph" || name === "Task") addProse(node, listed ? "item" : "paragraph", walk.depth, walk);
  else if (/^(?:ATX|Setext)Heading/.test(name)) addProse(node, "heading", Number(name.slice(-1)), walk);
  else if (name === "HTMLBlock") addProse(node, "paragraph", walk.depth, walk);
  else if (name === "Table") addTable(node, walk);
  else if (name === "Blockquote") visitChildren(node, { ...walk, quoted: true });
  else if (CONTAINERS.has(name)) visitChildren(node, { ...walk, depth: walk.depth + 1 });
  else if (name === "ListItem") visitChildren(node, walk);
}

function visitChildren(node: SyntaxNode, walk: Walk): void {
  for (let child = node.firstChild; child; child = child.nextSibling) visit(child, walk);
}

function addProse(node: SyntaxNode, kind: Block["kind"], depth: number, walk: Walk): void {
  const { text, out, quoted } = walk;
  const source = text.slice(node.from, node.to);
  const note = /^\[\^[^\]]+\]:/.test(source);
  const hidden = markupOf(node, source);
  for (const part of splitAtContainers(source)) {
    const own = within(hidden, part.start, part.end);
    const block = makeBlock({ kind, depth, quoted, note, text: source.slice(part.start, part.end), hidden: own });
    out.push({ block, start: node.from + part.start });
  }
}

/** `:::` and `{% %}` lines open and close containers; they are no part of the paragraph that they touch. */
function splitAtContainers(source: string): { start: number; end: number }[] {
  if (!source.includes(":::") && !source.includes("{%")) return [{ start: 0, end: source.length }];
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of source.matchAll(/^[ \t]*(?::::.*|\{%.*?%\}[ \t]*)$/gm)) {
    if (match.index > start) parts.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < source.length) parts.push({ start, end: source.length });
  return parts.filter((part) => source.slice(part.start, part.end).trim() !== "");
}

function within(hidden: readonly Hidden[], start: number, end: number): Hidden[] {
  return hidden
    .filter((veil) => veil.start < end && veil.end > start)
    .map((veil) => ({ ...veil, start: Math.max(veil.start, start) - start, end: Math.min(veil.end, end) - start }));
}

function addTable(table: SyntaxNode, walk: Walk): void {
  let headers: string[] = [];
  for (let row = table.firstChild; row; row = row.nextSibling) {
    if (row.name !== "TableHeader" && row.name !== "TableRow") continue;
    const source = walk.text.slice(row.from, row.to);
    const cells = cellsOf(row, headers, row.name === "TableHeader");
    if (row.name === "TableHeader") headers = cells.map((cell) => ownCopy(source.slice(cell.start, cell.end).trim()));
    const kind = row.name === "TableHeader" ? "header-row" : "row";
    const block = makeBlock({ kind, text: source, hidden: markupOf(row, source), cells, quoted: walk.quoted });
    walk.out.push({ block, start: row.from });
  }
}

function cellsOf(row: SyntaxNode, headers: readonly string[], isHeader: boolean): Cell[] {
  const cells: Cell[] = [];
  // An empty cell has no node, so columns are counted by their delimiters.
  let column = -1;
  for (let child = row.firstChild; child; child = child.nextSibling) {
    if (child.name === "TableDelimiter") column += 1;
    if (child.name !== "TableCell") continue;
    if (column < 0) column = 0;
    const header = isHeader ? "" : (headers[Math.min(column, headers.length - 1)] ?? "");
    cells.push({ start: child.from - row.from, end: child.to - row.from, header });
  }
  return cells;
}
