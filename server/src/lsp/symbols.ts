import { type DocumentSymbol, type Range, SymbolKind } from "vscode-languageserver";
import type { Say } from "../words/say";
import type { PlanActivity, PlanView } from "./plan-view";

/** What the editor calls our part of its outline, beside the headings that it finds itself. */
export const outlineLabel = (say: Say): string => say("Participation");

/** One symbol for each activity. Headings are left to whoever else reads the document, or they would stand there twice. */
export function symbolsIn(view: PlanView): DocumentSymbol[] {
  return view.isPlan ? view.activities.map(symbolOf) : [];
}

function symbolOf({ name, range, claimed, evidenced }: PlanActivity): DocumentSymbol {
  const detail = claimed && claimed.level > evidenced.level ? `${claimed.name} → ${evidenced.name}` : evidenced.name;
  return { name, detail, kind: SymbolKind.Event, range, selectionRange: firstLineOf(range) };
}

function firstLineOf({ start, end }: Range): Range {
  return { start, end: end.line === start.line ? end : start };
}
