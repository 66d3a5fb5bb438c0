import type { Book } from "../engine/book";
import { bookWith, builtInBook } from "../rulebook/built-in";
import type { Extra } from "./resolution";

/** Teams in one workspace are few; a book that is being written changes at every letter. */
const MOST_BOOKS = 8;

const books = new Map<string, Book>();

/** The built-in book with a team's own rules, words and phrases. Equal additions give the very same book. */
export function bookOf({ extra }: { readonly extra: Extra }): Book {
  if (extra.key === "") return builtInBook();
  const book = books.get(extra.key) ?? bookWith(extra);
  books.delete(extra.key);
  books.set(extra.key, book);
  const [oldest] = books.keys();
  if (books.size > MOST_BOOKS) books.delete(oldest!);
  return book;
}
