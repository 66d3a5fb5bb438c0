import { TextDocument } from "vscode-languageserver-textdocument";
import type { Resolution } from "../config/resolution";
import { type Verdict, verdictOf } from "../config/verdict";
import type { Document, Language } from "../engine/analyse";
import type { Finding, Span } from "../engine/finding";
import { describePlace, type Placed, placeAt, type WordPlace } from "../word/places";
import type { Ground } from "./configuration";
import type { Text } from "./read-text";

/** A document that was read and judged, with what it takes to say where things stand. */
export interface Checked {
  /** Absolute; for standard input, its given name. */
  readonly path: string;
  readonly document: Document;
  /** What is open and new. */
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly resolution: Resolution;
  readonly places: Places;
  /** What of a Word document could not be read; empty for every other kind. */
  readonly lost: readonly string[];
}

export function checkText(path: string, { text, word }: Text, language: Language, ground: Ground): Checked {
  const verdict = verdictOf({ text, language }, ground);
  return {
    path,
    document: verdict.document,
    findings: verdict.open.map(({ finding }) => finding),
    verdict,
    resolution: ground.resolution,
    places: new Places(text, language, word?.places),
    lost: word?.lost ?? [],
  };
}

/** Lines and columns from 1, in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Turns offsets into places, by the same table of lines that the language server uses: the two must never differ. */
export class Places {
  private readonly lines: TextDocument;

  constructor(
    text: string,
    language: Language,
    private readonly word?: readonly Placed[],
  ) {
    this.lines = TextDocument.create("", language, 0, text);
  }

  of(span: Span): Place {
    const start = this.lines.positionAt(span.start);
    const end = this.lines.positionAt(span.end);
    return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
  }

  /** Where a span begins in a Word document, whose lines nobody counts; undefined in every other kind. */
  inWord(span: Span): WordPlace | undefined {
    return this.word && placeAt(this.word, span.start);
  }

  /** “12:3”, or in a Word document “Payment, paragraph 3”. */
  describe(span: Span): string {
    const word = this.inWord(span);
    if (word) return describePlace(word);
    const { line, column } = this.of(span);
    return `${line}:${column}`;
  }

  /** A line as it was written, without its end. */
  line(number: number): string {
    const start = { line: number - 1, character: 0 };
    return this.lines.getText({ start, end: { line: number, character: 0 } }).replace(/[\r\n]+$/, "");
  }
}
