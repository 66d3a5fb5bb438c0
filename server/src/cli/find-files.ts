import { statSync } from "node:fs";
import { resolve } from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";
import { ENDINGS, languageOfFile } from "./language";
import { type Trouble, troubleOf } from "./trouble";

/** Standard input, among the paths. */
export const STDIN = "-";

export interface Found {
  /** Absolute paths, or `-`, each once, in the order in which they were named. */
  readonly files: readonly string[];
  readonly troubles: readonly Trouble[];
}

/** The documents that the paths of a command name. */
export function findFiles(paths: readonly string[]): Found {
  const files = new Set<string>();
  const troubles: Trouble[] = [];
  for (const path of paths) {
    const found = path === STDIN ? [STDIN] : filesAt(path);
    if ("path" in found) troubles.push(found);
    else for (const file of found) files.add(file);
  }
  return { files: [...files], troubles };
}

function filesAt(path: string): string[] | Trouble {
  try {
    // What is there by that very name is meant, even where the name could also be a pattern.
    return statSync(path).isDirectory() ? filesIn(path) : oneFile(path);
  } catch (error) {
    return isDynamicPattern(path) ? matching(path) : troubleOf(path, error);
  }
}

function oneFile(path: string): string[] | Trouble {
  if (languageOfFile(path)) return [resolve(path)];
  return { path, message: `is not a kind of file that can be read. Save it as one of ${ENDINGS.join(", ")}` };
}

/** While a document is open, Word keeps a file beside it that only looks like one. */
const WORD_LOCK = "**/~$*";
const IGNORED = ["**/node_modules/**", "**/.*/**", WORD_LOCK];

function filesIn(folder: string): string[] | Trouble {
  const pattern = `**/*.{${ENDINGS.map((ending) => ending.slice(1)).join(",")}}`;
  const files = globSync(pattern, { cwd: folder, absolute: true, caseSensitiveMatch: false, ignore: IGNORED });
  return files.length ? sorted(files) : { path: folder, message: `holds no document to read (${ENDINGS.join(", ")})` };
}

function matching(pattern: string): string[] | Trouble {
  // Windows writes folders with a backslash, which in a pattern would take away the meaning of what follows it.
  const slashed = process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern;
  const files = globSync(slashed, { absolute: true, ignore: IGNORED }).filter(languageOfFile);
  return files.length
    ? sorted(files)
    : { path: pattern, message: "matches no document. Put the pattern in quotes, and check it" };
}

function sorted(files: readonly string[]): string[] {
  return files.map((file) => resolve(file)).sort();
}
