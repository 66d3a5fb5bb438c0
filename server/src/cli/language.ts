import { extname } from "node:path";
import type { Language } from "../engine/analyse";

const LANGUAGES: Readonly<Record<string, Language>> = {
  ".md": "markdown",
  ".markdown": "markdown",
  ".txt": "plaintext",
  ".html": "html",
  ".htm": "html",
  // What Word wrote is turned into Markdown before it is read.
  ".docx": "markdown",
};

/** The endings of the files that can be read. */
export const ENDINGS: readonly string[] = Object.keys(LANGUAGES);

/** How a file is read, by its ending. */
export function languageOfFile(path: string): Language | undefined {
  const ending = extname(path).toLowerCase();
  return Object.hasOwn(LANGUAGES, ending) ? LANGUAGES[ending] : undefined;
}
