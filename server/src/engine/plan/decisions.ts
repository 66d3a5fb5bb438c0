import type { Book } from "../book";
import type { Document } from "../document";
import type { Span } from "../finding";
import type { CalendarDate } from "./calendar";

/** Somebody who decides something, where the document says so. */
export interface Decision {
  readonly who: string;
  /** The words that name who decides. */
  readonly span: Span;
  /** The sentence that says so. */
  readonly words: string;
  /** As in 2026-06-12. */
  readonly date?: string;
}

export function decisionsIn(_document: Document, _book: Book, _dates: readonly CalendarDate[]): Decision[] {
  return [];
}
