import { escaped } from "./escape";
import { short } from "./lost";
import { describePlace, type WordPlace } from "./places";
import { type Element, elements, wordsOf } from "./xml";

/** A footnote or endnote that the text has named, under the label that it goes by in the Markdown. */
export interface Footnote {
  readonly label: string;
  readonly element: Element;
}

/** Footnotes and comments, numbered in the order in which the text comes to them. */
export class Notes {
  readonly footnotes: Footnote[] = [];
  private readonly comments: string[] = [];
  private readonly open = new Map<string, string>();

  constructor(
    private readonly byKind: Readonly<Record<"footnote" | "endnote" | "comment", ReadonlyMap<string, Element>>>,
  ) {}

  /** The label of a note; undefined where the file holds no such note. */
  footnote(kind: "footnote" | "endnote", id: string): string | undefined {
    const element = this.byKind[kind].get(id);
    if (!element) return undefined;
    const number = this.footnotes.filter(({ label }) => label.startsWith("end") === (kind === "endnote")).length + 1;
    const label = kind === "endnote" ? `end${number}` : String(number);
    this.footnotes.push({ label, element });
    return label;
  }

  commentOpens(id: string): void {
    this.open.set(id, "");
  }

  /** Whatever is commented upon gathers the words that are read while it is open. */
  said(words: string): void {
    for (const [id, before] of this.open) this.open.set(id, before + words);
  }

  /** The number of a comment, whose words so far are what it is on. */
  comment(id: string, place: WordPlace): number | undefined {
    const element = this.byKind.comment.get(id);
    if (!element) return undefined;
    const author = element.attributes["w:author"]?.trim() || "Someone";
    const on = (this.open.get(id) ?? "").replace(/\s+/g, " ").trim();
    this.open.delete(id);
    const where = `${on ? `on “${short(on)}”, ` : ""}${describePlace(place)}`;
    this.comments.push(`${author}, ${where}: ${wordsOf(element)}`);
    return this.comments.length;
  }

  commentLines(): string[] {
    return this.comments.map((comment, index) => `${index + 1}. ${comment}`);
  }
}

/** The words of a note, of however many paragraphs. */
export function noteWords(element: Element, read: (paragraph: Element) => string): string {
  const paragraphs = elements(element).filter(({ name }) => name === "w:p");
  return paragraphs.map(read).filter(Boolean).join(" ") || escaped(wordsOf(element));
}
