import type { Book, Document, Settings } from "../engine/analyse";
import { FactTable } from "../engine/fact-table";
import { planOf } from "../engine/plan/plan";
import type { Ground } from "./config-book";
import type { Settings as Chosen } from "./settings";

/** Why a document is left alone by the settings of an editor or by a team's configuration; undefined where it isn't. */
export function whyLeftAlone({ check }: Chosen, { resolution }: Ground): string | undefined {
  if (check === "off") return "Checking as you write is turned off in the settings.";
  if (check === "configured" && !resolution.hasConfiguration)
    return "No configuration covers it, and the settings ask for one.";
  return resolution.covered.yes ? undefined : resolution.covered.because;
}

/** Why nothing was said of a document that was read; undefined where all was said that there is to say. */
export function whySilent(document: Document, book: Book, settings: Settings): string | undefined {
  if (settings.everything) return undefined;
  const { isPlan } = planOf(document, new FactTable(document, book), book);
  if (isPlan !== "no") return undefined;
  return "It does not read as a plan for involving people.";
}
