/**
 * How wide words are, without a screen to measure them on: the drawing must come out the same everywhere. Widths are
 * those of a broad sans serif, in hundredths of the font size, so that what fits here fits in the reader's font too.
 */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'’|!]/, 29],
  [/[ftrI()\-/“”" ]/, 37],
  [/[mwMW@%]/, 90],
  [/[A-Z&]/, 70],
  [/[0-9]/, 58],
  [/[a-z]/, 57],
];
const ANY_OTHER = 100;
const BOLDER = 1.14;

export interface Font {
  readonly size: number;
  readonly bold?: boolean;
}

export function widthOf(text: string, { size, bold }: Font): number {
  const hundredths = [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);
  return (hundredths / 100) * size * (bold ? BOLDER : 1);
}

function letterWidth(letter: string): number {
  return WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? ANY_OTHER;
}

/** Breaks words into lines. What doesn't fit into the last of them ends in an ellipsis. */
export function wrap(text: string, font: Font, width: number, most = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => broken(word, font, width))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && widthOf(longer, font) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line) lines.push(line);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), shortened(lines[most - 1]!, font, width)];
}

/** A word wider than the line is parted at its hyphens; what is wider still, such as an address, wherever the line ends. */
function broken(word: string, font: Font, width: number): string[] {
  if (widthOf(word, font) <= width) return [word];
  const parts: string[] = [];
  const put = (piece: string) => {
    const longer = (parts[parts.length - 1] ?? "") + piece;
    if (parts.length && widthOf(longer, font) <= width) parts[parts.length - 1] = longer;
    else parts.push(piece);
  };
  for (const piece of word.split(/(?<=[\p{L}\p{N}]-)/u)) {
    if (widthOf(piece, font) <= width) put(piece);
    else for (const letter of piece) put(letter);
  }
  return parts;
}

function shortened(line: string, font: Font, width: number): string {
  const letters = [...line];
  while (letters.length && widthOf(`${letters.join("")}…`, font) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
