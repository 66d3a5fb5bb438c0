import type { Label } from "./numbering";

/** How far items of a list are set in, which Markdown takes from the marks of the items above them. */
export class Indents {
  private open: { depth: number; width: number }[] = [];

  /** An item with its mark, set in beneath the item that it belongs to. */
  item(label: Label, words: string): string {
    const mark = label.kind === "number" ? `${label.text}.` : "-";
    const text = label.kind === "words" ? `${label.text} ${words}` : words;
    this.open = this.open.filter(({ depth }) => depth < label.depth);
    const indent = this.open.reduce((sum, { width }) => sum + width, 0);
    this.open.push({ depth: label.depth, width: mark.length + 1 });
    const under = `\n${" ".repeat(indent + mark.length + 1)}`;
    return `${" ".repeat(indent)}${mark} ${text.replace(/\n/g, under)}`;
  }

  /** Something else came between: the next item begins a new list. */
  end(): void {
    this.open = [];
  }
}

/** Committee papers number their paragraphs “3.2”: that is a name to refer to, and no item of a list. */
export function namesParagraph(label: Label): boolean {
  return label.kind === "words" && /^\d/.test(label.text);
}
