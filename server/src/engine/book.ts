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
  /** The numbers of named facts, a team's own words for them included; remembered by the list itself. */
  numbersOf(names: readonly string[]): readonly number[];
  readonly phrases: PhraseBook;
  /** The guards' word lists by their number. */
  readonly guardLists: ReadonlyMap<number, GuardList>;
  /** The number from which on facts are a team's own. */
  readonly firstOwnFact: number;
  /** The hash of each built-in list's name, by its number: what the learned reader knows a list by. */
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

const NO_ADDITIONS: Additions = { lists: [], facts: [], rules: [], phrases: [], exceptions: [] };

/** Makes a book ready. The phrases were checked when their files were read. */
export function makeBook(definitions: Definitions, reader?: Reader, additions: Additions = NO_ADDITIONS): Book {
  const phrases = new PhraseBook();
  const guardLists = addLists(phrases, definitions.lists);
  phrases.addComputed(COMPUTED_LISTS, computedHits);
  const listHashes = phrases.listNames.map(hashOf);
  addLists(phrases, additions.lists);
  const builtIn = [...definitions.facts, ...definitions.rules.flatMap((rule) => rule.ownFacts)];
  const facts = [...builtIn, ...ownFacts(builtIn, additions)];
  addFacts(phrases, facts);
  const factNumbers = new Map(facts.map((fact, number) => [fact.name, number]));
  const { frameworks, overlays, levels } = definitions;
  return {
    rules: [...definitions.rules.map((rule) => withExceptions(rule, additions)), ...additions.rules],
    frameworks,
    overlays,
    levels,
    facts,
    factNumbers,
    numbersOf: numbering(factNumbers),
    phrases,
    guardLists,
    firstOwnFact: builtIn.length,
    listHashes,
    reader,
  };
}

/** Gives the lists of the guards by their number. */
function addLists(phrases: PhraseBook, lists: readonly WordList[]): Map<number, GuardList> {
  const guardLists = new Map<number, GuardList>();
  lists.forEach((list, number) => {
    phrases.addList(list.name, list.entries.map(parsePhrase));
    const guard = GUARD_LISTS.find((name) => name === list.name);
    if (guard) guardLists.set(number, guard);
  });
  return guardLists;
}

function addFacts(phrases: PhraseBook, facts: readonly FactDefinition[]): void {
  facts.forEach((fact, number) => {
    for (const phrase of fact.find) phrases.addPhrase(parsePhrase(phrase), number);
    // A phrase that undoes a fact is known by the fact's number below nought.
    for (const phrase of fact.unless) phrases.addPhrase(parsePhrase(phrase), -number - 1);
  });
}

/** A team's words for a fact are a fact of their own beside it, so that the learned reader's measures stay as they were. */
function ownFacts(builtIn: readonly FactDefinition[], additions: Additions): FactDefinition[] {
  const reworded = additions.phrases.flatMap(({ fact, find }) => {
    const original = builtIn.find(({ name }) => name === fact);
    return original ? [{ ...original, name: ownWordsFor(fact), find }] : [];
  });
  const excepted = additions.exceptions.map(({ rule, find }): FactDefinition => {
    return { name: exceptionTo(rule), title: rule, find, unless: [], despite: [], yes: [], no: [] };
  });
  return [...additions.facts, ...reworded, ...excepted, ...additions.rules.flatMap((rule) => rule.ownFacts)];
}

function ownWordsFor(fact: string): string {
  return `team:${fact}`;
}

function exceptionTo(rule: string): string {
  return `team-except:${rule}`;
}

function withExceptions(rule: RuleDefinition, { exceptions }: Additions): RuleDefinition {
  if (!exceptions.some((exception) => exception.rule === rule.id)) return rule;
  return { ...rule, unless: [...rule.unless, { facts: [exceptionTo(rule.id)], within: "sentence" }] };
}

function numbering(factNumbers: ReadonlyMap<string, number>): Book["numbersOf"] {
  const known = new WeakMap<readonly string[], readonly number[]>();
  return (names) => {
    let numbers = known.get(names);
    if (!numbers) {
      numbers = names.flatMap((name) => [factNumbers.get(name) ?? [], factNumbers.get(ownWordsFor(name)) ?? []].flat());
      known.set(names, numbers);
    }
    return numbers;
  };
}
