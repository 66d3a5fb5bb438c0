import type { Language } from "../language";
import type { PlacedBlock } from "./block";
import { frontMatterBlocks, frontMatterLength } from "./front-matter";
import { htmlBlocks } from "./html";
import { markdownBlocks, type ParsedMarkdown, parseMarkdown } from "./markdown";
import { plainBlocks } from "./plain";

/** A text split into blocks, with what the next version needs to be split quickly. */
export interface Split {
  readonly blocks: readonly PlacedBlock[];
  /** How many units at the start are front matter. */
  readonly frontMatter: number;
  readonly parsed?: ParsedMarkdown;
}

/** Splits a text into its blocks. `before` only makes it quicker. */
export function split(text: string, language: Language, before?: Split): Split {
  if (language === "plaintext") return { blocks: plainBlocks(text), frontMatter: 0 };
  if (language === "html") return { blocks: htmlBlocks(text), frontMatter: 0 };
  const frontMatter = frontMatterLength(text);
  const parsed = parseMarkdown(withPlainLineEnds(text.slice(frontMatter)), before?.parsed);
  const body = markdownBlocks(parsed);
  if (!frontMatter) return { blocks: body, frontMatter, parsed };
  const moved = body.map(({ block, start }) => ({ block, start: start + frontMatter }));
  return { blocks: [...frontMatterBlocks(text.slice(0, frontMatter)), ...moved], frontMatter, parsed };
}

/**
 * The Markdown parser knows one line end, and a table's rule must end just there. The text keeps its length, so every
 * offset stays what it was: what was the end of a line becomes a blank before the next.
 */
function withPlainLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n/g, "\n ").replace(/\r/g, "\n") : text;
}
