import type { Book } from "./book";
import { type Document, readDocument, type Source } from "./document";
import { FactTable } from "./fact-table";
import type { Finding } from "./finding";
import { judgeDocument } from "./judge/judge";
import { CONSENSUS, type Settings } from "./judge/settings";
import { type Supplies, suppliesOf } from "./plan/supplies";

export type { Book } from "./book";
export type { Document, Source } from "./document";
export { CONSENSUS, type Settings } from "./judge/settings";
export type { Language } from "./language";
export { type Activity, activitiesOf } from "./plan/activities";
export { type Overview, overviewOf } from "./plan/overview";
export type { Supplies, SupplyState, SupplyStatus } from "./plan/supplies";

/** Reads a text. `before` is only a cache: the result is the same without it. */
export function analyse(source: Source, book: Book, before?: Document): Document {
  return readDocument(source, book, before);
}

/** Judges a document that was read. Sorted by place. */
export function judge(document: Document, book: Book, settings: Settings = CONSENSUS): Finding[] {
  return judgeDocument(document, book, settings);
}
export { absorbParts } from "./judge/absorb";

/** What a document supplies of that which a reader of plans looks for, and the words that prove it. */
export function suppliesIn(document: Document, book: Book): Supplies {
  return suppliesOf(new FactTable(document, book), book);
}
