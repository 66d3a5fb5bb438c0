import { readWord } from "../word/read-word";
import { WordTrouble } from "../word/word-trouble";
import type { Retell } from "../words/retell";

/** A request of our own: turn a Word document into Markdown. The client's copy of these types is in client/src/word.ts. */
export const WORD_REQUEST = "engagementLint/readWord";

export interface WordParams {
  /** The whole file, in base64. */
  readonly bytes: string;
}

export type WordResult =
  | { readonly markdown: string; readonly lost: readonly string[] }
  /** Goes on after the file's name, and says what would help. */
  | { readonly trouble: string };

export function answerWord({ bytes }: WordParams, retell: Retell): WordResult {
  try {
    const { markdown, lost } = readWord(fromBase64(bytes));
    return { markdown, lost: lost.map(retell) };
  } catch (error) {
    if (error instanceof WordTrouble) return { trouble: retell(error.message) };
    throw error;
  }
}

/** Without Buffer, which a worker in the browser doesn't have. */
function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
