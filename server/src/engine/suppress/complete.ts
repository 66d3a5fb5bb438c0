import type { Book } from "../book";
import type { Document } from "../document";
import { FactTable } from "../fact-table";
import type { Settings } from "../judge/settings";
import { planOf, type Standing } from "../plan/plan";

/** Whether a document reads as a plan. */
export function standingOf(document: Document, book: Book): Standing {
  return planOf(document, new FactTable(document, book), book).isPlan;
}

/** Whether every rule has its say on a document, so that what wasn't found isn't there. */
export function isJudgedWhole(document: Document, book: Book, settings: Settings): boolean {
  if (settings.everything) return true;
  const standing = standingOf(document, book);
  return standing === "yes" || standing === "short";
}
