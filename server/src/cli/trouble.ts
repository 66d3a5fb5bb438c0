import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "../config/problem";

/** Something that could not be read. The message goes on after the path and says what would help. */
export interface Trouble {
  readonly path: string;
  readonly message: string;
}

const CURES: Readonly<Record<string, string>> = {
  ENOENT: "is not there. Check the spelling, and the folder that you are in",
  ENOTDIR: "is not there. Check the spelling, and the folder that you are in",
  EACCES: "may not be read by you. Ask its owner for permission",
  EPERM: "may not be read by you. Ask its owner for permission",
  ELOOP: "is a link that leads back to itself. Name the file that it was to lead to",
};

/** Tells of an error of the file system in words that help. */
export function troubleOf(path: string, error: unknown): Trouble {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return {
    path,
    message: CURES[code] ?? `could not be read. ${error instanceof Error ? error.message : String(error)}`,
  };
}

/** Tells of a fault in a team's own file, at its place. */
export function troubleOfProblem({ file, line, column, message }: Problem): Trouble {
  return { path: `${shownPath(file)}:${line}:${column}`, message };
}

/** The path of a file as the person who runs the command would write it. */
export function shownPath(uri: string): string {
  if (!uri.startsWith("file:")) return uri;
  const path = fileURLToPath(uri);
  const near = relative(process.cwd(), path);
  return near === "" || near.startsWith("..") ? path : near;
}

export function tellTroubles(troubles: readonly Trouble[]): void {
  for (const { path, message } of troubles) {
    const end = /[.?!]$/.test(message) ? "" : ".";
    process.stderr.write(`engagement-lint: ${path} ${message}${end}\n`);
  }
}
