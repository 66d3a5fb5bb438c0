import type { Document, ReadBlock } from "./document";
import type { Finding } from "./finding";

/**
 * What each finding is known by from one version of a document to the next: its rule, its words, the headings above it
 * and which of several equals it is. Not its line, so that text can come and go elsewhere without its becoming new.
 * In the order of the findings.
 */
export function fingerprintsOf(findings: readonly Finding[], document: Document): string[] {
  const paths = headingPaths(document);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const print = hash(`${finding.ruleId}\n${placeOf(finding, document, paths)}`);
    const ordinal = (seen.get(print) ?? 0) + 1;
    seen.set(print, ordinal);
    return ordinal === 1 ? print : `${print}-${ordinal}`;
  });
}

/** What is missing is missing from the whole: the title that it is shown at may be rewritten. */
function placeOf(finding: Finding, document: Document, paths: readonly string[]): string {
  if (finding.absent) return "";
  const { start, end } = finding.span;
  const at = blockAt(document, start);
  const words = plainWords(document.source.text.slice(start, end));
  if (!at) return words;
  // A heading opens its own section; what it stands under is the section before it is opened.
  const path = paths[at.section] ?? "";
  const above = at.block.kind === "heading" ? path.slice(0, Math.max(0, path.lastIndexOf("\n"))) : path;
  return `${above}\n\n${words}`;
}

/** The headings above each section and its own, a line each, by the number of the section. */
function headingPaths({ blocks }: Document): string[] {
  const paths = [""];
  const open: { readonly depth: number; readonly words: string }[] = [];
  for (const { block } of blocks) {
    if (block.kind !== "heading") continue;
    while (open.length && open[open.length - 1]!.depth >= block.depth) open.pop();
    open.push({ depth: block.depth, words: plainWords(block.text) });
    paths.push(open.map(({ words }) => `\n${words}`).join(""));
  }
  return paths;
}

/** The block that an offset stands in, or the last one before it. */
export function blockAt({ blocks }: Document, offset: number): ReadBlock | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}

/** A comment put into a sentence, such as one that sets a finding aside, changes nothing of what the sentence says. */
function withoutComments(text: string): string {
  let plain = "";
  let at = 0;
  for (;;) {
    const open = text.indexOf("<!--", at);
    const close = open < 0 ? -1 : text.indexOf("-->", open);
    if (close < 0) return plain + text.slice(at);
    plain += `${text.slice(at, open)} `;
    at = close + 3;
  }
}

/** Words without their markup, breaks and case, nor the number of a heading, which changes when a section is put in. */
function plainWords(text: string): string {
  const plain = withoutComments(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%£€$]+/gu, " ");
  return plain.trim().replace(/^\d[\d ]* (?=\p{L})/u, "");
}

/**
 * Sixty-four bits: two findings of a document meet by chance once in thousands of millions. The letter keeps what is all
 * digits from being read as a number where it is written down.
 */
function hash(text: string): string {
  return `f${half(text, 0x811c9dc5)}${half(text, 0x2545f491)}`;
}

function half(text: string, seed: number): string {
  let state = seed;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return ((state ^ (state >>> 16)) >>> 0).toString(16).padStart(8, "0");
}
