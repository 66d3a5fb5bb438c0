import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { BASELINE_NAME, baselineText, type Entries, entriesOf, pathFrom, readBaseline } from "../config/baseline-file";
import { folderOf, isWithin, join } from "../config/uri";
import { mostBytesOf } from "../config/world";
import type { BaselineOptions } from "./arguments";
import type { Checked } from "./checked";
import { Configuration } from "./configuration";
import { EXIT } from "./exit";
import { plural } from "./plural";
import { readDocuments } from "./read-documents";
import { shownPath, type Trouble, tellTroubles } from "./trouble";

/** Writes down what is found now, so that from now on only what is new is told of. */
export async function writeBaseline(options: BaselineOptions): Promise<number> {
  const configuration = new Configuration(options, { withoutBaseline: true });
  const { checked, troubles } = await readDocuments(options.paths, configuration);
  const all = [...troubles];
  // Half of the findings would be written as if they were all of them.
  if (all.length === 0) {
    for (const [uri, documents] of byBaseline(checked)) {
      const trouble = await write(uri, documents, configuration);
      if (trouble) all.push(trouble);
    }
  } else
    all.push({ path: "the baseline", message: "is left as it was. Mend what is told of above, and write it again" });
  tellTroubles(all);
  return all.length ? EXIT.trouble : EXIT.clean;
}

/** Documents in different folders may have different baselines. */
function byBaseline(checked: readonly Checked[]): Map<string, Checked[]> {
  const groups = new Map<string, Checked[]>();
  for (const one of checked) {
    const { baseline, boundary } = one.resolution;
    const uri = baseline?.uri ?? join(boundary, BASELINE_NAME);
    groups.set(uri, [...(groups.get(uri) ?? []), one]);
  }
  return groups;
}

async function write(
  uri: string,
  documents: readonly Checked[],
  configuration: Configuration,
): Promise<Trouble | undefined> {
  const folder = folderOf(uri);
  const path = shownPath(uri);
  const boundary = documents[0]!.resolution.boundary;
  if (!(await liesWithin(uri, boundary, configuration)))
    return { path, message: "leads out of the workspace and is not written. Name a file inside it" };
  const entries = new Map(await keptEntries(uri, configuration));
  for (const { path: document, verdict } of documents)
    entries.set(pathFrom(folder, pathToFileURL(document).href), entriesOf(verdict.all));
  const text = baselineText(entries);
  if (Buffer.byteLength(text) > mostBytesOf(uri))
    return { path, message: "would be too large to be read again. Exclude documents that nobody changes any more" };
  writeFileSync(fileURLToPath(uri), text);
  const number = documents.reduce((sum, { verdict }) => sum + verdict.all.length, 0);
  const named = documents.some(({ resolution }) => resolution.baseline);
  const hint = named
    ? ""
    : ` Add “baseline: ${BASELINE_NAME}” to engagement-lint.yaml in that folder for it to be used.`;
  process.stdout.write(
    `${path}: ${plural(number, "finding")} in ${plural(documents.length, "document")} written.${hint}\n`,
  );
  return undefined;
}

/** A link in the way could lead anywhere. */
async function liesWithin(uri: string, boundary: string, { files }: Configuration): Promise<boolean> {
  const real = (await files.real(uri)) ?? (await files.real(folderOf(uri)));
  return real !== undefined && isWithin(real, (await files.real(boundary)) ?? boundary);
}

/** What was known of documents that weren't read this time, as long as they are there. */
async function keptEntries(uri: string, { files }: Configuration): Promise<Entries> {
  const read = await files.read(uri);
  const known = "text" in read ? readBaseline(read.text) : new Map();
  if (typeof known === "string") return new Map();
  const folder = folderOf(uri);
  return new Map([...known].filter(([path]) => existsSync(fileURLToPath(join(folder, path)))));
}
