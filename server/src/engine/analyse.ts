import type { Finding } from "./finding";

/** How a text is to be read. */
export type Language = "markdown" | "plaintext" | "html";

export interface Source {
  readonly text: string;
  readonly language: Language;
}

/** A document that has been read. Immutable; an edit gives a new one, made cheaply from the old. */
export interface Document {
  readonly source: Source;
  /** How many blocks had to be read anew for this version; the rest were reused. */
  readonly blocksRead: number;
}

/** The rules, facts and words that a document is read and judged by. */
export interface Book {
  readonly rules: readonly { readonly id: string; readonly title: string }[];
}

/** Reads a text. `before` is only a cache: the result is the same without it. */
export function analyse(source: Source, _book: Book, _before?: Document): Document {
  return { source, blocksRead: 1 };
}

/** Judges a document that was read. Sorted by place. */
export function judge(document: Document, _book: Book): Finding[] {
  const findings: Finding[] = [];
  for (const match of document.source.text.matchAll(/hard to reach/g)) {
    const span = { start: match.index, end: match.index + match[0].length };
    findings.push({
      ruleId: "people-first-wording",
      family: "wording",
      concern: "people-wording",
      severity: "hint",
      message: "“hard to reach” puts the fault with people. Say who has not been reached.",
      span,
      related: [{ span: { start: 0, end: Math.min(10, document.source.text.length) }, message: "The plan begins here" }],
      fixes: [{ title: "Change to “seldom heard”", safe: true, edits: [{ span, text: "seldom heard" }] }],
    });
  }
  return findings;
}
