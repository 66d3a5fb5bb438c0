import type { Document } from "./document";
import type { Span } from "./finding";
import { normalise, sourceEnd, sourceStart } from "./text/normalise";
import { type Token, tokens } from "./text/tokens";

/** A word of the field, what it means, and what its sources say where they differ. */
export interface Term {
  readonly id: string;
  readonly title: string;
  /** The words that stand for it, in any inflection. */
  readonly words: readonly string[];
  /** The level of participation that it names, 0 to 6. */
  readonly level?: number;
  readonly means: string;
  /** By the id of a framework or overlay. */
  readonly says: Readonly<Record<string, string>>;
  readonly sources: readonly string[];
}

export interface FoundTerm {
  readonly term: Term;
  readonly span: Span;
}

/** The term that stands at an offset of a document's prose; of two the one that takes more words. */
export function termAt(offset: number, document: Document, terms: readonly Term[]): FoundTerm | undefined {
  const placed = document.blocks.find(({ start, block }) => start <= offset && offset <= start + block.text.length);
  if (!placed) return undefined;
  const normal = normalise(placed.block.text, placed.block.hidden);
  const words = tokens(normal.text);
  const spanOf = (from: number, count: number): Span => ({
    start: placed.start + sourceStart(normal, words[from]!.start),
    end: placed.start + sourceEnd(normal, words[from + count - 1]!.end),
  });
  const at = words.findIndex((_, word) => spanOf(word, 1).start <= offset && offset <= spanOf(word, 1).end);
  return at < 0 ? undefined : longest(candidates(words, at, terms), spanOf);
}

interface Candidate {
  readonly term: Term;
  readonly from: number;
  readonly count: number;
}

/** Every wording of every term that runs over the word at `at`. */
function candidates(words: readonly Token[], at: number, terms: readonly Term[]): Candidate[] {
  return terms.flatMap((term) =>
    stemsOf(term).flatMap((stems) => {
      const starts = stems.map((_, before) => at - before);
      const from = starts.find((start) => stems.every((stem, word) => words[start + word]?.stem === stem));
      return from === undefined ? [] : [{ term, from, count: stems.length }];
    }),
  );
}

function longest(all: readonly Candidate[], spanOf: (from: number, count: number) => Span): FoundTerm | undefined {
  const [best] = [...all].sort((a, b) => b.count - a.count);
  return best && { term: best.term, span: spanOf(best.from, best.count) };
}

const known = new WeakMap<Term, string[][]>();

function stemsOf(term: Term): string[][] {
  let stems = known.get(term);
  if (!stems) {
    stems = term.words.map((wording) => tokens(wording.toLowerCase()).map(({ stem }) => stem));
    known.set(term, stems);
  }
  return stems;
}
