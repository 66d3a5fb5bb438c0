import type {
  Definitions,
  FactDefinition,
  FrameworkDefinition,
  LevelDefinition,
  RuleDefinition,
  WordList,
} from "./definitions";
import { hashOf } from "./learned/features";
import type { Reader } from "./learned/reader";
import { parsePhrase } from "./phrases/parse";
import { PhraseBook } from "./phrases/phrase-book";
import { COMPUTED_LISTS, computedHits } from "./reading/dates";
import { GUARD_LISTS, type GuardList } from "./reading/guards";

/** The rules, facts and words that documents are read and judged by, made ready to run. */
export interface Book {
  readonly rules: readonly RuleDefinition[];
  readonly facts: readonly FactDefinition[];
  readonly frameworks: readonly FrameworkDefinition[];
  readonly overlays: readonly FrameworkDefinition[];
  readonly levels: readonly LevelDefinition[];
  /** The number of each fact by its name. */
  readonly factNumbers: ReadonlyMap<string, number>;
  /** The numbers of named facts; remembered by the list itself. */
  numbersOf(names: readonly string[]): readonly number[];
  readonly phrases: PhraseBook;
  /** The guards' word lists by their number. */
  readonly guardLists: ReadonlyMap<number, GuardList>;
  /** The hash of each word list's name, by its number: what the learned reader knows a list by. */
  readonly listHashes: readonly number[];
  /** The learned reader; a book can do without. */
  readonly reader: Reader | undefined;
}

/** What a team adds to a book. None of it changes what the learned reader sees of a text. */
export interface Additions {
  readonly lists: readonly WordList[];
  readonly facts: readonly FactDefinition[];
  readonly rules: readonly RuleDefinition[];
  /** A team's own words for what a fact of the book says. */
  readonly phrases: readonly { readonly fact: string; readonly find: readonly string[] }[];
  /** Phrases beside which a rule of the book is silent. */
  readonly exceptions: readonly { readonly rule: string; readonly find: readonly string[] }[];
}

/** Makes a book ready. The phrases were checked when their files were read. */
export function makeBook(definitions: Definitions, reader?: Reader): Book {
  const phrases = new PhraseBook();
  const guardLists = new Map<number, GuardList>();
  definitions.lists.forEach((list, number) => {
    phrases.addList(list.name, list.entries.map(parsePhrase));
    const guard = GUARD_LISTS.find((name) => name === list.name);
    if (guard) guardLists.set(number, guard);
  });
  phrases.addComputed(COMPUTED_LISTS, computedHits);
  const facts = [...definitions.facts, ...definitions.rules.flatMap((rule) => rule.ownFacts)];
  const factNumbers = new Map(facts.map((fact, number) => [fact.name, number]));
  facts.forEach((fact, number) => {
    for (const phrase of fact.find) phrases.addPhrase(parsePhrase(phrase), number);
    // A phrase that undoes a fact is known by the fact's number below nought.
    for (const phrase of fact.unless) phrases.addPhrase(parsePhrase(phrase), -number - 1);
  });
  const { rules, frameworks, overlays, levels } = definitions;
  return {
    rules,
    frameworks,
    overlays,
    levels,
    facts,
    factNumbers,
    numbersOf: numbering(factNumbers),
    phrases,
    guardLists,
    listHashes: phrases.listNames.map(hashOf),
    reader,
  };
}

function numbering(factNumbers: ReadonlyMap<string, number>): Book["numbersOf"] {
  const known = new WeakMap<readonly string[], readonly number[]>();
  return (names) => {
    let numbers = known.get(names);
    if (!numbers) {
      numbers = names.flatMap((name) => factNumbers.get(name) ?? []);
      known.set(names, numbers);
    }
    return numbers;
  };
}
