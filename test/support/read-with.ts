import { analyse, type Document, judge, type Language } from "../../server/src/engine/analyse";
import type { Book } from "../../server/src/engine/book";
import type { Finding } from "../../server/src/engine/finding";
import { builtInBook } from "../../server/src/rulebook/built-in";

/** Reads a text with the book that is shipped. */
export function readText(text: string, language: Language = "markdown", book: Book = builtInBook()): Document {
  return analyse({ text, language }, book);
}

/** What the shipped book finds in a text. */
export function findingsOf(text: string, language: Language = "markdown", book: Book = builtInBook()): Finding[] {
  return judge(readText(text, language, book), book);
}

/** The words of each block, as the author wrote them. */
export function blockTexts(text: string, language: Language = "markdown"): string[] {
  return readText(text, language).blocks.map(({ block, start }) => text.slice(start, start + block.text.length));
}

/** The live facts of a text by name, each with its words. */
export function liveFacts(text: string, book: Book = builtInBook()): { fact: string; words: string }[] {
  return readText(text, "markdown", book).blocks.flatMap(({ start, reading }) =>
    reading.hits
      .filter((hit) => hit.guards.length === 0)
      .map((hit) => ({
        fact: book.facts[hit.fact]!.name,
        words: text.slice(start + hit.span.start, start + hit.span.end),
      })),
  );
}

/** Applies edits that do not overlap. */
export function applyFix(
  text: string,
  edits: readonly { span: { start: number; end: number }; text: string }[],
): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((done, edit) => done.slice(0, edit.span.start) + edit.text + done.slice(edit.span.end), text);
}
