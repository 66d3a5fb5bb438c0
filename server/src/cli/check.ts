import { relative, resolve } from "node:path";
import { SEVERITIES, type Severity } from "../engine/finding";
import { builtInBook } from "../rulebook/built-in";
import type { CheckOptions } from "./arguments";
import { type Checked, checkText } from "./checked";
import { EXIT } from "./exit";
import { findFiles, STDIN } from "./find-files";
import { languageOfFile } from "./language";
import { print } from "./print";
import { readText } from "./read-text";
import type { Trouble } from "./trouble";

/** Reads every document that was named, writes what was asked for and gives the code to exit with. */
export async function check(options: CheckOptions): Promise<number> {
  const { files, troubles } = findFiles(options.paths);
  const all = [...troubles];
  const checked: Checked[] = [];
  for (const file of files) {
    const result = await checkFile(file, options.stdinFilename);
    if ("message" in result) all.push(result);
    else checked.push(result);
  }
  process.stdout.write(print(checked, options));
  for (const { path, message } of all) process.stderr.write(`engagement-lint: ${path} ${message}.\n`);
  if (all.length) return EXIT.trouble;
  return fails(checked, options.failOn) ? EXIT.findings : EXIT.clean;
}

async function checkFile(file: string, stdinFilename: string | undefined): Promise<Checked | Trouble> {
  const name = file === STDIN ? (stdinFilename ?? "standard input") : relative(process.cwd(), file);
  const text = await readText(file, name);
  if (typeof text !== "string") return text;
  const path = file === STDIN ? stdinPath(stdinFilename) : file;
  try {
    return checkText(path, text, languageOfFile(path) ?? "markdown", builtInBook());
  } catch (error) {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      path: name,
      message: `could not be checked. That is a fault of the linter: please report it with this text. ${details}`,
    };
  }
}

function stdinPath(name: string | undefined): string {
  return name ? resolve(name) : "<stdin>";
}

function fails(checked: readonly Checked[], failOn: Severity | "never"): boolean {
  if (failOn === "never") return false;
  const least = SEVERITIES.indexOf(failOn);
  return checked.some(({ findings }) => findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= least));
}
