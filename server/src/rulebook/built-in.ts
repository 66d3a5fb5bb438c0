import compiled from "virtual:rulebook";
import { type Additions, type Book, makeBook } from "../engine/book";
import type { Definitions } from "../engine/definitions";
import { type Reader, unpackReader } from "../engine/learned/reader";

let book: Book | undefined;
let reader: Reader | undefined;

/** The book that the product ships with, compiled from `rules/` when it is built. Made ready once. */
export function builtInBook(): Book {
  book ??= bookWith();
  return book;
}

/** The built-in book with what a team adds to it; the learned reader is shared. */
export function bookWith(additions?: Additions): Book {
  reader ??= compiled.weights ? unpackReader(compiled.weights) : undefined;
  return makeBook(compiled.definitions, reader, additions);
}

export function builtInDefinitions(): Definitions {
  return compiled.definitions;
}
