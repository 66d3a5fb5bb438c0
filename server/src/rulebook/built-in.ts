import compiled from "virtual:rulebook";
import { type Book, makeBook } from "../engine/book";

let book: Book | undefined;

/** The book that the product ships with, compiled from `rules/` when it is built. Made ready once. */
export function builtInBook(): Book {
  book ??= makeBook(compiled.definitions);
  return book;
}
