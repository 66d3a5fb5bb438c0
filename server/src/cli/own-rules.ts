import { fileURLToPath } from "node:url";
import { findPath, packAt } from "../config/reach";
import type { Resolution } from "../config/resolution";
import { resolve } from "../config/resolve";
import { comparable, join, nameOf, upwards } from "../config/uri";
import { CONFIG_NAME, type Files } from "../config/world";
import type { ExplainOptions } from "./arguments";
import { Configuration } from "./configuration";

/** Where rules are asked for. */
export interface Place {
  readonly folder: string;
  /** Only the examples of this file are asked for. */
  readonly only: string | undefined;
}

type Way = (place: Place, configuration: Configuration, options: ExplainOptions) => Promise<Resolution | undefined>;

/**
 * The configurations that may name the rules of a place, the most telling first: the one that holds there, that of the
 * package that it is in, and one that was never written and names the files that lie there.
 */
export const WAYS: readonly Way[] = [byConfiguration, byPackage, byThemselves];

async function byConfiguration({ folder }: Place, configuration: Configuration): Promise<Resolution> {
  return (await configuration.of(join(folder, "Untitled.md"), "")).resolution;
}

/** A pack names its configuration in `package.json`, since the usual name would hold for the pack's own folder. */
async function byPackage({ folder }: Place, { files }: Configuration, options: ExplainOptions) {
  if (options.config !== undefined) return undefined;
  for (const one of upwards(folder)) {
    if ((await files.real(join(one, "package.json"))) === undefined) continue;
    const { path } = await packAt(one, undefined, files);
    const found = await findPath(path, one, { folders: [one], called: "its package" }, files);
    if ("wrong" in found) return undefined;
    const named = new Configuration({ ...options, config: fileURLToPath(found.uri) }, { withoutBaseline: true });
    return (await named.of(join(folder, "Untitled.md"), "")).resolution;
  }
  return undefined;
}

async function byThemselves({ folder, only }: Place, { files, root }: Configuration, { config }: ExplainOptions) {
  if (config !== undefined) return undefined;
  const named = only ? [only] : [...(await rulesIn(folder, files)), ...(await rulesIn(join(folder, "rules"), files))];
  if (named.length === 0) return undefined;
  const uri = join(folder, CONFIG_NAME);
  const paths = named.map((one) => (only ? one : comparable(one).slice(comparable(folder).length + 1)));
  const text = JSON.stringify({ rulePaths: paths });
  const read: Files["read"] = async (asked) => (asked === uri ? { text } : files.read(asked));
  const withIt: Files = { read, real: (asked) => files.real(asked), list: (asked) => files.list(asked) };
  return resolve(join(folder, "Untitled.md"), { files: withIt, roots: [root], config: uri });
}

/** Other YAML lies about in many folders: a rule says what it finds, or holds examples. */
async function rulesIn(folder: string, files: Files): Promise<string[]> {
  const found: string[] = [];
  for (const name of await files.list(folder)) {
    const read = /\.yaml$/.test(name) ? await files.read(join(folder, name)) : undefined;
    if (read && "text" in read && /^(?:find|examples):/m.test(read.text)) found.push(join(folder, name));
  }
  return found.filter((uri) => !nameOf(uri).includes("engagement-lint")).sort();
}
