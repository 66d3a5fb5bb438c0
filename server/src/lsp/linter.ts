import { bookOf } from "../config/team-book";
import { type Verdict, verdictOf } from "../config/verdict";
import type { Book, Document, Language, Source } from "../engine/analyse";
import { builtInBook } from "../rulebook/built-in";
import type { Ground } from "./config-book";

/** The engine as the server sees it: a text goes in, with what it is judged by, and a verdict comes out. */
export interface Linter {
  check(source: Source, how: How): Judged;
  /** The rules that come with it. */
  book(): Book;
}

export interface How {
  readonly ground: Ground;
  /** Judge it though it doesn't read as a plan. */
  readonly everything: boolean;
  /** An earlier version of the same document; it only saves time. */
  readonly before: Document | undefined;
}

/** A verdict, and the rules by which it was reached. */
export interface Judged extends Verdict {
  readonly book: Book;
}

/** The engine with the rules that come with it. Those are made ready when the first document is read, not before. */
export function builtInLinter(): Linter {
  return {
    check(source, { ground: { resolution, beside }, everything, before }) {
      const book = bookOf(resolution);
      return { ...verdictOf(source, { resolution, book, beside, everything, before }), book };
    },
    book: builtInBook,
  };
}

/** Clients differ in what they call plain text: Vim and its kin say “text”. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  markdown: "markdown",
  plaintext: "plaintext",
  text: "plaintext",
  html: "html",
};

/** How a document is read; undefined for a language that is not ours. */
export function languageOf(languageId: string): Language | undefined {
  return Object.hasOwn(LANGUAGES, languageId) ? LANGUAGES[languageId] : undefined;
}
