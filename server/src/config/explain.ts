import type { Beside } from "./beside";
import type { Problem } from "./problem";
import type { Origin, Resolution } from "./resolution";
import { comparable, pathWithin } from "./uri";

/** What an explanation is about. */
export interface Explained {
  readonly uri: string;
  readonly resolution: Resolution;
  readonly beside: Beside;
}

/** Puts words into the language of whoever reads them. */
type Retell = (words: string) => string;

/** How a document is judged and who said so, for people to read: in a terminal and in an editor the same. */
export function explanationOf({ uri, resolution, beside }: Explained, retell: Retell = (words) => words): string {
  const named = (place: string) => shortened(place, resolution.boundary, retell);
  const section = (title: string, lines: readonly string[], none: string) =>
    sectionOf(retell(title), lines, retell(none));
  const { covered, files, origins } = resolution;
  const problems = [...resolution.problems, ...beside.problems];
  return [
    named(uri),
    `${retell(covered.yes ? "Checked." : "Not checked.")} ${retell(covered.because)}`,
    "",
    ...section(
      "Files read, each louder than those above it",
      files.map(({ uri: file, why }) => `${named(file)}: ${retell(why)}`),
      "none, so that the built-in settings hold",
    ),
    ...section("Settings in effect", settingsIn(origins, named), "none"),
    ...section("Set aside beside the document", asides(beside, retell), "nothing"),
    ...section(
      "To be mended",
      problems.map((problem) => told(problem, named, retell)),
      "nothing",
    ),
  ].join("\n");
}

function sectionOf(title: string, lines: readonly string[], none: string): string[] {
  const items = lines.length ? lines.map((line) => `  ${line}`) : [`  ${none}`];
  return [`${title}:`, ...items, ""];
}

function settingsIn(origins: ReadonlyMap<string, Origin>, named: (uri: string) => string): string[] {
  return [...origins].map(([key, { value, from, line }]) => {
    const place = line === undefined ? named(from) : `${named(from)}:${line}`;
    return `${key}: ${inWords(value)} (${place})`;
  });
}

function inWords(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function asides({ side, baseline }: Beside, retell: Retell): string[] {
  const suppressed = side.entries.map(({ fingerprint, rule, reason }) => `${rule ?? fingerprint}: ${reason}`);
  return baseline ? [...suppressed, retell(`${baseline.size} findings that the baseline knows`)] : suppressed;
}

function told({ file, line, column, message }: Problem, named: (uri: string) => string, retell: Retell): string {
  return `${named(file)}:${line}:${column} ${retell(message)}`;
}

/** Paths within the workspace are read more easily from its folder. What is no URI is a phrase, such as “built in”. */
function shortened(uri: string, boundary: string, retell: Retell): string {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(uri)) return retell(uri);
  return pathWithin(uri, boundary) ?? comparable(uri).replace(/^file:\/\//, "");
}
