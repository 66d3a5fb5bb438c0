import type { Position, Range } from "vscode-languageclient";

/** What a sentence is looked for in, by lines. */
export interface Lines {
  readonly count: number;
  at(line: number): string;
}

/** Where a line begins something of its own: a heading, a list item, a row of a table, a quotation. */
const OWN = /^\s*(#|[-*+]\s|\d+[.)]\s|\||>)/;
const END = /[.!?][”"’')\]]*(?=\s|$)/g;

/** The sentence that a place is in, over line ends. Coarse, for it only chooses what lights up. */
export function sentenceAround(lines: Lines, { line, character }: Position): Range {
  const first = firstLine(lines, line);
  const texts = blockFrom(lines, first);
  const block = texts.join("\n");
  const offset = texts.slice(0, line - first).reduce((sum, text) => sum + text.length + 1, 0) + character;
  const ends = [...block.matchAll(END)].map((match) => match.index + match[0].length);
  const start = ends.filter((end) => end < offset).at(-1) ?? 0;
  const end = ends.find((one) => one >= offset) ?? block.length;
  const lead = /^\s*/.exec(block.slice(start, end))![0].length;
  return { start: positionAt(texts, first, start + lead), end: positionAt(texts, first, end) };
}

const isBlank = (text: string): boolean => text.trim() === "";
const isAlone = (text: string): boolean => /^\s*[#|]/.test(text);

function firstLine(lines: Lines, line: number): number {
  let first = line;
  const goesOn = (at: number) =>
    at > 0 && !OWN.test(lines.at(at)) && !isBlank(lines.at(at - 1)) && !isAlone(lines.at(at - 1));
  while (!isBlank(lines.at(first)) && goesOn(first)) first -= 1;
  return first;
}

function blockFrom(lines: Lines, first: number): string[] {
  const texts = [lines.at(first)];
  if (isAlone(texts[0]!) || isBlank(texts[0]!)) return texts;
  for (let next = first + 1; next < lines.count && !isBlank(lines.at(next)) && !OWN.test(lines.at(next)); next++)
    texts.push(lines.at(next));
  return texts;
}

function positionAt(texts: readonly string[], first: number, offset: number): Position {
  let left = offset;
  let line = 0;
  while (line < texts.length - 1 && left > texts[line]!.length) {
    left -= texts[line]!.length + 1;
    line += 1;
  }
  return { line: first + line, character: left };
}
