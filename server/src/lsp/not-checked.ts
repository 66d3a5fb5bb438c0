import type { Book, Document, Settings } from "../engine/analyse";
import { FactTable } from "../engine/fact-table";
import { planOf } from "../engine/plan/plan";
import type { Say } from "../words/say";
import type { Ground } from "./config-book";
import type { Desk } from "./desk";
import type { Settings as Chosen } from "./settings";

/** Why a document is left alone by the settings of an editor or by a team's configuration; undefined where it isn't. */
export function whyLeftAlone(
  { check }: Chosen,
  { resolution }: Ground,
  { say, retell }: Pick<Desk, "say" | "retell">,
): string | undefined {
  if (check === "off") return say("Checking as you write is turned off in the settings.");
  if (check === "configured" && !resolution.hasConfiguration)
    return say("No configuration covers it, and the settings ask for one.");
  return resolution.covered.yes ? undefined : retell(resolution.covered.because);
}

/** Why nothing was said of a document that was read; undefined where all was said that there is to say. */
export function whySilent(document: Document, book: Book, settings: Settings, say: Say): string | undefined {
  if (settings.everything) return undefined;
  const { isPlan } = planOf(document, new FactTable(document, book), book);
  if (isPlan !== "no") return undefined;
  return say("It does not read as a plan for involving people.");
}
