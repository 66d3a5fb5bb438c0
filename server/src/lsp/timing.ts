/** When findings are shown while a document is being written. */
export interface Timing {
  /** For so many milliseconds the text must have stood still; 0 for at once. */
  readonly onPause: number;
  /** When a document is first told what it lacks: after a longer pause, when it is saved, or at once. */
  readonly documentAfter: DocumentAfter;
}

const DOCUMENT_AFTER = ["pause", "save", "now"] as const;
export type DocumentAfter = (typeof DOCUMENT_AFTER)[number];

/** For clients that say nothing of it: they may have ways of their own to keep quiet while someone types. */
export const AT_ONCE: Timing = { onPause: 0, documentAfter: "now" };

const LONGEST_PAUSE = 10_000;

/** Reads whatever a client sent, which may be anything at all. */
export function readTiming(value: unknown): Timing {
  if (typeof value !== "object" || value === null) return AT_ONCE;
  const { onPause, documentAfter } = value as Record<string, unknown>;
  const pause = typeof onPause === "number" && onPause >= 0 ? Math.min(onPause, LONGEST_PAUSE) : AT_ONCE.onPause;
  return {
    onPause: pause,
    documentAfter: DOCUMENT_AFTER.find((one) => one === documentAfter) ?? AT_ONCE.documentAfter,
  };
}

const LEAST_LONG_PAUSE = 2000;

/** So long someone stops who has done with a thought. */
export function longPause({ onPause }: Timing): number {
  return Math.max(LEAST_LONG_PAUSE, 5 * onPause);
}

/** The end of a sentence with whatever closes behind it. */
const SENTENCE_END = /[.!?][)\]"'”’*_]*$/;
const SENTENCE_ENDS = /[.!?][)\]"'”’*_]*\s+/g;

/**
 * Where the sentence stands that someone is in the middle of writing: the one at whose end the last edit was made,
 * where nothing follows it and no stop ends it. Undefined where the edit was made in what was written before.
 */
export function sentenceBeingTyped(text: string, at: number): { start: number; end: number } | undefined {
  const begin = paragraphStart(text, at);
  const after = /^[^\S\n]*(\r?\n[^\S\n]*(\r?\n|$)|$)/.test(text.slice(at, at + 200));
  const before = text.slice(begin, at);
  if (!after || SENTENCE_END.test(before.trimEnd())) return undefined;
  let start = begin;
  for (const end of before.matchAll(SENTENCE_ENDS)) start = begin + end.index + end[0].length;
  return { start, end: at };
}

function paragraphStart(text: string, at: number): number {
  const blank = /\n[^\S\n]*\r?\n/g;
  const near = Math.max(0, at - 5000);
  let start = near;
  for (const gap of text.slice(near, at).matchAll(blank)) start = near + gap.index + gap[0].length;
  return start;
}
