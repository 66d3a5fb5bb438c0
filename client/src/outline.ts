import { DocumentSymbol, Range, type SymbolInformation } from "vscode";
import type { DocumentSymbolMiddleware } from "vscode-languageclient";

/**
 * The editor shows above a text the trail of headings that it is under, as told by whoever answered first: an activity
 * that holds the cursor could stand there in place of them all. So an activity is a place in the outline, to go to, and
 * the stretches of text are left to the headings.
 */
export const asPlaces: DocumentSymbolMiddleware = {
  provideDocumentSymbols: async (document, token, next) => (await next(document, token))?.map(asPlace) as Found,
};

type Found = SymbolInformation[] | DocumentSymbol[] | undefined;

function asPlace(symbol: SymbolInformation | DocumentSymbol): SymbolInformation | DocumentSymbol {
  if (!(symbol instanceof DocumentSymbol)) return symbol;
  const { start } = symbol.selectionRange;
  const place = new Range(start, start);
  return new DocumentSymbol(symbol.name, symbol.detail, symbol.kind, place, place);
}
