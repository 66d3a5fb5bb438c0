import type { Language } from "../document";
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
  const parsed = parseMarkdown(text.slice(frontMatter), before?.parsed);
  const body = markdownBlocks(parsed);
  if (!frontMatter) return { blocks: body, frontMatter, parsed };
  const moved = body.map(({ block, start }) => ({ block, start: start + frontMatter }));
  return { blocks: [...frontMatterBlocks(text.slice(0, frontMatter)), ...moved], frontMatter, parsed };
}
