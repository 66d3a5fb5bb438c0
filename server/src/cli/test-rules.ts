import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Tried, tryExamples } from "../config/examples";
import type { Resolution } from "../config/resolution";
import { comparable, folderOf, join, nameOf } from "../config/uri";
import type { ExplainOptions } from "./arguments";
import { printable } from "./as-text";
import { Configuration } from "./configuration";
import { EXIT } from "./exit";
import { plural } from "./plural";
import { shownPath, type Trouble, tellTroubles, troubleOf, troubleOfProblem } from "./trouble";

/** Tries the examples in the team's own rules, and tells of each with its file and line. */
export async function testRules(options: ExplainOptions): Promise<number> {
  const configuration = new Configuration(options, { withoutBaseline: true });
  const troubles: Trouble[] = [];
  const lines = new Map<string, boolean>();
  for (const path of options.paths) {
    const found = placeOf(path);
    if ("message" in found) troubles.push(found);
    else for (const [line, ok] of await testAt(found, configuration)) lines.set(line, ok);
  }
  const failed = [...lines.values()].filter((ok) => !ok).length;
  process.stdout.write([...lines.keys(), summary(lines.size, failed)].map((line) => `${line}\n`).join(""));
  const all = [...troubles, ...configuration.problems.map(troubleOfProblem)];
  tellTroubles(all);
  if (all.length) return EXIT.trouble;
  return failed ? EXIT.findings : EXIT.clean;
}

interface Place {
  readonly folder: string;
  /** Only the examples of this file are asked for. */
  readonly only: string | undefined;
}

/** A folder stands for the configuration that holds in it; a rule's file for that rule. */
function placeOf(path: string): Place | Trouble {
  try {
    const full = resolve(path);
    const isFolder = statSync(full).isDirectory();
    return { folder: pathToFileURL(isFolder ? full : dirname(full)).href, only: isFolder ? undefined : basename(full) };
  } catch (error) {
    return troubleOf(path, error);
  }
}

async function testAt({ folder, only }: Place, configuration: Configuration): Promise<[string, boolean][]> {
  const { resolution } = await configuration.of(join(folder, "Untitled.md"), "");
  const told: [string, boolean][] = [];
  for (const tried of tryExamples(resolution.extra)) {
    const uri = fileOf(tried, resolution);
    if (only !== undefined && comparable(uri) !== comparable(join(folder, only))) continue;
    const line = tried.line ?? (await lineOf(tried.text, uri, configuration));
    const text = printable(tried.text.replace(/\s+/g, " ")).slice(0, LONGEST_TEXT);
    told.push([
      `${shownPath(uri)}:${line} ${tried.wrong ? `failed “${text}” ${printable(tried.wrong)}` : `ok “${text}”`}`,
      !tried.wrong,
    ]);
  }
  return told;
}

const LONGEST_TEXT = 80;

/** A rule's file is named after the rule, and was read to get here. */
function fileOf({ of, isFact }: Tried, { watch }: Resolution): string {
  const named = watch.filter((uri) => nameOf(uri) === `${of}.yaml`);
  return named.find((uri) => (nameOf(folderOf(uri)) === "facts") === isFact) ?? `${of}.yaml`;
}

/** The line on which an example begins, as far as it can be found by its words. */
async function lineOf(text: string, uri: string, { files }: Configuration): Promise<number> {
  const read = await files.read(uri);
  const start = text.split("\n")[0]!.slice(0, 40);
  const at = "text" in read ? read.text.split("\n").findIndex((line) => line.includes(start)) : -1;
  return at < 0 ? 1 : at + 1;
}

function summary(tried: number, failed: number): string {
  if (tried === 0)
    return "There are no rules of your own to test. Name their files under rulePaths in engagement-lint.yaml.";
  return failed
    ? `${failed} of ${plural(tried, "example")} failed.`
    : `${plural(tried, "example")} tried; all are as they should be.`;
}
