import { COMPUTED_LISTS } from "../engine/reading/dates";
import { builtInBook, builtInDefinitions } from "../rulebook/built-in";
import { type Vocabularies, vocabulariesOf } from "./keys";

let vocabularies: Vocabularies | undefined;

/** The names of all that comes with the product. */
export function builtInVocabularies(): Vocabularies {
  vocabularies ??= vocabulariesOf(builtInBook());
  return vocabularies;
}

let lists: readonly string[] | undefined;

/** The word lists that any phrase may draw on. */
export function builtInLists(): readonly string[] {
  lists ??= [...builtInDefinitions().lists.map(({ name }) => name), ...COMPUTED_LISTS];
  return lists;
}
