import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../engine/finding";
import type { Say } from "../words/say";

/** How what is told about a finding is set, with markup or without. Every text that is handed in is plain. */
export interface Prose {
  /** The words of the interface that go with it, in the language of the reader. */
  readonly say: Say;
  plain(text: string): string;
  strong(text: string): string;
  /** “Line 9”, leading there where the form allows. */
  line(span: Span, lines: TextDocument): string;
  list(items: readonly string[]): string;
  paragraphs(parts: readonly (string | undefined)[]): string;
  /** Between what is told of one thing and of the next. */
  readonly rule: string;
}

/** For an editor that reads Markdown. */
export const inMarkdown = (say: Say): Prose => ({
  say,
  plain: escaped,
  strong: (text) => `**${escaped(text)}**`,
  line: (span, lines) => `[${lineWords(span, lines, say)}](${lines.uri}#L${lineOf(span, lines)})`,
  list: (items) => items.map((item) => `- ${item}`).join("\n"),
  paragraphs: (parts) => parts.filter(Boolean).join("\n\n"),
  rule: "\n\n---\n\n",
});

export const inPlain = (say: Say): Prose => ({
  say,
  plain: oneLine,
  strong: oneLine,
  line: (span, lines) => lineWords(span, lines, say),
  list: (items) => items.join("\n"),
  paragraphs: (parts) => parts.filter(Boolean).join("\n"),
  rule: "\n\n",
});

/** For a comment that is pasted elsewhere: no link would hold there, and what is not Markdown is read as it stands. */
export const forPasting = (say: Say): Prose => ({
  ...inMarkdown(say),
  plain: lightlyEscaped,
  strong: (text) => `**${lightlyEscaped(text)}**`,
  line: inPlain(say).line,
});

function lineWords(span: Span, lines: TextDocument, say: Say): string {
  return say("Line {0}", lineOf(span, lines));
}

function lineOf(span: Span, lines: TextDocument): number {
  return lines.positionAt(span.start).line + 1;
}

/** Texts quote the author's own words, which may hold anything that Markdown would act upon. */
function escaped(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]()#+!|<>~&]/g, "\\$&");
}

function lightlyEscaped(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>~]/g, "\\$&");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const LONGEST_QUOTE = 80;

/** The author's words in quotation marks, cut where they go on. */
export function quoted(span: Span, lines: TextDocument, longest = LONGEST_QUOTE): string {
  const words = oneLine(lines.getText().slice(span.start, span.end));
  return `“${words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words}”`;
}

/** “A, B and C” */
export function listed(names: readonly string[], say: Say): string {
  const [first, last] = parted(names);
  return first ? say("{0} and {1}", first, last) : last;
}

/** “A, B or C” */
export function either(names: readonly string[], say: Say): string {
  const [first, last] = parted(names);
  return first ? say("{0} or {1}", first, last) : last;
}

/** All but the last, with commas between them, and the last. */
function parted(names: readonly string[]): [first: string, last: string] {
  return [names.slice(0, -1).join(", "), names.at(-1) ?? ""];
}
