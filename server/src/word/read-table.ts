import type { Manuscript } from "./manuscript";
import { readWords } from "./read-words";
import { asMarkdown } from "./words";
import { at, childrenOf, type Element, elements, hasInside, isOn, valueAt, wordsOf } from "./xml";

/** A table as Markdown, line by line; each of Word's rows stands at an index among the lines. */
export interface Table {
  readonly lines: readonly string[];
  readonly rows: readonly number[];
  readonly boxes: readonly Element[];
}

/** The only cell of a table that is there to draw a frame around some paragraphs. */
export function onlyCell(table: Element): Element | undefined {
  const cells = rowsOf(table).flatMap(cellsOf);
  return cells.length === 1 ? cells[0] : undefined;
}

export function readTable(table: Element, manuscript: Manuscript, enter: (row: number) => void): Table | undefined {
  const boxes: Element[] = [];
  const rows = rowsOf(table).flatMap((row, index) => {
    enter(index + 1);
    if (!isOn(row, "w:trPr", "w:del")) return [cellsOf(row).flatMap((cell) => readCell(cell, manuscript, boxes))];
    manuscript.changes.note(
      "Deleted",
      at(row, "w:trPr", "w:del")?.attributes["w:author"],
      wordsOf(row),
      manuscript.place,
    );
    return [];
  });
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (width === 0 || rows.every((cells) => cells.every((cell) => !cell))) return undefined;
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? "").join(" | ")} |`;
  const head = hasHeader(table) ? rows : [[], ...rows];
  const lines = [line(head[0]!), line(Array(width).fill("---")), ...head.slice(1).map(line)];
  const first = hasHeader(table) ? 0 : 2;
  return { lines, rows: rows.map((_, index) => (index === 0 ? first : index + (first || 1))), boxes };
}

/** Rows and cells may stand in content controls and the like. */
function within(element: Element, name: string): Element[] {
  return elements(element).flatMap((child) => {
    if (child.name === name) return [child];
    return ["w:tbl", "w:p", "w:tr", "w:tc"].includes(child.name) ? [] : within(child, name);
  });
}

function rowsOf(table: Element): Element[] {
  return within(table, "w:tr");
}

function cellsOf(row: Element): Element[] {
  return within(row, "w:tc");
}

const FIRST_ROW = 0x20;

/** Word dresses the first row as a header unless it was told not to. */
function hasHeader(table: Element): boolean {
  const first = rowsOf(table)[0];
  if (first && isOn(first, "w:trPr", "w:tblHeader")) return true;
  const look = at(table, "w:tblPr", "w:tblLook")?.attributes;
  if (look?.["w:firstRow"] !== undefined) return ["1", "true", "on"].includes(look["w:firstRow"]);
  return look?.["w:val"] === undefined || (Number.parseInt(look["w:val"], 16) & FIRST_ROW) !== 0;
}

const MOST_COLUMNS = 63;

/** A cell, and the empty ones that stand for the rest of its breadth. */
function readCell(cell: Element, manuscript: Manuscript, boxes: Element[]): string[] {
  const properties = at(cell, "w:tcPr");
  const breadth = Math.min(MOST_COLUMNS, Number(valueAt(properties, "w:gridSpan") ?? 1) || 1);
  const below = at(properties, "w:vMerge");
  const goesOn = below !== undefined && below.attributes["w:val"] !== "restart";
  if (breadth > 1 || goesOn) manuscript.lost.add("merged");
  return [cellWords(cell, manuscript, boxes), ...Array<string>(breadth - 1).fill("")];
}

function cellWords(cell: Element, manuscript: Manuscript, boxes: Element[]): string {
  const parts = elements(cell).map((child) => {
    if (child.name === "w:p") return paragraphWords(child, manuscript, boxes);
    if (child.name === "w:tbl") return nested(child, manuscript, boxes);
    return hasInside(child, "w:p") || hasInside(child, "w:tbl") ? cellWords(child, manuscript, boxes) : "";
  });
  return parts.filter(Boolean).join("<br>");
}

function paragraphWords(paragraph: Element, manuscript: Manuscript, boxes: Element[]): string {
  const words = readWords(childrenWithout(paragraph, "w:pPr"), manuscript);
  boxes.push(...words.boxes);
  const markdown = asMarkdown(words.stretches, "cell");
  const properties = at(paragraph, "w:pPr");
  const style = valueAt(properties, "w:pStyle");
  const numbering = at(properties, "w:numPr") ?? manuscript.styles.of(style).numbering;
  const label = markdown ? manuscript.numbering.next(numbering, style) : undefined;
  if (!label) return markdown;
  return `${label.kind === "bullet" ? "•" : label.kind === "number" ? `${label.text}.` : label.text} ${markdown}`;
}

/** A line for each row, so that notes and comments in it are kept and its cells can be told apart. */
function nested(table: Element, manuscript: Manuscript, boxes: Element[]): string {
  manuscript.lost.add("nested");
  const lines = rowsOf(table).map((row) => cellsOf(row).map((cell) => cellWords(cell, manuscript, boxes)));
  return lines
    .map((cells) => cells.filter(Boolean).join("; "))
    .filter(Boolean)
    .join("<br>");
}

function childrenWithout(element: Element, name: string): Element[] {
  const left = new Set(childrenOf(element, name));
  return elements(element).filter((child) => !left.has(child));
}
