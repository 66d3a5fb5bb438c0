import type { Language } from "../language";
import type { Block, PlacedBlock } from "./block";
import { frontMatterBlocks, frontMatterLength } from "./front-matter";
import { htmlBlocks } from "./html";
import { addMarkdownBlocks, type ParsedMarkdown, parseMarkdown } from "./markdown";
import { plainBlocks } from "./plain";

/** A text split into blocks, with what the next version needs to be split quickly. */
export interface Split {
  readonly blocks: readonly Block[];
  /** The offset of each block's first code unit in the document. */
  readonly starts: readonly number[];
  /** How many units at the start are front matter. */
  readonly frontMatter: number;
  readonly parsed?: ParsedMarkdown;
}

/** Splits a text into its blocks. `before` only makes it quicker. */
export function split(text: string, language: Language, before?: Split): Split {
  if (language === "plaintext") return listed(plainBlocks(text));
  if (language === "html") return listed(htmlBlocks(text));
  const frontMatter = frontMatterLength(text);
  const parsed = parseMarkdown(withPlainLineEnds(text.slice(frontMatter)), before?.parsed);
  const head = listed(frontMatter ? frontMatterBlocks(text.slice(0, frontMatter)) : []);
  addMarkdownBlocks(parsed, frontMatter, head);
  return { ...head, frontMatter, parsed };
}

function listed(placed: readonly PlacedBlock[]): { blocks: Block[]; starts: number[]; frontMatter: number } {
  return { blocks: placed.map(({ block }) => block), starts: placed.map(({ start }) => start), frontMatter: 0 };
}

/**
 * The Markdown parser knows one line end, and a table's rule must end just there. The text keeps its length, so every
 * offset stays what it was: what was the end of a line becomes a blank before the next.
 */
function withPlainLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n/g, "\n ").replace(/\r/g, "\n") : text;
}
