import { isMap, type YAMLMap } from "yaml";
import {
  type Clause,
  type Condition,
  DECISION_RIGHTS,
  type Definitions,
  type Example,
  type FactDefinition,
  type FixDefinition,
  type FrameworkDefinition,
  LADDERS,
  type LevelDefinition,
  type Problem,
  type RuleDefinition,
  STAGES,
  UNITS,
  type WordList,
} from "../engine/definitions";
import { CONCERNS, FAMILIES, SEVERITIES, type Severity, SUPPLIES } from "../engine/finding";
import { beginsWithWords, costOf } from "../engine/phrases/cost";
import { PhraseError, parsePhrase } from "../engine/phrases/parse";
import { COMPUTED_LISTS } from "../engine/reading/dates";
import { GUARDS } from "../engine/reading/guards";
import { FileReader, nearest } from "./read-file";

export const LEVELS: readonly (Severity | "off")[] = [...SEVERITIES, "off"];

export interface Rulebook extends Definitions {
  readonly problems: readonly Problem[];
}

/** The names of word lists and facts that phrases and rules may speak of. */
interface Names {
  readonly lists: readonly string[];
  readonly facts: readonly string[];
  /** The files are a team's own: no phrase of theirs may take long, and the learned reader was not taught their rules. */
  readonly own: boolean;
}

/**
 * Reads the files of a rulebook: `words/*.yaml`, `facts/*.yaml` and `*.yaml` (the rules), by path relative to it.
 * A broken file gives problems that name file, line and cure, and the rest is read all the same. A team's own files
 * stand `beside` a book that they may speak of.
 */
export function readRulebook(
  files: Readonly<Record<string, string>>,
  beside?: Pick<Definitions, "lists" | "facts">,
): Rulebook {
  const problems: Problem[] = [];
  const read = <T>(folder: RegExp, one: (reader: FileReader, name: string) => T | undefined): T[] =>
    Object.entries(files).flatMap(([path, text]) => {
      const name = folder.exec(path)?.[1];
      if (!name) return [];
      const reader = new FileReader(path, text);
      const value = reader.root && !reader.broken ? one(reader, name) : undefined;
      problems.push(...reader.problems);
      return value && reader.problems.length === 0 ? [value] : [];
    });
  // A file that is broken still has its name: what speaks of it is not at fault.
  const named = (folder: string): string[] =>
    Object.keys(files).flatMap((path) => new RegExp(`^${folder}/([\\w-]+)\\.yaml$`).exec(path)?.[1] ?? []);
  const known: Names = {
    lists: [...named("words"), ...COMPUTED_LISTS, ...(beside?.lists.map(({ name }) => name) ?? [])],
    facts: [...named("facts"), ...(beside?.facts.map(({ name }) => name) ?? [])],
    own: beside !== undefined,
  };
  const lists = read(/^words\/([\w-]+)\.yaml$/, (reader, name) => readList(reader, name, known.own));
  const facts = read(/^facts\/([\w-]+)\.yaml$/, (reader, name) => readFact(reader, name, known));
  const rules = read(/^([\w-]+)\.yaml$/, (reader, id) => readRule(reader, id, known));
  const readFramework = frameworkReader(rules.map((rule) => rule.id));
  const frameworks = read(/^frameworks\/(?!levels\.)([\w-]+)\.yaml$/, readFramework);
  const overlays = read(/^overlays\/([\w-]+)\.yaml$/, readFramework);
  const levels = read(/^frameworks\/(levels)\.yaml$/, readLadder).flat();
  return { lists, facts, rules, frameworks, overlays, levels, problems };
}

function readList(reader: FileReader, name: string, own: boolean): WordList {
  const root = reader.root!;
  reader.keys(root, ["title", "entries"]);
  return {
    name,
    title: reader.string(root, "title"),
    entries: phrases(reader, root, "entries", { lists: [], facts: [], own }),
  };
}

/** The phrases under a key; one that can't be used is a problem at its own place. */
function phrases(reader: FileReader, map: YAMLMap, key: string, known: Names): string[] {
  return reader.strings(map, key).flatMap(({ value, node }) => {
    const fault = faultOfPhrase(value, known.lists, known.own);
    if (!fault) return [value];
    reader.problem(node, fault);
    return [];
  });
}

/** The most that one phrase of a team may cost: a little more than the dearest that is built in. */
export const MOST_COST = 20_000;

/** Who knows regular expressions tries them; as a phrase they would match nothing, and nobody would know why. */
const REGULAR = /\\[a-z.]|\.[*+]|\[[^\]]+\]|^\^|\$$|\(\?[:=!]/i;

/** What is wrong with a phrase, if anything is. A team's own is held to a bound, so that it can't make the linter slow. */
export function faultOfPhrase(phrase: string, lists: readonly string[], own = true): string | undefined {
  const shown = `The phrase “${phrase.slice(0, 60)}”`;
  try {
    if (own && REGULAR.test(phrase))
      return `${shown} reads as a regular expression. Write words: \`...\` for a gap, \`(a|b)\` for a choice.`;
    const elements = parsePhrase(phrase);
    for (const [, name] of phrase.matchAll(/\{([^}]+)\}/g))
      if (!lists.includes(name!)) return unknown(`There is no word list “{${name}}”.`, name!, lists);
    if (own && !beginsWithWords(elements))
      return `${shown} begins with a gap or a part that may be missing. Begin it with a word.`;
    if (own && costOf(elements) > MOST_COST) return `${shown} holds too many gaps or choices. Split it in two.`;
    return undefined;
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    return `${shown} isn't used. ${capital(error.message)}.`;
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function guards(reader: FileReader, map: YAMLMap): FactDefinition["despite"] {
  return reader.strings(map, "despite").flatMap(({ node }) => reader.choice(node, "guard", GUARDS) ?? []);
}

function readFact(reader: FileReader, name: string, known: Names): FactDefinition {
  const root = reader.root!;
  reader.keys(root, [
    "title",
    "find",
    "unless",
    "despite",
    "supplies",
    "refuses",
    "level",
    "claims",
    "stage",
    "decides",
    "yes",
    "no",
  ]);
  const supplies = reader.get(root, "supplies");
  const supply = supplies && reader.choice(supplies, "supply", SUPPLIES);
  const refuses = reader.get(root, "refuses");
  const refused = refuses && reader.choice(refuses, "supply", SUPPLIES);
  const fact = {
    name,
    title: reader.string(root, "title"),
    find: phrases(reader, root, "find", known),
    unless: phrases(reader, root, "unless", known),
    despite: guards(reader, root),
    yes: reader.strings(root, "yes").map((item) => item.value),
    no: reader.strings(root, "no").map((item) => item.value),
    ...(supply ? { supplies: supply } : {}),
    ...(refused ? { refuses: refused } : {}),
    ...readEvidence(reader, root),
  };
  if (fact.find.length === 0) reader.problem(root, "A fact needs at least one phrase under “find”.");
  if (fact.yes.length === 0 || fact.no.length === 0)
    reader.problem(root, "A fact needs examples under “yes” and “no”.");
  return fact;
}

/** What a fact is evidence of: a level, a stage, who decides. */
function readEvidence(
  reader: FileReader,
  root: YAMLMap,
): Pick<FactDefinition, "level" | "claims" | "stage" | "decides"> {
  const stageNode = reader.get(root, "stage");
  const decidesNode = reader.get(root, "decides");
  const stage = stageNode && reader.choice(stageNode, "stage", STAGES);
  const decides = decidesNode && reader.choice(decidesNode, "decision right", DECISION_RIGHTS);
  const level = readLevelNumber(reader, root, "level");
  const claims = readLevelNumber(reader, root, "claims");
  return {
    ...(level === undefined ? {} : { level }),
    ...(claims === undefined ? {} : { claims }),
    ...(stage ? { stage } : {}),
    ...(decides ? { decides } : {}),
  };
}

function readLevelNumber(reader: FileReader, root: YAMLMap, key: string): number | undefined {
  const node = reader.get(root, key);
  const level = node && reader.choice(node, "level of participation", ["0", "1", "2", "3", "4", "5", "6"]);
  return level === undefined ? undefined : Number(level);
}

const RULE_KEYS = [
  "title",
  "family",
  "concern",
  "absent",
  "level",
  "message",
  "refused",
  "why",
  "sources",
  "disagree",
  "find",
  "unless",
  "beside",
  "once",
  "suspects",
  "fixes",
  "examples",
];

function readRule(reader: FileReader, id: string, known: Names): RuleDefinition {
  const root = reader.root!;
  reader.keys(root, RULE_KEYS);
  const ownFacts: FactDefinition[] = [];
  const context: RuleContext = { reader, id, ownFacts, known };
  const find = reader.maps(root, "find").map((map) => readClause(context, map));
  if (find.length === 0 && !reader.get(root, "absent"))
    reader.problem(root, "A rule needs “find” or “absent”: what it looks for.");
  const concern = reader.get(root, "concern");
  const suspects = reader.get(root, "suspects");
  const chosen = concern && reader.choice(concern, "concern", CONCERNS);
  if (suspects && known.own)
    reader.problem(suspects, "“suspects” is for the rules that the learned reader was taught. Take it out.");
  const suspected = suspects && reader.choice(suspects, "concern", CONCERNS);
  const absent = reader.strings(root, "absent").flatMap(({ node }) => reader.choice(node, "supply", SUPPLIES) ?? []);
  const disagree = reader.string(root, "disagree", false);
  const refused = reader.string(root, "refused", false);
  return {
    id,
    title: reader.string(root, "title"),
    family: reader.oneOf(root, "family", FAMILIES, "wording"),
    ...(chosen ? { concern: chosen } : {}),
    ...(suspected ? { suspects: suspected } : {}),
    ...(absent.length ? { absent } : {}),
    ...(disagree ? { disagree } : {}),
    ...(refused ? { refused } : {}),
    level: reader.oneOf(root, "level", LEVELS, "info"),
    message: readMessage(reader, root),
    why: reader.string(root, "why"),
    sources: reader.strings(root, "sources").map((item) => item.value),
    find,
    once: reader.string(root, "once", false) === "true",
    unless: reader.maps(root, "unless").map((map) => readCondition(context, map)),
    beside: reader.maps(root, "beside").map((map) => readCondition(context, map)),
    fixes: reader.maps(root, "fixes").map((map) => readFix(reader, map)),
    examples: readExamples(reader, root),
    ownFacts,
  };
}

interface RuleContext {
  readonly reader: FileReader;
  readonly id: string;
  readonly ownFacts: FactDefinition[];
  readonly known: Names;
}

/** Frameworks and overlays have one shape. A rule that they weigh must be there. */
function frameworkReader(rules: readonly string[]): (reader: FileReader, id: string) => FrameworkDefinition {
  return (reader, id) => {
    const root = reader.root!;
    reader.keys(root, ["title", "about", "ladder", "levels", "messages"]);
    const ladder = reader.get(root, "ladder");
    const levels: Record<string, Severity | "off"> = {};
    for (const { key, value } of reader.entries(root, "levels")) {
      if (!rules.includes(key)) reader.problem(value, unknownRule(key, rules));
      const level = reader.choice(value, "level", LEVELS);
      if (level) levels[key] = level;
    }
    const messages: Record<string, string> = {};
    for (const { key, value } of reader.entries(root, "messages")) {
      if (!rules.includes(key)) reader.problem(value, unknownRule(key, rules));
      messages[key] = reader.text(value, key);
    }
    const chosen = ladder && reader.choice(ladder, "ladder", LADDERS);
    return {
      id,
      title: reader.string(root, "title"),
      about: reader.string(root, "about"),
      ladder: chosen,
      levels,
      messages,
    };
  };
}

function unknownRule(id: string, rules: readonly string[]): string {
  return unknown(`There is no rule “${id}”.`, id, rules);
}

function unknown(message: string, name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near ? `${message} Did you mean “${near}”?` : message;
}

function readLadder(reader: FileReader): LevelDefinition[] {
  reader.keys(reader.root!, ["title", "levels"]);
  return reader.maps(reader.root!, "levels").map((map) => {
    reader.keys(map, ["level", "name", "means", ...LADDERS]);
    const names = LADDERS.flatMap((ladder) => (reader.get(map, ladder) ? [[ladder, reader.string(map, ladder)]] : []));
    return {
      level: Number(reader.string(map, "level")),
      name: reader.string(map, "name"),
      means: reader.string(map, "means"),
      names: Object.fromEntries(names),
    };
  });
}

function readMessage(reader: FileReader, root: YAMLMap): string {
  const message = reader.string(root, "message");
  const filled = message.replace(/\{\w+\}/g, "x".repeat(40));
  if (filled.length > 160 + 38)
    reader.problem(reader.get(root, "message"), "The message is over 160 characters: say it shorter.");
  return message;
}

/** Phrases written in the rule itself become a fact of its own, named after the rule. */
function factsOf(context: RuleContext, map: YAMLMap): string[] {
  const { reader, id, ownFacts, known } = context;
  const facts = reader.strings(map, "fact");
  const named = facts.map((item) => item.value);
  for (const { value, node } of facts)
    if (!known.facts.includes(value)) reader.problem(node, unknown(`There is no fact “${value}”.`, value, known.facts));
  const find = phrases(reader, map, "phrase", known);
  if (find.length === 0) return named;
  const name = `${id}#${ownFacts.length + 1}`;
  ownFacts.push({ name, title: id, find, unless: [], despite: [], yes: [], no: [] });
  return [...named, name];
}

function readClause(context: RuleContext, map: YAMLMap): Clause {
  const { reader } = context;
  reader.keys(map, ["fact", "phrase", "with", "unless", "despite", "level"]);
  const facts = factsOf(context, map);
  // A phrase that is there and can't be read was told of already.
  if (facts.length === 0 && !reader.get(map, "phrase"))
    reader.problem(map, "“find” needs a “fact” or a “phrase”. Add a line `phrase: …`.");
  const node = reader.get(map, "level");
  const level = node && reader.choice(node, "level", SEVERITIES);
  return {
    facts,
    with: reader.maps(map, "with").map((inner) => readCondition(context, inner)),
    unless: reader.maps(map, "unless").map((inner) => readCondition(context, inner)),
    despite: guards(reader, map),
    ...(level ? { level } : {}),
  };
}

function readCondition(context: RuleContext, map: YAMLMap): Condition {
  const { reader } = context;
  reader.keys(map, ["fact", "phrase", "sense", "least", "below", "within", "says"]);
  const facts = factsOf(context, map);
  const says = reader.string(map, "says", false);
  const sense = readSense(reader, map);
  const below = readBelow(reader, map);
  if (facts.length === 0 && !sense && below === undefined && !reader.get(map, "phrase"))
    reader.problem(map, "A condition needs a “fact”, a “phrase”, a “sense” or “below”.");
  return {
    facts,
    within: reader.oneOf(map, "within", UNITS, "sentence"),
    ...(sense ? { sense } : {}),
    ...(below === undefined ? {} : { below }),
    ...(says ? { says } : {}),
  };
}

function readSense(reader: FileReader, map: YAMLMap): Condition["sense"] {
  const node = reader.get(map, "sense");
  const concern = node && reader.choice(node, "concern", CONCERNS);
  if (!concern) return undefined;
  const least = Number(reader.string(map, "least", false) || "0.5");
  if (!(least > 0 && least < 1)) reader.problem(reader.get(map, "least"), "“least” must be between 0 and 1.");
  return { concern, least };
}

/** A distance between levels, of which there are seven. */
function readBelow(reader: FileReader, map: YAMLMap): number | undefined {
  const node = reader.get(map, "below");
  if (node === undefined) return undefined;
  const below = Number(reader.string(map, "below"));
  if (Number.isInteger(below) && below >= 1 && below <= 6) return below;
  reader.problem(node, "“below” must be a whole number from 1 to 6.");
  return undefined;
}

function readFix(reader: FileReader, map: YAMLMap): FixDefinition {
  reader.keys(map, ["title", "safe", "replace", "swap", "insert"]);
  const swapNode = reader.get(map, "swap");
  const swap = isMap(swapNode) ? (swapNode.toJSON() as Record<string, string>) : undefined;
  const replace = reader.string(map, "replace", false);
  const insert = reader.string(map, "insert", false);
  if (swap && !Object.values(swap).every((value) => typeof value === "string"))
    reader.problem(swapNode, "“swap” must be pairs of words: `co-produce: consult on`.");
  if (!swap && !replace && !insert) reader.problem(map, "A fix needs “replace”, “swap” or “insert”.");
  return {
    title: reader.string(map, "title"),
    safe: reader.string(map, "safe", false) === "true",
    ...(replace ? { replace } : {}),
    ...(swap ? { swap } : {}),
    ...(insert ? { insert } : {}),
  };
}

function readExamples(reader: FileReader, root: YAMLMap): Example[] {
  const examples: Example[] = [];
  const seen = new Set<string>();
  for (const map of reader.maps(root, "examples")) {
    reader.keys(map, ["flag", "pass", "fixed"]);
    const example = readExample(reader, map);
    if (seen.has(example.text)) reader.problem(map, "This example stands here twice. Take one away.");
    seen.add(example.text);
    examples.push(example);
  }
  const flagged = examples.filter((example) => example.span).length;
  const least = 1;
  if (flagged < least || examples.length - flagged < least)
    reader.problem(root, "A rule needs examples that it flags and that it passes.");
  return examples;
}

function readExample(reader: FileReader, map: YAMLMap): Example {
  const line = reader.lineOf(map);
  const pass = reader.string(map, "pass", false);
  if (pass) return { text: pass, line };
  const flag = reader.string(map, "flag");
  const start = flag.indexOf("<<");
  const end = flag.indexOf(">>");
  if (start < 0 || end < start)
    reader.problem(map, "Mark what is found in a flagged example: `<<` before it and `>>` after it.");
  const text = flag.replace("<<", "").replace(">>", "");
  const fixed = reader.string(map, "fixed", false);
  return { text, line, span: { start, end: end - 2 }, ...(fixed ? { fixed } : {}) };
}
