import { Indents, namesParagraph } from "./lists";
import type { Manuscript } from "./manuscript";
import type { Label } from "./numbering";
import type { WordPlace } from "./places";
import { onlyCell, readTable } from "./read-table";
import { readWords } from "./read-words";
import { outlineLevel, type Style } from "./styles";
import { asMarkdown, type Stretch } from "./words";
import { allInside, at, childrenOf, type Element, elements, hasInside, isOn, valueAt, wordsOf } from "./xml";

/** A block of the Markdown with the places of what stands in it. */
export interface WordBlock {
  readonly markdown: string;
  /** Items of one list stand together without a blank line. */
  readonly item: boolean;
  readonly places: readonly { readonly offset: number; readonly place: WordPlace }[];
}

const DEEPEST_HEADING = 6;

/** Reads the body from its first paragraph to its last. */
export class BodyReader {
  readonly blocks: WordBlock[] = [];
  private readonly indents = new Indents();
  private readonly shift: number;
  private tables = 0;
  /** The content of paragraphs whose end was deleted: it belongs to the next one. */
  private carried: Element[] = [];

  constructor(
    private readonly manuscript: Manuscript,
    body: Element,
  ) {
    // Where there is a title, it is the one heading of the first level, as in a page.
    this.shift = elements(body).some((child) => child.name === "w:p" && this.isTitle(child)) ? 1 : 0;
    this.read(body);
    if (this.carried.length) this.words(this.carried, undefined, undefined);
  }

  private read(container: Element): void {
    for (const child of elements(container)) {
      if (child.name === "w:p") this.paragraph(child);
      else if (child.name === "w:tbl") this.table(child);
      else if (child.name === "w:altChunk") this.manuscript.lost.add("file");
      else if (child.name === "mc:AlternateContent") this.read(childrenOf(child, "mc:Choice")[0] ?? child);
      else if (isContents(child)) this.contents(child);
      else if (child.name !== "mc:Fallback" && child.name !== "w:sectPr") this.inside(child);
    }
  }

  private contents(element: Element): void {
    for (const line of allInside(element, "w:p")) if (wordsOf(line)) this.manuscript.lost.add("contents");
  }

  private inside(element: Element): void {
    if (hasInside(element, "w:p") || hasInside(element, "w:tbl")) this.read(element);
  }

  private isTitle(paragraph: Element): boolean {
    return this.styleOf(paragraph).role === "title" && wordsOf(paragraph) !== "";
  }

  private styleOf(paragraph: Element): Style {
    return this.manuscript.styles.of(valueAt(paragraph, "w:pPr", "w:pStyle"));
  }

  private paragraph(paragraph: Element): void {
    const properties = at(paragraph, "w:pPr");
    const content = elements(paragraph).filter((child) => child !== properties);
    const { lost } = this.manuscript;
    if (at(properties, "w:pPrChange")) lost.add("formatting");
    if (this.styleOf(paragraph).role === "contents") {
      if (wordsOf(paragraph)) lost.add("contents");
      return;
    }
    if (at(properties, "w:rPr", "w:del") || at(properties, "w:rPr", "w:moveFrom")) {
      this.carried.push(...content);
      return;
    }
    this.words([...this.carried.splice(0), ...content], paragraph, properties);
  }

  private words(content: readonly Element[], paragraph: Element | undefined, properties: Element | undefined): void {
    const style = this.manuscript.styles.of(valueAt(properties, "w:pStyle"));
    const level = this.levelOf(style, outlineLevel(properties));
    const before = this.manuscript.place;
    // Comments and deletions ask where they stand while the paragraph is being read.
    const empty = paragraph !== undefined && !hasWords(content);
    if (level) this.manuscript.place = { heading: wordsOf(paragraph!), paragraph: 0 };
    else if (!empty) this.manuscript.place = this.next();
    const words = readWords(content, this.manuscript);
    const markdown = asMarkdown(words.stretches, level ? "heading" : "paragraph");
    if (level) this.manuscript.place = { heading: plain(words.stretches), paragraph: 0 };
    if (markdown) this.add(markdown, level, style, this.labelOf(properties, style));
    if (!markdown) this.manuscript.place = before;
    else if (level) this.tables = 0;
    for (const box of words.boxes) this.read(box);
  }

  /** Headings that only quote a plan's own style may be deeper than Markdown's. */
  private levelOf(style: Style, own: number | undefined): number {
    if (style.role === "title") return 1;
    const level = own ?? style.heading;
    return level ? Math.min(DEEPEST_HEADING, level + this.shift) : 0;
  }

  private next(): WordPlace {
    const { heading, paragraph } = this.manuscript.place;
    return { heading, paragraph: paragraph + 1 };
  }

  private labelOf(properties: Element | undefined, style: Style): Label | undefined {
    const own = at(properties, "w:numPr");
    return this.manuscript.numbering.next(own ?? style.numbering, valueAt(properties, "w:pStyle"));
  }

  private add(markdown: string, level: number, style: Style, label: Label | undefined): void {
    if (!level && label && !namesParagraph(label)) {
      this.push(this.indents.item(label, markdown), true);
      return;
    }
    this.indents.end();
    const named = label && label.kind !== "bullet" ? `${label.text}${label.kind === "number" ? "." : ""} ` : "";
    const text = `${named}${markdown}`;
    if (level) this.push(`${"#".repeat(level)} ${text}`, false);
    else this.push(style.role === "quote" ? text.replace(/^/gm, "> ") : text, false);
  }

  private push(markdown: string, item: boolean): void {
    this.blocks.push({ markdown, item, places: [{ offset: 0, place: this.manuscript.place }] });
  }

  private table(table: Element): void {
    const frame = onlyCell(table);
    if (frame) {
      this.read(frame);
      return;
    }
    this.indents.end();
    const { heading, paragraph } = this.manuscript.place;
    const number = this.tables + 1;
    const placeOf = (row: number): WordPlace => ({ heading, paragraph, table: number, row });
    const read = readTable(table, this.manuscript, (row) => {
      this.manuscript.place = placeOf(row);
    });
    this.manuscript.place = { heading, paragraph };
    if (!read) return;
    this.tables = number;
    const starts = startsOf(read.lines);
    const places = read.rows.map((line, row) => ({ offset: starts[line]!, place: placeOf(row + 1) }));
    this.blocks.push({ markdown: read.lines.join("\n"), item: false, places });
    for (const box of read.boxes) this.read(box);
  }
}

/** A table of contents that is one whole, whatever its lines look like. */
function isContents(element: Element): boolean {
  return valueAt(element, "w:sdtPr", "w:docPartObj", "w:docPartGallery") === "Table of Contents";
}

/** Whether a paragraph has something to show; an empty one is only there to make room. */
function hasWords(content: readonly Element[]): boolean {
  return content.some((element) => wordsOf(element) !== "" && !isOn(element, "w:rPr", "w:vanish"));
}

/** The words alone, as a place is named by them. */
function plain(stretches: readonly Stretch[]): string {
  const words = stretches.map(({ text, raw }) => (raw ? "" : text)).join("");
  return words.replace(/\s+/g, " ").trim();
}

/** Where each line begins once they are joined. */
function startsOf(lines: readonly string[]): number[] {
  let next = 0;
  return lines.map((line) => {
    const start = next;
    next += line.length + 1;
    return start;
  });
}
