import { isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { Document } from "../engine/analyse";
import type { ReadBlock } from "../engine/document";
import type { Edit, Finding } from "../engine/finding";
import { blockAt } from "../engine/fingerprint";

/** What a new configuration begins with. */
const BEGINNING = "# How engagement and consultation plans in this folder are checked.\n";

/** Turns a rule off in a configuration, whose other lines and comments stay as they are. */
export function ruleOff(text: string, ruleId: string): Edit {
  if (text.trim() === "") return replacing(0, text.length, `${BEGINNING}rules:\n  ${ruleId}: off\n`);
  const document = parseDocument(text);
  const rules = pairOf(document.contents, "rules");
  if (!rules) return appending(text, `rules:\n  ${ruleId}: off\n`);
  if (isMap(rules.value) && !rules.value.flow) return inBlock(text, rules.value, ruleId);
  // A map in braces, or no map at all yet, has no lines of its own to keep.
  const value = isMap(rules.value) ? rules.value.toJSON() : {};
  document.set("rules", document.createNode({ ...value, [ruleId]: "off" }));
  return replacing(0, text.length, document.toString({ lineWidth: 0 }));
}

function inBlock(text: string, rules: YAMLMap, ruleId: string): Edit {
  const known = pairOf(rules, ruleId);
  if (!known) {
    const start = rangeOf(rules.items[0]!.key)[0];
    const indent = " ".repeat(start - (text.lastIndexOf("\n", start - 1) + 1));
    return replacing(start, start, `${ruleId}: off\n${indent}`);
  }
  const level = isMap(known.value) ? pairOf(known.value, "level") : known;
  if (level?.value && isScalar(level.value)) return replacing(...rangeOf(level.value), "off");
  return level || !isMap(known.value)
    ? replacing(rangeOf(known.key)[1], rangeOf(known.key)[1], ": off")
    : withLevel(text, known.value);
}

/** A rule with options keeps them for the day when it is turned on again. */
function withLevel(text: string, options: YAMLMap): Edit {
  const start = rangeOf(options.items[0]?.key)[0];
  if (options.flow) return replacing(start, start, "level: off, ");
  const indent = " ".repeat(start - (text.lastIndexOf("\n", start - 1) + 1));
  return replacing(start, start, `level: off\n${indent}`);
}

function pairOf(map: unknown, key: string): Pair<Node, Node | null> | undefined {
  if (!isMap(map)) return undefined;
  return (map.items as Pair<Node, Node | null>[]).find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function rangeOf(node: unknown): [number, number] {
  const [start, end] = (node as Node | undefined)?.range ?? [0, 0];
  return [start, end];
}

function appending(text: string, more: string): Edit {
  return replacing(text.length, text.length, text.endsWith("\n") ? more : `\n${more}`);
}

function replacing(start: number, end: number, text: string): Edit {
  return { span: { start, end }, text };
}

/**
 * The ways in which a comment can set a finding aside, the plainest first. Which of them work depends on what stands
 * around the finding: a line of its own would end a list or a table, or stand in the middle of a paragraph.
 */
export function commentEdits(document: Document, { ruleId, span }: Finding, reason: string): Edit[] {
  const { text, language } = document.source;
  if (language === "plaintext") return [];
  const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
  const block = blockAt(document, span.start);
  const onLine = onThisLine(text, span.start, comment("disable-line", ruleId, reason));
  const indent = /^[ \t]*/.exec(text.slice(lineStart))![0];
  const above = replacing(lineStart, lineStart, `${indent}${comment("disable-next-line", ruleId, reason)}\n`);
  if (language === "html") return [above, onLine];
  return block && opensAt(block, lineStart, text) ? [above, onLine] : [onLine, above];
}

/** Only a paragraph or a heading that begins on the line, with nothing before it, can have a line put above it. */
function opensAt({ block, start }: ReadBlock, lineStart: number, text: string): boolean {
  const alone = block.kind === "heading" || block.kind === "paragraph";
  return alone && !block.quoted && start >= lineStart && /^(?:#+ +)?$/.test(text.slice(lineStart, start));
}

/** At the end of the line, before what Markdown would take for a break; in a table, in its last cell. */
function onThisLine(text: string, offset: number, words: string): Edit {
  const end = text.indexOf("\n", offset);
  const line = text.slice(offset, end < 0 ? text.length : end);
  const kept = line.replace(/(?:\s*\|)?(?:\s+|\\)?$/, "");
  return replacing(offset + kept.length, offset + kept.length, ` ${words}`);
}

function comment(command: string, ruleId: string, reason: string): string {
  return `<!-- engagement-lint-${command} ${ruleId}: ${inComment(reason)} -->`;
}

/** Two dashes would end the comment, and a break would end the line that it must stand in. */
function inComment(reason: string): string {
  return reason
    .replace(/\s+/g, " ")
    .replace(/-{2,}>?/g, "–")
    .replace(/>/g, "›")
    .trim();
}
