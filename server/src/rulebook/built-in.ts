import compiled from "virtual:rulebook";
import { type Book, makeBook } from "../engine/book";
import { unpackReader } from "../engine/learned/reader";

let book: Book | undefined;

/** The book that the product ships with, compiled from `rules/` when it is built. Made ready once. */
export function builtInBook(): Book {
  book ??= makeBook(compiled.definitions, compiled.weights ? unpackReader(compiled.weights) : undefined);
  return book;
}
