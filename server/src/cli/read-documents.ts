import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { join } from "../config/uri";
import { type Checked, checkText } from "./checked";
import type { Configuration } from "./configuration";
import { findFiles, STDIN } from "./find-files";
import { languageOfFile } from "./language";
import { readText } from "./read-text";
import { type Trouble, troubleOfProblem } from "./trouble";

export interface ReadDocuments {
  readonly checked: readonly Checked[];
  /** Everything that could not be read as it should, the configuration's files among it. */
  readonly troubles: readonly Trouble[];
}

/** Reads and judges every document that the paths name. */
export async function readDocuments(
  paths: readonly string[],
  configuration: Configuration,
  stdinFilename?: string,
): Promise<ReadDocuments> {
  const { files, troubles } = findFiles(paths);
  const all = [...troubles];
  const checked: Checked[] = [];
  for (const file of files) {
    const result = await readDocument(file, stdinFilename, configuration);
    if ("message" in result) all.push(result);
    else checked.push(result);
  }
  return { checked, troubles: [...all, ...configuration.problems.map(troubleOfProblem)] };
}

async function readDocument(
  file: string,
  stdinFilename: string | undefined,
  configuration: Configuration,
): Promise<Checked | Trouble> {
  const name = file === STDIN ? (stdinFilename ?? "standard input") : relative(process.cwd(), file);
  const text = await readText(file, name);
  if ("message" in text) return text;
  const path = file === STDIN ? stdinPath(stdinFilename) : file;
  try {
    const ground = await configuration.of(uriOf(path, configuration), text.text);
    return checkText(path, text, languageOfFile(path) ?? "markdown", ground);
  } catch (error) {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      path: name,
      message: `could not be checked. That is a fault of the linter: please report it with this text. ${details}`,
    };
  }
}

const NAMELESS = "<stdin>";

function stdinPath(name: string | undefined): string {
  return name ? resolve(name) : NAMELESS;
}

/** Text without a name is judged as a new document in this folder would be, as editors judge one that isn't saved. */
function uriOf(path: string, { root }: Configuration): string {
  return path === NAMELESS ? join(root, "Untitled.md") : pathToFileURL(path).href;
}
