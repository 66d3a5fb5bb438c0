import { type Block, makeBlock, type PlacedBlock } from "./block";

/** A line that begins something new even where no empty line stands before it. */
const OPENS = /^\s*(?:>\s*)*(?:[-*+•–—]\s+|\(?\d+(?:\.\d+)*[.)]\s+|\d+(?:\.\d+)+\s+|\(?(?:[a-z]|[ivx]+)[.)]\s+|\|)/i;
const UNDERLINE = /^\s*(?:={3,}|-{3,}|~{3,}|_{3,}|\*{3,})\s*$/;

interface Line {
  readonly text: string;
  readonly start: number;
}

function* linesOf(text: string): Generator<Line> {
  const ending = /\r\n|\n|\r/g;
  let start = 0;
  for (let match = ending.exec(text); match; match = ending.exec(text)) {
    yield { text: text.slice(start, match.index), start };
    start = match.index + match[0].length;
  }
  if (start < text.length) yield { text: text.slice(start), start };
}

/** The blocks of a plain text: hard-wrapped paragraphs, numbered paragraphs, list items, headings. */
export function plainBlocks(text: string): PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  let open: Line[] = [];
  const close = (underlined: boolean): void => {
    if (open.length) placed.push(blockOf(text, open, underlined));
    open = [];
  };
  for (const line of linesOf(text)) {
    if (UNDERLINE.test(line.text)) close(/[=-]/.test(line.text));
    else if (line.text.trim() === "") close(false);
    else if (OPENS.test(line.text)) {
      close(false);
      open.push(line);
    } else if (isShout(line.text) && !open.some((before) => !isShout(before.text))) open.push(line);
    else {
      if (open.length && open.every((before) => isShout(before.text))) close(false);
      open.push(line);
    }
  }
  close(false);
  return placed;
}

function isShout(line: string): boolean {
  return /\p{Lu}{3}/u.test(line) && !/\p{Ll}{2}/u.test(line) && line.trim().length < 90;
}

function blockOf(source: string, lines: readonly Line[], underlined: boolean): PlacedBlock {
  const first = lines[0]!;
  const last = lines[lines.length - 1]!;
  const start = first.start + first.text.length - first.text.trimStart().length;
  const text = source.slice(start, last.start + last.text.length).trimEnd();
  return { block: plainBlock(text, lines, underlined), start };
}

function plainBlock(text: string, lines: readonly Line[], underlined: boolean): Block {
  const marker = OPENS.exec(text)?.[0] ?? "";
  const quoted = marker.trim().startsWith(">") || text.startsWith(">");
  const hidden = marker ? [{ start: 0, end: marker.length, joins: false }] : [];
  const addresses = [...text.matchAll(/https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    joins: false,
  }));
  const kind =
    underlined || isHeading(text, lines) ? "heading" : /^[-*+•–—]/.test(marker.trim()) ? "item" : "paragraph";
  const depth = kind === "heading" ? (underlined ? 1 : 2) : kind === "item" ? 1 : 0;
  return makeBlock({ kind, depth, quoted, text, hidden: [...hidden, ...addresses] });
}

/** One short line that ends without a stop: `3. How we will decide`, `WHO TAKES PART`. */
function isHeading(text: string, lines: readonly Line[]): boolean {
  if (lines.every((line) => isShout(line.text))) return lines.length <= 3;
  if (lines.length > 1 || text.length > 70) return false;
  return (
    /^(?:\d+(?:\.\d+)*\.?\s+)?\p{Lu}[^.!:;]*[^.!?,:;]$/u.test(text) &&
    text.split(/\s+/).length <= 9 &&
    !/^[-*+•]/.test(text)
  );
}
