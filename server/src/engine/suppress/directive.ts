import type { Document } from "../document";
import type { Span } from "../finding";
import { blockAt } from "../fingerprint";
import { commentsOf } from "./comments";

/** What the comments that steer the linter begin with. */
export const MARK = "engagement-lint-";

const COMMANDS = ["disable-next-line", "disable-line", "disable", "enable"] as const;
export type Command = (typeof COMMANDS)[number];

/** A comment that asks for findings to be set aside. */
export interface Directive {
  /** The comment. */
  readonly span: Span;
  /** Undefined where the comment asks for something that there isn't. */
  readonly command: Command | undefined;
  readonly named: string;
  readonly rules: readonly NamedRule[];
  readonly reason: string;
}

export interface NamedRule {
  readonly id: string;
  readonly span: Span;
  /** The rule's findings that begin in here are meant. */
  readonly reach: Span;
}

/** The directives of a document, in order. */
export function directivesOf(document: Document): Directive[] {
  // Most documents have none, and needn't be searched for comments at every keystroke.
  if (!document.source.text.includes(MARK)) return [];
  const comments = commentsOf(document);
  const read = comments.flatMap((comment) => readDirective(document, comment, comments) ?? []);
  return read.map((directive, index) =>
    directive.command === "disable" ? untilEnabled(directive, read.slice(index + 1)) : directive,
  );
}

const DIRECTIVE = /^<!--+\s*engagement-lint-([\w-]*)\s*/;
const RULES = /^[\w-]+(?:\s*,\s*[\w-]+)*/;

function readDirective(document: Document, span: Span, comments: readonly Span[]): Directive | undefined {
  const comment = document.source.text.slice(span.start, span.end);
  const opening = DIRECTIVE.exec(comment);
  if (!opening) return undefined;
  const named = opening[1]!;
  const rest = comment.slice(opening[0].length, comment.endsWith("-->") ? -3 : undefined);
  const list = RULES.exec(rest)?.[0] ?? "";
  const base = span.start + opening[0].length;
  const command = COMMANDS.find((known) => known === named);
  const reach = reachOf(command, document, span, comments);
  const rules = [...list.matchAll(/[\w-]+/g)].map(({ 0: id, index }) => ({
    id,
    span: { start: base + index, end: base + index + id.length },
    reach,
  }));
  return { span, command, named, rules, reason: reasonIn(rest.slice(list.length)) };
}

function reasonIn(afterRules: string): string {
  const said = afterRules.trimStart();
  return said.startsWith(":") ? said.slice(1).replace(/\s+/g, " ").trim() : "";
}

function reachOf(command: Command | undefined, document: Document, comment: Span, comments: readonly Span[]): Span {
  const { text } = document.source;
  if (command === "disable-line") return { start: lineStart(text, comment.start), end: lineEnd(text, comment.end) };
  if (command === "disable-next-line") return nextLine(document, comment, comments);
  return { start: comment.end, end: command === "disable" ? text.length : comment.end };
}

/**
 * The next line with words: blank lines and further comments between are passed over. A comment that stands between
 * blocks means the first line of the next one, wherever its tags begin.
 */
function nextLine(document: Document, comment: Span, comments: readonly Span[]): Span {
  const { text } = document.source;
  const around = blockAt(document, comment.start);
  const inside = around !== undefined && comment.end <= around.start + around.block.text.length;
  const next = inside ? undefined : document.blocks.find(({ start }) => start >= comment.end);
  const blank = /\s*/y;
  let at = next ? next.start : lineEnd(text, comment.end);
  for (;;) {
    blank.lastIndex = at;
    at += blank.exec(text)![0].length;
    const other = comments.find(({ start }) => start === at);
    if (!other) return { start: lineStart(text, at), end: lineEnd(text, at) };
    at = other.end;
  }
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = /[\r\n]/g;
  end.lastIndex = offset;
  return end.exec(text)?.index ?? text.length;
}

/** What is disabled stays so until that rule, or every rule, is enabled again. */
function untilEnabled(directive: Directive, later: readonly Directive[]): Directive {
  const enabling = later.filter(({ command }) => command === "enable");
  const rules = directive.rules.map((rule) => {
    const end = enabling.find(({ rules }) => rules.length === 0 || rules.some(({ id }) => id === rule.id));
    return end ? { ...rule, reach: { start: rule.reach.start, end: end.span.start } } : rule;
  });
  return { ...directive, rules };
}
