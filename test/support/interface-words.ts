import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the client says something: a file, a line and what stands there. */
export interface Said {
  readonly place: string;
  readonly words: string;
}

const FOLDERS = ["client/src", "client/webview"];
const LITERAL = /"((?:[^"\\\n]|\\.)*)"/g;
/** The three names by which translating goes: the editor's own, and those that drawing and telling are handed. */
const CALL = /(?<![\w.])(?:l10n\.t|say|t)\(\s*(?=[^\s)])/g;
/** Lists of words of which one is translated by its place: `say(MONTHS[month])`. */
const TABLE =
  /^const (MONTHS|SUPPLIES|KINDS|FAMILIES)\b[^=\n]*= (?:Object\.freeze\()?([{[][^;]*?[}\]])\)?(?: as const)?;/gms;
const OF_TABLE = /^(?:MONTHS|SUPPLIES|KINDS|FAMILIES)\b|^family\)/;

interface Source {
  readonly file: string;
  readonly text: string;
}

const sources = (): Source[] => FOLDERS.flatMap(sourcesIn);

/** A source without its comments, or all those in a folder. */
export function sourcesIn(place: string): Source[] {
  const files = place.endsWith(".ts")
    ? [place]
    : readdirSync(place, { recursive: true }).map((name) => join(place, String(name)));
  return files
    .filter((file) => file.endsWith(".ts") && existsSync(file))
    .sort()
    .map((file) => ({ file, text: withoutComments(readFileSync(file, "utf8")) }));
}

/** A comment of several lines begins a line of its own; elsewhere `/*` belongs to a pattern of files. */
function withoutComments(text: string): string {
  return text.replace(/(?<=^[ \t]*)\/\*[\s\S]*?\*\/|(?<![:"'`\w])\/\/.*/gm, (comment) =>
    comment.replace(/[^\n]/g, " "),
  );
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

/** What the server names by one word and the client says in the reader's language: the families of rules. */
const FROM_SERVER = [
  "wording",
  "power",
  "timing",
  "resourcing",
  "tokenism",
  "feedback",
  "inclusion",
  "evidence",
  "law",
];

/** Every English string that the client asks a translation of, once, in the order of the alphabet. */
export function translatedWords(): string[] {
  const found = new Set(FROM_SERVER);
  for (const { text } of sources()) {
    for (const call of text.matchAll(CALL)) {
      // A choice between two is translated by its own literals: `say(many ? "…" : "…")`.
      for (const words of literalsIn(firstArgument(text, call.index + call[0].length))) found.add(words);
    }
    for (const [, , table] of text.matchAll(TABLE)) for (const words of literalsIn(table!)) found.add(words);
  }
  return [...found].filter((words) => /\p{L}/u.test(words.replace(/\{\d\}/g, ""))).sort();
}

/** The literals in a stretch of source, without the keys of a table. */
export function literalsIn(text: string): string[] {
  return [...text.matchAll(LITERAL)]
    .filter(({ 0: literal, index }) => {
      const isKey = /^\s*:\s*"/.test(text.slice(index + literal.length));
      return !isKey || /\?\s*$/.test(text.slice(0, index));
    })
    .map(([, words]) => JSON.parse(`"${words}"`) as string);
}

/** Calls that translate what no reader of the source can know. */
export function unknownWords(): Said[] {
  return sources().flatMap(({ file, text }) =>
    [...text.matchAll(CALL)].flatMap((call) => {
      const argument = firstArgument(text, call.index + call[0].length);
      const known = argument.includes('"') || OF_TABLE.test(argument) || isDeclaration(text, call.index);
      return known ? [] : [{ place: `${file}:${lineOf(text, call.index)}`, words: argument }];
    }),
  );
}

/** `t(message: string)` declares a function and calls none. */
function isDeclaration(text: string, offset: number): boolean {
  return /^(?:l10n\.t|say|t)\(\s*\w+\??:/.test(text.slice(offset));
}

export function firstArgument(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') at = endOfLiteral(text, at);
    else if ("([{".includes(character)) depth += 1;
    else if (")]}".includes(character) && depth-- === 0) return text.slice(from, at + 1);
    else if (character === "," && depth === 0) return text.slice(from, at);
  }
  return text.slice(from);
}

function endOfLiteral(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** What is put before somebody's eyes without being translated. */
const SHOWN = [
  /\bshow(?:Information|Warning|Error)Message\(\s*(["`][^"`]*["`])/g,
  /\b(?:setStatusBarMessage|createWebviewPanel\([^,]+,)\(?\s*(["`][^"`]*["`])/g,
  /\b(?:title|label|placeHolder|prompt|detail|tooltip|description|openLabel|saveLabel|ariaLabel|altText): (["`][A-Z][^"`]*["`])/g,
  /\?\? (["`][A-Z][^"`]*\.(?:\\n)?["`])/g,
  /\.(?:title|label|text|detail|tooltip|message|description|textContent|ariaLabel) = (["`][A-Z][^"`]*["`])/g,
];

export function untranslatedWords(): Said[] {
  return sources().flatMap(({ file, text }) =>
    SHOWN.flatMap((pattern) =>
      [...text.matchAll(pattern)]
        .map((match) => ({ place: `${file}:${lineOf(text, match.index)}`, words: match[1]!.slice(1, -1) }))
        // A text made of nothing but what is filled in has no words of its own.
        .filter(({ words }) => /\p{L}/u.test(words.replace(/\$\{[^}]*\}/g, ""))),
    ),
  );
}
