/** Unpacks a .vsix, which is a zip file: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { inflateRawSync } from "node:zlib";

const END_OF_DIRECTORY = 0x06054b50;
const STORED = 0;

export async function unpack(archive, folder) {
  const bytes = await readFile(archive);
  for (const { name, content } of entriesOf(bytes)) {
    const path = join(folder, name);
    if (relative(folder, path).startsWith("..")) throw new Error(`${archive} holds ${name}, which leads out of it.`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

/** The directory at the end of the file is the only place that has every size; local headers may leave them out. */
function* entriesOf(bytes) {
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    if (!name.endsWith("/")) yield { name, content: contentOf(bytes, at) };
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function contentOf(bytes, entry) {
  const local = bytes.readUInt32LE(entry + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(entry + 20));
  return bytes.readUInt16LE(entry + 10) === STORED ? packed : inflateRawSync(packed);
}
