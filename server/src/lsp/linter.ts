import { absorbParts, analyse, type Book, type Document, judge, type Language, type Source } from "../engine/analyse";
import type { Finding } from "../engine/finding";
import { builtInBook } from "../rulebook/built-in";

/** The engine as the server sees it: a text goes in, findings come out. */
export interface Linter {
  /** `before` is an earlier version of the same document; it only saves time. */
  read(source: Source, before: Document | undefined): Document;
  judge(document: Document): readonly Finding[];
  /** The rules that it judges by. */
  book(): Book;
}

/** The engine with the rules that come with it. Those are made ready when the first document is read, not before. */
export function builtInLinter(): Linter {
  return {
    read: (source, before) => analyse(source, builtInBook(), before),
    judge: (document) => absorbParts(judge(document, builtInBook())),
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
