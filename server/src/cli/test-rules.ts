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
import { type Place, WAYS } from "./own-rules";
import { plural } from "./plural";
import { shownPath, type Trouble, tellTroubles, troubleOf, troubleOfProblem } from "./trouble";

/** Tries the examples in the team's own rules, and tells of each with its file and line. */
export async function testRules(options: ExplainOptions): Promise<number> {
  const configuration = new Configuration(options, { withoutBaseline: true });
  const troubles = new Map<string, Trouble>();
  const lines = new Map<string, boolean>();
  const amiss = (trouble: Trouble) => troubles.set(JSON.stringify(trouble), trouble);
  for (const path of options.paths) {
    const place = placeOf(path);
    const found =
      "message" in place ? { told: [], troubles: [place] } : await testAt(path, place, configuration, options);
    for (const [line, ok] of found.told) lines.set(line, ok);
    for (const trouble of found.troubles) amiss(trouble);
  }
  const failed = [...lines.values()].filter((ok) => !ok).length;
  const said = lines.size ? [...lines.keys(), summary(lines.size, failed)] : [];
  process.stdout.write(said.map((line) => `${line}\n`).join(""));
  tellTroubles([...troubles.values()]);
  if (troubles.size) return EXIT.trouble;
  return failed ? EXIT.findings : EXIT.clean;
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

interface Outcome {
  /** A line on each example, and whether it is as it should be. */
  readonly told: readonly (readonly [string, boolean])[];
  readonly troubles: readonly Trouble[];
}

async function testAt(
  path: string,
  place: Place,
  configuration: Configuration,
  options: ExplainOptions,
): Promise<Outcome> {
  const before: Trouble[] = [];
  for (const way of WAYS) {
    const resolution = await way(place, configuration, options);
    if (!resolution) continue;
    const told = await tellOf(resolution, place, configuration);
    before.push(...resolution.problems.map(troubleOfProblem));
    // A file that was asked for by name is tried, whatever is wrong elsewhere.
    if (told.length || (before.length && !place.only)) return { told, troubles: before };
  }
  return { told: [], troubles: before.length ? before : [{ path, message: NOTHING }] };
}

const NOTHING = "holds no rules of your own to test. Name their files under rulePaths in engagement-lint.yaml, or here";

async function tellOf(
  resolution: Resolution,
  { folder, only }: Place,
  configuration: Configuration,
): Promise<[string, boolean][]> {
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
  return failed
    ? `${failed} of ${plural(tried, "example")} failed.`
    : `${plural(tried, "example")} tried; all are as they should be.`;
}
