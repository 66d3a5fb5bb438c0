import type { Hidden } from "../text/normalise";
import { ownCopy } from "../text/own-copy";
import { type Block, type Cell, makeBlock, type PlacedBlock } from "./block";
import { htmlMarkup } from "./markup";

/** Elements that begin and end a block of prose. */
const BLOCK_TAG =
  /^<(\/?)(address|article|aside|blockquote|body|br|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b/i;

interface State {
  kind: Block["kind"];
  depth: number;
  lists: number;
  quotes: number;
  silent: number;
  headers: string[];
  row: { start: number; cells: Cell[]; header: boolean } | undefined;
  cellStart: number;
}

/** The blocks of an HTML text. One pass over its tags; a table row is one block, read with its header cells. */
export function htmlBlocks(text: string): PlacedBlock[] {
  const marks = htmlMarkup(text);
  const placed: PlacedBlock[] = [];
  const state: State = {
    kind: "paragraph",
    depth: 0,
    lists: 0,
    quotes: 0,
    silent: 0,
    headers: [],
    row: undefined,
    cellStart: 0,
  };
  let start = 0;
  for (const mark of marks) {
    const tag = BLOCK_TAG.exec(text.slice(mark.start, Math.min(mark.end, mark.start + 24)));
    if (!tag) continue;
    if (!state.row) flush(text, start, mark.start, marks, state, placed);
    step(text, mark, tag[1] === "/", tag[2]!.toLowerCase(), state, marks, placed);
    start = mark.end;
  }
  flush(text, start, text.length, marks, state, placed);
  return placed;
}

function step(
  text: string,
  mark: Hidden,
  closes: boolean,
  name: string,
  state: State,
  marks: readonly Hidden[],
  placed: PlacedBlock[],
): void {
  if (/^h[1-6]$/.test(name)) {
    state.kind = closes ? "paragraph" : "heading";
    state.depth = closes ? 0 : Number(name[1]);
  } else if (name === "ul" || name === "ol") state.lists = Math.max(0, state.lists + (closes ? -1 : 1));
  else if (name === "li" || name === "dd") state.kind = closes ? "paragraph" : "item";
  else if (name === "blockquote") state.quotes = Math.max(0, state.quotes + (closes ? -1 : 1));
  else if (name === "pre" || name === "nav") state.silent = Math.max(0, state.silent + (closes ? -1 : 1));
  else if (name === "table" && !closes) state.headers = [];
  else if (name === "tr") rowStep(text, mark, closes, state, marks, placed);
  else if (name === "td" || name === "th") cellStep(mark, closes, name === "th", state);
}

function rowStep(
  text: string,
  mark: Hidden,
  closes: boolean,
  state: State,
  marks: readonly Hidden[],
  placed: PlacedBlock[],
): void {
  if (state.row) {
    const row = state.row;
    state.row = undefined;
    addRow(text, row, mark.start, marks, state, placed);
  }
  if (!closes) state.row = { start: mark.end, cells: [], header: false };
}

function cellStep(mark: Hidden, closes: boolean, isHeader: boolean, state: State): void {
  const row = state.row;
  if (!row) return;
  if (!closes) {
    state.cellStart = mark.end;
    row.header = isHeader && (row.header || row.cells.length === 0);
    return;
  }
  const header = state.headers[row.cells.length] ?? "";
  row.cells.push({ start: state.cellStart - row.start, end: mark.start - row.start, header });
}

function addRow(
  text: string,
  row: NonNullable<State["row"]>,
  end: number,
  marks: readonly Hidden[],
  state: State,
  placed: PlacedBlock[],
): void {
  const source = text.slice(row.start, end);
  if (row.header && row.cells.length > 1) {
    state.headers = row.cells.map((cell) =>
      ownCopy(
        source
          .slice(cell.start, cell.end)
          .replace(/<[^>]*>/g, "")
          .trim(),
      ),
    );
  }
  const kind = row.header ? "header-row" : "row";
  const block = makeBlock({
    kind,
    text: source,
    cells: row.cells,
    quoted: state.quotes > 0,
    hidden: relative(marks, row.start, end),
  });
  if (source.replace(/<[^>]*>/g, "").trim()) placed.push({ block, start: row.start });
}

function flush(
  text: string,
  from: number,
  to: number,
  marks: readonly Hidden[],
  state: State,
  placed: PlacedBlock[],
): void {
  if (state.silent || to <= from) return;
  const source = text.slice(from, to);
  const hidden = relative(marks, from, to);
  const covered = hidden.reduce((sum, veil) => sum + veil.end - veil.start, 0);
  if (covered >= source.trim().length || !/\p{L}/u.test(source)) return;
  const lead = source.length - source.trimStart().length;
  const block = makeBlock({
    kind: state.kind,
    depth: state.kind === "heading" ? state.depth : state.kind === "item" ? Math.max(1, state.lists) : 0,
    quoted: state.quotes > 0,
    text: source.trim(),
    hidden: relative(marks, from + lead, from + lead + source.trim().length),
  });
  placed.push({ block, start: from + lead });
}

/** The marks inside a stretch, relative to its start. */
function relative(marks: readonly Hidden[], from: number, to: number): Hidden[] {
  const out: Hidden[] = [];
  for (let i = firstEndingAfter(marks, from); i < marks.length && marks[i]!.start < to; i++) {
    const mark = marks[i]!;
    out.push({ start: Math.max(0, mark.start - from), end: Math.min(to, mark.end) - from, joins: mark.joins });
  }
  return out;
}

function firstEndingAfter(marks: readonly Hidden[], from: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.end <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}
