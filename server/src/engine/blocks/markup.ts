import type { SyntaxNode } from "@lezer/common";
import type { Hidden } from "../text/normalise";

/** Markup that stands inside a word or right beside one: taking it away must not part the word. */
const JOINING = new Set([
  "EmphasisMark",
  "StrikethroughMark",
  "SubscriptMark",
  "SuperscriptMark",
  "LinkMark",
  "HTMLTag",
  "Entity",
]);
/** Markup that parts what stands on either side of it. */
const PARTING = new Set([
  "URL",
  "LinkTitle",
  "LinkLabel",
  "InlineCode",
  "CodeText",
  "CodeMark",
  "HeaderMark",
  "QuoteMark",
  "ListMark",
  "TaskMarker",
  "Comment",
  "ProcessingInstruction",
  "Autolink",
  "TableDelimiter",
  "HardBreak",
  "Image",
]);

/** Everything inside a block's node that is not prose, relative to the block. */
export function markupOf(node: SyntaxNode, source: string): Hidden[] {
  const hidden: Hidden[] = [];
  if (node.name === "HTMLBlock") return htmlMarkup(source);
  collect(node, node.from, hidden);
  addContainers(source, hidden);
  return tidy(hidden);
}

function collect(node: SyntaxNode, base: number, hidden: Hidden[]): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const start = child.from - base;
    const end = child.to - base;
    if (child.name === "Entity" || child.name === "Escape") continue;
    if (child.name === "Link" && !child.getChild("URL") && !child.getChild("LinkLabel")) {
      // “[rate]” is a blank to be filled in, not a link.
      continue;
    }
    if (child.name === "Image") hidden.push({ start, end, joins: false });
    else if (JOINING.has(child.name)) hidden.push({ start, end, joins: true });
    else if (PARTING.has(child.name)) hidden.push({ start, end, joins: false });
    else collect(child, base, hidden);
  }
}

const CONTAINER =
  /\{[%{].*?[%}]\}|\{:?[.#][^}\n]*\}|\[\^[^\]\s]+\]:?|https?:\/\/[^\s)>\]]+|www\.[^\s)>\]]+|[\w.+-]+@[\w-]+\.[\w.-]+/g;

/** Template tags, attribute lists, footnote marks and bare addresses, which Markdown itself does not know. */
function addContainers(source: string, hidden: Hidden[]): void {
  if (!/[{@^]|:\/\/|www\./.test(source)) return;
  for (const match of source.matchAll(CONTAINER)) {
    const joins = match[0].startsWith("[^");
    hidden.push({ start: match.index, end: match.index + match[0].length, joins });
  }
}

const INLINE_TAG = /^<\/?(?:a|abbr|b|bdi|cite|code|del|dfn|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|u)\b/i;

/** Tags, comments and the insides of scripts and styles. */
export function htmlMarkup(source: string): Hidden[] {
  const hidden: Hidden[] = [];
  const markup =
    /<!--[\s\S]*?(?:-->|$)|<(script|style|head|svg|noscript|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<[/!?a-zA-Z][^>]*(?:>|$)/gi;
  for (const match of source.matchAll(markup)) {
    hidden.push({ start: match.index, end: match.index + match[0].length, joins: INLINE_TAG.test(match[0]) });
  }
  return hidden;
}

/** In order and without overlap. */
function tidy(hidden: Hidden[]): Hidden[] {
  hidden.sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Hidden[] = [];
  for (const veil of hidden) {
    const last = out[out.length - 1];
    if (!last || veil.start >= last.end) out.push(veil);
    else if (veil.end > last.end) out.push({ start: last.end, end: veil.end, joins: veil.joins });
  }
  return out;
}
