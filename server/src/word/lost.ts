/** What Markdown can't hold, and what became of it. One line each; `{n}` stands where the number goes. */
const KINDS = {
  image: ["1 image is left out", "{n} images are left out"],
  chart: ["1 chart or diagram is left out", "{n} charts or diagrams are left out"],
  shape: ["1 drawn shape is left out", "{n} drawn shapes are left out"],
  object: ["1 embedded object is left out", "{n} embedded objects are left out"],
  file: ["1 file put into the document is left out", "{n} files put into the document are left out"],
  textBox: [
    "1 text box is no longer a box: its words stand after the paragraph that it was beside",
    "{n} text boxes are no longer boxes: their words stand after the paragraph that each was beside",
  ],
  equation: ["1 equation is kept as plain characters", "{n} equations are kept as plain characters"],
  symbol: ["1 symbol from a symbol font is left out", "{n} symbols from a symbol font are left out"],
  merged: ["1 merged table cell is split", "{n} merged table cells are split"],
  nested: ["1 table inside a table is kept as plain words", "{n} tables inside tables are kept as plain words"],
  contents: ["1 line of a table of contents is left out", "{n} lines of a table of contents are left out"],
  running: ["1 page header or footer is left out", "{n} page headers and footers are left out"],
  hidden: ["1 stretch of hidden text is left out", "{n} stretches of hidden text are left out"],
  formatting: [
    "1 tracked change of formatting is taken as accepted",
    "{n} tracked changes of formatting are taken as accepted",
  ],
  missingNote: [
    "1 note or comment is named but is not in the file",
    "{n} notes or comments are named but are not in the file",
  ],
} as const satisfies Record<string, readonly [one: string, many: string]>;

export type LostKind = keyof typeof KINDS;

const LONGEST = 80;
const MOST_DETAILS = 5;

/** Counts what couldn't be kept, so that nothing goes without being told of. */
export class Lost {
  private readonly counts = new Map<LostKind, { number: number; details: string[] }>();

  /** `detail` is what can be said of it in a few words, such as the description of an image. */
  add(kind: LostKind, detail = ""): void {
    const count = this.counts.get(kind) ?? { number: 0, details: [] };
    count.number += 1;
    const words = detail.replace(/\s+/g, " ").trim();
    if (words && count.details.length < MOST_DETAILS) count.details.push(`“${short(words)}”`);
    this.counts.set(kind, count);
  }

  lines(): string[] {
    const kinds = (Object.keys(KINDS) as LostKind[]).filter((kind) => this.counts.has(kind));
    return kinds.map((kind) => {
      const { number, details } = this.counts.get(kind)!;
      const [one, many] = KINDS[kind];
      const what = number === 1 ? one : many.replace("{n}", String(number));
      return details.length ? `${what} (${details.join(", ")})` : what;
    });
  }
}

export function short(words: string): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/u, "")}…` : words;
}
