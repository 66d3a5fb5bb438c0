import { readFile, stat } from "node:fs/promises";
import { STDIN } from "./find-files";
import { type Trouble, troubleOf } from "./trouble";

const MEBIBYTE = 1024 * 1024;
const LARGEST = 16 * MEBIBYTE;

/** Reads the text of a document, or says why it can't be read. `name` is what to call it. */
export async function readText(file: string, name: string): Promise<string | Trouble> {
  try {
    if (file !== STDIN && (await stat(file)).size > LARGEST) return tooLarge(name);
    const bytes = file === STDIN ? await readStdin() : await readFile(file);
    return bytes.length > LARGEST ? tooLarge(name) : decode(bytes, name);
  } catch (error) {
    return troubleOf(name, error);
  }
}

/** Reads no more than it takes to know that it is too much. */
async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LARGEST) break;
  }
  return Buffer.concat(chunks);
}

function tooLarge(path: string): Trouble {
  return { path, message: `is larger than ${LARGEST / MEBIBYTE} MiB. Split it into its chapters, and check each` };
}

/**
 * Turns bytes into text as an editor does: without the byte order mark, so that columns are those that the author sees.
 * Text that is not UTF-8 is taken for what Windows wrote before.
 */
function decode(bytes: Uint8Array, path: string): string | Trouble {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) return { path, message: "is not text. Save it as text, Markdown or a web page first" };
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
