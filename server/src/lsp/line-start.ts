import type { Position, Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { languageOf } from "./linter";

/** The start of a line, or of an item in it, where somebody is about to write a sentence. */
export interface LineStart {
  /** What has been typed of the sentence so far. */
  readonly typed: string;
  /** The place of what has been typed, together with the line's indent where the section's style brings its own. */
  readonly range: Range;
  /** Lays a sentence out as its neighbours are. */
  dress(sentence: string, title: string): string;
}

const LETTERS = String.raw`[\p{L}][\p{L}'’ -]{0,39}`;
const MARKER = String.raw`[-*+•]|\d{1,4}[.)]|\d{1,4}(?:\.\d{1,4})+[.)]?|\(?[a-z][.)]`;
const IN_TEXT = new RegExp(String.raw`^(\s*)((?:(?:${MARKER})[ \t]+(?:\[[ xX]\] )?)?)((?:${LETTERS})?)$`, "u");
const IN_ROW = new RegExp(String.raw`^(\s*\|\s*)((?:${LETTERS})?)$`, "u");
const IN_HTML = new RegExp(String.raw`^(\s*)((?:<(?:p|li|td|dd|div)\b[^<>]*>\s*)?)((?:${LETTERS})?)$`, "iu");

/** Where the cursor stands at the start of a line or an item with nothing after it; undefined anywhere else. */
export function lineStartAt(lines: TextDocument, position: Position): LineStart | undefined {
  const line = lineOf(lines, position.line);
  const [before, after] = [line.slice(0, position.character), line.slice(position.character)];
  if (languageOf(lines.languageId) === "html") return inHtml(lines, position, before, after);
  if (after.trim() !== "" || insideCode(lines, position.line)) return undefined;
  const row = IN_ROW.exec(before);
  if (row) return start(position, row[2]!, (sentence, title) => inCells(sentence, title, lines, position.line));
  const text = IN_TEXT.exec(before);
  if (!text) return undefined;
  const [, indent = "", marker, typed = ""] = text;
  if (marker) return start(position, typed, (sentence) => sentence);
  const dress = styleAbove(lines, position.line, indent);
  return start(position, typed, dress.of, dress.bringsIndent ? indent.length : 0);
}

function start(position: Position, typed: string, dress: LineStart["dress"], indent = 0): LineStart {
  const character = position.character - typed.length - indent;
  return { typed, range: { start: { line: position.line, character }, end: position }, dress };
}

function inHtml(lines: TextDocument, position: Position, before: string, after: string): LineStart | undefined {
  const match = IN_HTML.exec(before);
  if (!match || !/^\s*(<\/\w+>\s*)?$/.test(after)) return undefined;
  const [, , tag, typed = ""] = match;
  if (tag || after.trim()) return start(position, typed, (sentence) => sentence);
  const above = neighbours(lines, position.line).find((line) => line.trim() !== "") ?? "";
  const name = /<li\b|<\/li>/i.test(above) ? "li" : "p";
  return start(position, typed, (sentence) => `<${name}>${sentence}</${name}>`);
}

/** In a code block or in front matter a sentence would be out of place. */
function insideCode(lines: TextDocument, line: number): boolean {
  if (languageOf(lines.languageId) !== "markdown") return false;
  const above = lines.getText({ start: { line: 0, character: 0 }, end: { line, character: 0 } });
  const fences = above.match(/^ {0,3}(```|~~~)/gm)?.length ?? 0;
  return fences % 2 === 1 || (/^---[ \t]*\r?\n/.test(above) && !/\n(---|\.\.\.)[ \t]*\r?\n/.test(above));
}

interface Style {
  of(sentence: string, title: string): string;
  /** The style begins with an indent of its own, which takes the place of the line's. */
  readonly bringsIndent: boolean;
}

const PROSE: Style = { of: (sentence) => sentence, bringsIndent: false };

/** How the text just above is laid out: a list, numbered paragraphs, a table or prose. */
function styleAbove(lines: TextDocument, line: number, indent: string): Style {
  const above = neighbours(lines, line);
  if (/^\s*\|.*\|\s*$/.test(above[0] ?? ""))
    return { of: (sentence, title) => `| ${inCells(sentence, title, lines, line)}`, bringsIndent: false };
  const marker = above.map(nextMarker).find((one) => one !== undefined);
  if (!marker) return PROSE;
  const own = indent || marker.indent;
  return { of: (sentence) => `${own}${marker.text}${sentence}`, bringsIndent: true };
}

/** The lines of the block above, nearest first. One blank line may stand between, as in a loose list. */
function neighbours(lines: TextDocument, line: number): string[] {
  const found: string[] = [];
  const from = lineOf(lines, line - 1).trim() === "" ? line - 2 : line - 1;
  for (let number = from; number >= 0; number--) {
    const text = lineOf(lines, number);
    if (text.trim() === "" || /^\s{0,3}#/.test(text)) break;
    found.push(text);
  }
  return from === line - 2 && /^\s*\|/.test(found[0] ?? "") ? [] : found;
}

interface Marker {
  readonly indent: string;
  readonly text: string;
}

const ITEM = new RegExp(String.raw`^(\s*)(${MARKER})([ \t]+)`);

/** The marker that comes after the one at the start of a line. */
function nextMarker(line: string): Marker | undefined {
  const match = ITEM.exec(line);
  if (!match) return undefined;
  const [, indent = "", marker = "", space = " "] = match;
  const next = marker
    .replace(/\d+(?=[.)]?$)/, (number) => String(Number(number) + 1))
    .replace(/[a-y](?=[.)]$)/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));
  return { indent, text: next + space };
}

/** The cells of a row after its first bar: the topic, the sentence, and the rest left empty. */
function inCells(sentence: string, title: string, lines: TextDocument, line: number): string {
  const above = neighbours(lines, line)[0] ?? "";
  const columns = above
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/).length;
  const cells = columns < 2 ? [sentence] : [title, sentence, ...Array<string>(columns - 2).fill("")];
  return `${cells.join(" | ")} |`;
}

function lineOf(lines: TextDocument, line: number): string {
  if (line < 0) return "";
  const start = lines.offsetAt({ line, character: 0 });
  return lines
    .getText()
    .slice(start, lines.offsetAt({ line: line + 1, character: 0 }))
    .replace(/\r?\n$/, "");
}
