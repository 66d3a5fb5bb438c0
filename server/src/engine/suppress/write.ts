import type { Document, ReadBlock } from "../document";
import type { Edit, Finding } from "../finding";
import { blockAt } from "../fingerprint";
import { MARK } from "./directive";

/**
 * The comment that sets a finding aside, where it changes nothing of how the document reads: a line of its own before a
 * paragraph or heading, else at the end of the finding's line. Undefined where a comment can't stand, as in plain text
 * and front matter: there it takes an entry in the side file.
 */
export function suppressionOf(finding: Finding, reason: string, document: Document): Edit | undefined {
  const { source } = document;
  const { start } = finding.span;
  const block = blockAt(document, start);
  if (source.language === "plaintext" || !block || block.block.kind === "metadata") return undefined;
  const line = lineAround(source.text, start);
  if (source.language === "markdown" && opensByItself(block, line.start, source.text)) {
    return insertion(line.start, `${comment("disable-next-line", finding, reason)}${line.ending}`);
  }
  const end = endOfWords(block, line, source.text);
  if (end <= start || isInside(block, end)) return undefined;
  return insertion(end, ` ${comment("disable-line", finding, reason)}`);
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

/** A reason is one line, and mustn't end the comment that it stands in. */
function comment(command: string, { ruleId }: Finding, reason: string): string {
  const safe = reason.replace(/\s+/g, " ").replace(/-{2,}/g, "–").replace(/>/g, "›").trim();
  return `<!-- ${MARK}${command} ${ruleId}: ${safe} -->`;
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** How this document ends its lines. */
  readonly ending: string;
}

function lineAround(text: string, offset: number): Line {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const next = text.indexOf("\n", offset);
  const stop = next < 0 ? text.length : next;
  const end = text[stop - 1] === "\r" ? stop - 1 : stop;
  return { start: offset === 0 ? 0 : start, end, ending: /\r?\n/.exec(text)?.[0] ?? "\n" };
}

/** A comment before an item, a row or a quotation would end the list, table or quotation. */
function opensByItself({ block, start }: ReadBlock, line: number, text: string): boolean {
  const isPlain = (block.kind === "paragraph" || block.kind === "heading") && !block.quoted && !block.note;
  return isPlain && start === line && !/^[ \t]*</.test(text.slice(start, start + 20));
}

/** Where the words of a line end: within the block, and in a table before the bar that closes the row. */
function endOfWords({ block, start }: ReadBlock, line: Line, text: string): number {
  const end = Math.min(line.end, start + block.text.length);
  const words = text.slice(line.start, end).trimEnd();
  const open = block.cells.length ? words.replace(/\|$/, "").trimEnd() : words;
  return line.start + open.length;
}

/** Code, a link's address and a tag are no place for a comment. */
function isInside({ block, start }: ReadBlock, offset: number): boolean {
  const at = offset - start;
  return block.hidden.some((hidden) => hidden.start < at && at < hidden.end);
}
