import { open, readdir, realpath, stat } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type FileRead, type Files, mostBytesOf } from "../config/world";

const MISSING: FileRead = { wrong: "missing" };

/** The files of this machine. What is no file URI lies elsewhere and is not there. */
export const nodeFiles: Files = {
  async read(uri) {
    const path = pathOf(uri);
    return path === undefined ? MISSING : readPath(path, mostBytesOf(uri)).catch(() => MISSING);
  },

  async real(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    return realpath(path).then(
      (real) => pathToFileURL(real).href,
      () => undefined,
    );
  },

  async list(uri) {
    const path = pathOf(uri);
    if (path === undefined) return [];
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    return entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  },
};

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** Never reads more than is allowed: a device or a growing file has no size to be asked for. */
async function readPath(path: string, most: number): Promise<FileRead> {
  // To open a pipe would be to wait for whoever writes into it.
  if (!(await stat(path)).isFile()) return MISSING;
  const file = await open(path, "r");
  try {
    const buffer = Buffer.alloc(most + 1);
    let size = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, size, buffer.length - size, size);
      size += bytesRead;
      if (bytesRead === 0 || size > most) break;
    }
    return size > most ? { wrong: "too large" } : textOf(buffer.subarray(0, size));
  } finally {
    await file.close();
  }
}

function textOf(bytes: Uint8Array): FileRead {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? { wrong: "not text" } : { text };
  } catch {
    return { wrong: "not text" };
  }
}
