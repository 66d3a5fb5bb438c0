import type { Book } from "../book";
import type { Document } from "../document";
import { FactTable } from "../fact-table";
import type { Settings } from "../judge/settings";
import { planOf } from "../plan/plan";

/** Whether every rule has its say on a document, so that what wasn't found isn't there. */
export function isJudgedWhole(document: Document, book: Book, settings: Settings): boolean {
  if (settings.everything) return true;
  const { isPlan } = planOf(document, new FactTable(document, book), book);
  return isPlan === "yes" || isPlan === "short";
}
