import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Beside, besideOf } from "../config/beside";
import type { Problem } from "../config/problem";
import type { Origin, Resolution } from "../config/resolution";
import { resolve } from "../config/resolve";
import { bookOf } from "../config/team-book";
import { type Files, RememberedFiles } from "../config/world";
import type { Book } from "../engine/analyse";
import { frontMatterText } from "../engine/blocks/front-matter";
import { nodeFiles } from "../files/node-files";
import { builtInBook } from "../rulebook/built-in";
import { type ConfigOptions, UsageError } from "./arguments";
import { troubleOf } from "./trouble";

/** What one document is judged by. */
export interface Ground {
  readonly resolution: Resolution;
  readonly beside: Beside;
  readonly book: Book;
}

interface How {
  /** The baseline is about to be written, or is beside the point: it may be missing, and what it knows is told of. */
  readonly withoutBaseline: boolean;
}

/** A world in which no configuration was ever written. */
const NO_FILES: Files = {
  read: async () => ({ wrong: "missing" }),
  real: async (uri) => uri,
  list: async () => [],
};

/** Finds out how each document of a run is to be judged, and keeps what is amiss with the files that say so. */
export class Configuration {
  readonly files = new RememberedFiles(nodeFiles);
  readonly root = pathToFileURL(process.cwd()).href;
  private readonly amiss = new Map<string, Problem>();

  constructor(
    private readonly options: ConfigOptions,
    private readonly how: How = { withoutBaseline: false },
  ) {
    checkNames(options, builtInBook());
    if (options.config !== undefined) checkThere(options.config);
  }

  /** Everything that is amiss, each once however many documents rest on it. */
  get problems(): readonly Problem[] {
    return [...this.amiss.values()];
  }

  async of(uri: string, text: string): Promise<Ground> {
    const frontMatter = frontMatterText(text);
    const place = { files: this.files, roots: [this.root], ...(frontMatter ? { frontMatter } : {}) };
    const { config, noConfig } = this.options;
    const named = config === undefined ? {} : { config: pathToFileURL(config).href };
    const found = await resolve(uri, { ...place, ...named, ...(noConfig ? { files: NO_FILES } : {}) });
    const resolution = overruled(found, this.options);
    const { baseline, ...without } = resolution;
    const beside = await besideOf(uri, this.how.withoutBaseline ? without : resolution, this.files);
    for (const problem of [...resolution.problems, ...beside.problems])
      this.amiss.set(JSON.stringify(problem), problem);
    return { resolution, beside, book: bookOf(resolution) };
  }
}

/** Without the one that was asked for, everything would be judged as if nobody had asked. */
function checkThere(config: string): void {
  try {
    if (!statSync(config).isFile())
      throw new UsageError(`--config ${config} is no file. Name an engagement-lint.yaml.`);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { path, message } = troubleOf(config, error);
    throw new UsageError(`${path} ${message}.`);
  }
}

/** A name that nobody knows would be judged by none: better to say so. */
function checkNames({ framework, overlays = [] }: ConfigOptions, book: Book): void {
  const frameworks = book.frameworks.map(({ id }) => id);
  if (framework !== undefined && !frameworks.includes(framework))
    throw new UsageError(`There is no framework “${framework}”. It can be ${frameworks.join(", ")}.`);
  const known = book.overlays.map(({ id }) => id);
  const odd = overlays.find((overlay) => !known.includes(overlay));
  if (odd !== undefined) throw new UsageError(`There is no overlay “${odd}”. It can be ${known.join(", ")}.`);
}

/** What the command line says is louder than any file. */
function overruled(resolution: Resolution, { framework, overlays, everything }: ConfigOptions): Resolution {
  const said = Object.entries({ framework, overlays }).filter(([, value]) => value !== undefined);
  const origins = new Map(resolution.origins);
  for (const [key, value] of said) origins.set(key, { value, from: "the command line" } satisfies Origin);
  const settings = { ...resolution.settings, ...Object.fromEntries(said) };
  return { ...resolution, origins, settings: everything ? { ...settings, everything } : settings };
}
