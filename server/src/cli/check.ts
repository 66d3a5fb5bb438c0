import { relative, resolve } from "node:path";
import { type Book, CONSENSUS, type Settings } from "../engine/analyse";
import { SEVERITIES, type Severity } from "../engine/finding";
import { builtInBook } from "../rulebook/built-in";
import { type CheckOptions, UsageError } from "./arguments";
import { type Checked, checkText } from "./checked";
import { EXIT } from "./exit";
import { findFiles, STDIN } from "./find-files";
import { languageOfFile } from "./language";
import { print } from "./print";
import { readText } from "./read-text";
import type { Trouble } from "./trouble";

/** Reads every document that was named, writes what was asked for and gives the code to exit with. */
export async function check(options: CheckOptions): Promise<number> {
  const { framework, overlays, everything } = options;
  const settings: Settings = { ...CONSENSUS, framework, overlays, everything };
  checkNames(settings, builtInBook());
  const { files, troubles } = findFiles(options.paths);
  const all = [...troubles];
  const checked: Checked[] = [];
  for (const file of files) {
    const result = await checkFile(file, options.stdinFilename, settings);
    if ("message" in result) all.push(result);
    else checked.push(result);
  }
  process.stdout.write(print(checked, options));
  for (const { path, message } of all) process.stderr.write(`engagement-lint: ${path} ${message}.\n`);
  if (all.length) return EXIT.trouble;
  return fails(checked, options.failOn) ? EXIT.findings : EXIT.clean;
}

/** A framework that nobody knows would be judged by none: better to say so. */
function checkNames({ framework, overlays }: Settings, book: Book): void {
  const frameworks = book.frameworks.map(({ id }) => id);
  if (!frameworks.includes(framework))
    throw new UsageError(`There is no framework “${framework}”. It can be ${frameworks.join(", ")}.`);
  const known = book.overlays.map(({ id }) => id);
  const odd = overlays.find((overlay) => !known.includes(overlay));
  if (odd !== undefined) throw new UsageError(`There is no overlay “${odd}”. It can be ${known.join(", ")}.`);
}

async function checkFile(
  file: string,
  stdinFilename: string | undefined,
  settings: Settings,
): Promise<Checked | Trouble> {
  const name = file === STDIN ? (stdinFilename ?? "standard input") : relative(process.cwd(), file);
  const text = await readText(file, name);
  if ("message" in text) return text;
  const path = file === STDIN ? stdinPath(stdinFilename) : file;
  try {
    return checkText(path, text, languageOfFile(path) ?? "markdown", builtInBook(), settings);
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
