import type { Book } from "../book";
import type { Document } from "../document";
import type { Supply } from "../finding";
import type { FactTable } from "../judge/fact-table";
import { type Supplies, suppliesOf } from "./supplies";

/** What the document is as a whole: what it supplies, and what a reader would look for and not find. */
export interface Plan {
  readonly supplies: Supplies;
  readonly missing: readonly Supply[];
}

/** Reads the plan from the facts of its sentences. */
export function planOf(document: Document, table: FactTable, book: Book): Plan {
  const supplies = suppliesOf(table, book);
  const asksWork = (table.get(book.factNumbers.get("asks-work") ?? -1) ?? []).some(({ hit }) => hit.guards.length === 0);
  const missing: Supply[] = [];
  if (asksWork && supplies.payment.state === "absent") missing.push("payment");
  if (supplies.feedback.state === "absent" && document.blocks.length > 2) missing.push("feedback");
  return { supplies, missing };
}
