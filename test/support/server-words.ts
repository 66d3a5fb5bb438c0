import { builtInBook } from "../../server/src/rulebook/built-in";
import { firstArgument, literalsIn, type Said, sourcesIn } from "./interface-words";

/**
 * The words of the interface that the server says, in English. Those of the protocol's side go through `say`; sentences
 * that are finished in layers without a language are told again at the edge, and known here by their shape.
 */
export function serverWords(): string[] {
  const found = [...saidWords(), ...levelWords(), ...finishedSentences(), ...phraseFaults(), ...lostWords()].filter(
    hasLetters,
  );
  return [...new Set(found)].sort();
}

const CALL = /(?<!\w)say\(\s*(?=[^\s)])/g;
/** Lists of words of which one is said by its place: `say(MONTHS[month])`. */
const TABLE = /^const (?:MONTHS|SUPPLIES|WEIGHTS|CALLED|UNREADABLE)\b[^=\n]*= ([{[][^;]*?[}\]])(?: as const)?;/gms;
/** What is said without being spelt out there: the tables, and the levels, whose names stand in the rules. */
const KNOWN = /^(?:MONTHS\[|WEIGHTS\[|supply\)|levelName\(|overview\.levels\[|name\)|means\))/;

function saidWords(): string[] {
  return sourcesIn("server/src/lsp").flatMap(({ text }) => [...saidIn(text), ...tablesIn(text)]);
}

export function saidIn(text: string): string[] {
  return [...text.matchAll(CALL)].flatMap((call) => literalsIn(firstArgument(text, call.index + call[0].length)));
}

function tablesIn(text: string): string[] {
  return [...text.matchAll(TABLE)].flatMap(([, table]) => literalsIn(table!));
}

/** What the ladders call the levels, and what each level means. */
function levelWords(): string[] {
  return builtInBook().levels.flatMap(({ name, names, means }) => [name, ...Object.values(names), means]);
}

/** Calls that say what no reader of the source can know. */
export function unknownToServer(): Said[] {
  return sourcesIn("server/src/lsp").flatMap(({ file, text }) =>
    [...text.matchAll(CALL)].flatMap((call) => {
      const words = firstArgument(text, call.index + call[0].length);
      return words.includes('"') || KNOWN.test(words) ? [] : [{ place: file, words }];
    }),
  );
}

/** What goes to a reader without having been said in their language. */
const SHOWN =
  /\b(?:title|label|detail|message|documentation|trouble|notChecked|value): (?:\w+ \? )?(["`][A-Z“][^"`]*["`])|return (["`][A-Z“][^"`]*\.["`])/g;

export function unsaidByServer(): Said[] {
  return sourcesIn("server/src/lsp").flatMap(({ file, text }) =>
    [...text.matchAll(SHOWN)].map((match) => ({ place: file, words: (match[1] ?? match[2])!.slice(1, -1) })),
  );
}

const WITHOUT_LANGUAGE = [
  "server/src/config",
  "server/src/rulebook/read-file.ts",
  "server/src/rulebook/read-rulebook.ts",
  "server/src/rulebook/yaml-faults.ts",
  "server/src/word",
];
/** What these say goes into files, or is only seen on the command line. */
const NOT_IN_EDITORS = /config\/(?:starter|examples|baseline-file|side-file|schema)\.ts$/;
const SENTENCE = /^[A-Z“{].*[.?](?:\{\d\})?$/s;

function finishedSentences(): string[] {
  return WITHOUT_LANGUAGE.flatMap(sourcesIn)
    .filter(({ file }) => !NOT_IN_EDITORS.test(file))
    .flatMap(({ text }) => [...sentencesIn(text), ...tablesIn(text), ...troublesIn(text), ...toldIn(text)]);
}

/** What an explanation of the configuration is made of, beside sentences: its headings, and why a file was read. */
const TOLD = /(?<!\w)(?:retell|section|this\.add)\(|from: "built in"/g;

function toldIn(text: string): string[] {
  return [...text.matchAll(TOLD)]
    .flatMap((call) => templatesIn(argumentsFrom(text, call.index)))
    .map(({ words }) => words)
    .filter((words) => /^\p{L}+(?:[ .,]|$)|^\{0\} \p{L}/u.test(words));
}

/** From a name to the bracket that closes its call. */
function argumentsFrom(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")" && --depth <= 0) return text.slice(from, at);
    else if (text[at] === "}" && depth === 0) return text.slice(from, at);
  }
  return text.slice(from);
}

export function sentencesIn(text: string): string[] {
  return templatesIn(text)
    .filter(({ before }) => !before.endsWith("example: "))
    .map(({ words }) => words.trim())
    .filter((words) => SENTENCE.test(words) && fixedIn(words).length > 7);
}

/** What is wrong with a Word document goes on after its name, so it has not the shape of a sentence. */
function troublesIn(text: string): string[] {
  return templatesIn(text)
    .filter(({ before }) => before.endsWith("new WordTrouble("))
    .map(({ words }) => words);
}

/** What is wrong with a phrase follows upon what phrase it is, as a sentence that the first one closes. */
function phraseFaults(): string[] {
  const faults = sourcesIn("server/src/engine/phrases/parse.ts")
    .flatMap(({ text }) => templatesIn(text))
    .filter(({ before }) => before.endsWith("new PhraseError("))
    .map(({ words }) => words.charAt(0).toUpperCase() + words.slice(1));
  return ["The phrase “{0}”", ...faults];
}

function lostWords(): string[] {
  return sourcesIn("server/src/word/lost.ts")
    .flatMap(({ text }) => literalsIn(text))
    .filter((words) => /^(?:1|\{n\}) \w/.test(words))
    .map((words) => words.replace("{n}", "{0}"));
}

const fixedIn = (words: string): string => words.replace(/\{\d\}/g, "");
const hasLetters = (words: string): boolean => /\p{L}/u.test(fixedIn(words));

interface Template {
  /** With `{0}` where an expression stands. */
  readonly words: string;
  /** The source just before it. */
  readonly before: string;
}

/** Every literal in a stretch of source, in quotes or in backticks, also those within the expressions of others. */
function templatesIn(text: string): Template[] {
  const found: Template[] = [];
  for (let at = 0; at < text.length; at++) {
    at = afterPattern(text, at);
    if (text[at] !== '"' && text[at] !== "`") continue;
    const { words, end, within } = text[at] === '"' ? quotedFrom(text, at) : templateFrom(text, at);
    found.push({ words, before: text.slice(Math.max(0, at - 20), at) }, ...within.flatMap(templatesIn));
    at = end;
  }
  return found;
}

/** Past a regular expression, whose quotes begin nothing; the same place where none stands. */
function afterPattern(text: string, at: number): number {
  if (text[at] !== "/" || !/[(,=:?&|[{!]\s*$/.test(text.slice(Math.max(0, at - 9), at))) return at;
  const [whole = ""] = /^\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/.exec(text.slice(at)) ?? [];
  return at + whole.length;
}

interface Literal {
  readonly words: string;
  /** Where it ends. */
  readonly end: number;
  /** The expressions in it. */
  readonly within: readonly string[];
}

function quotedFrom(text: string, from: number): Literal {
  const [whole = '"'] = /^"(?:[^"\\\n]|\\.)*"/.exec(text.slice(from)) ?? [];
  return { words: whole.length > 1 ? JSON.parse(whole) : "", end: from + whole.length - 1, within: [] };
}

function templateFrom(text: string, from: number): Literal {
  const within: string[] = [];
  let words = "";
  let at = from + 1;
  for (; at < text.length && text[at] !== "`"; at++) {
    if (text[at] === "\\") words += text[++at];
    else if (text.startsWith("${", at)) {
      const end = endOfExpression(text, at + 2);
      words += `{${within.length}}`;
      within.push(text.slice(at + 2, end));
      at = end;
    } else words += text[at];
  }
  return { words, end: at, within };
}

function endOfExpression(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    at = afterPattern(text, at);
    if (text[at] === '"') at = quotedFrom(text, at).end;
    else if (text[at] === "`") at = templateFrom(text, at).end;
    else if (text[at] === "{") depth += 1;
    else if (text[at] === "}" && depth-- === 0) return at;
  }
  return text.length;
}
