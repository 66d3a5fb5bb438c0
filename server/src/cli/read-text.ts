import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { Placed } from "../word/places";
import { readWord } from "../word/read-word";
import { WordTrouble } from "../word/word-trouble";
import { STDIN } from "./find-files";
import { type Trouble, troubleOf } from "./trouble";

const MEBIBYTE = 1024 * 1024;
const LARGEST = 16 * MEBIBYTE;
/** Most of a large Word document is pictures, which are never unpacked. */
const LARGEST_WORD = 64 * MEBIBYTE;

/** The text of a document. One that Word wrote becomes Markdown, which nobody sees: its places are told in Word's way. */
export interface Text {
  readonly text: string;
  readonly word?: { readonly places: readonly Placed[]; readonly lost: readonly string[] };
}

/** Reads the text of a document, or says why it can't be read. `name` is what to call it. */
export async function readText(file: string, name: string): Promise<Text | Trouble> {
  const isWord = extname(name).toLowerCase() === ".docx";
  const largest = isWord ? LARGEST_WORD : LARGEST;
  try {
    if (file !== STDIN && (await stat(file)).size > largest) return tooLarge(name, largest);
    const bytes = file === STDIN ? await readStdin(largest) : await readFile(file);
    if (bytes.length > largest) return tooLarge(name, largest);
    return isWord ? wordText(bytes, name) : decode(bytes, name);
  } catch (error) {
    return troubleOf(name, error);
  }
}

function wordText(bytes: Uint8Array, path: string): Text | Trouble {
  try {
    const { markdown, places, lost } = readWord(bytes);
    return { text: markdown, word: { places, lost } };
  } catch (error) {
    if (error instanceof WordTrouble) return { path, message: error.message };
    throw error;
  }
}

/** Reads no more than it takes to know that it is too much. */
async function readStdin(largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > largest) break;
  }
  return Buffer.concat(chunks);
}

function tooLarge(path: string, largest: number): Trouble {
  return { path, message: `is larger than ${largest / MEBIBYTE} MiB. Split it into its chapters, and check each` };
}

/**
 * Turns bytes into text as an editor does: without the byte order mark, so that columns are those that the author sees.
 * Text that is not UTF-8 is taken for what Windows wrote before.
 */
function decode(bytes: Uint8Array, path: string): Text | Trouble {
  const as = (encoding: string, options = {}) => ({ text: new TextDecoder(encoding, options).decode(bytes) });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as("utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as("utf-16be");
  if (bytes.includes(0)) return { path, message: "is not text. Save it as text, Markdown or a web page first" };
  try {
    return as("utf-8", { fatal: true });
  } catch {
    return as("windows-1252");
  }
}
