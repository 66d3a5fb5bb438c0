import { builtInLists, builtInVocabularies } from "./built-in-names";
import type { Problem } from "./problem";
import { findPack, findPath, isInReach, type Reach } from "./reach";
import { type ConfigFile, type Place, readConfig } from "./read-config";
import type { FileUsed } from "./resolution";
import { comparable, folderOf, join, nameOf, upwards } from "./uri";
import { CONFIG_NAME, type Files } from "./world";

/** One configuration in the order of reading: a later one speaks louder. */
export interface Layer {
  readonly config: ConfigFile;
  readonly reach: Reach;
  /** The folder that its patterns are seen from: for a pack, that of the configuration that extends it. */
  readonly base: string;
}

/** A framework that a file starts from stands before the file, as a layer of one word. */
export interface Start {
  readonly framework: string;
  readonly place: Place;
}

const MOST_DEPTH = 16;
const MOST_FILES = 100;

/** Collects the configurations that bear on a document, with all that they extend. */
export class Chain {
  readonly layers: (Layer | Start)[] = [];
  readonly used: FileUsed[] = [];
  readonly problems: Problem[] = [];
  readonly watch = new Set<string>();
  private readonly taken = new Set<string>();

  constructor(
    private readonly files: Files,
    private readonly workspace: Reach,
  ) {}

  /** From the boundary down to the document's folder. A file that says `root: true` is the outermost. */
  async collect(folder: string, boundary: string): Promise<void> {
    const found: ConfigFile[] = [];
    for (const one of upwards(folder)) {
      const config = await this.found(join(one, CONFIG_NAME));
      if (config) found.push(config);
      if (config?.values.root || comparable(one) === comparable(boundary)) break;
    }
    const [nearest] = found;
    for (const config of found.reverse()) {
      const layer = { config, reach: this.workspace, base: folderOf(config.uri) };
      await this.add(layer, config === nearest ? "nearest to the document" : "in a folder above", []);
    }
  }

  /** A configuration may be found that is a link out of the workspace. */
  private async found(uri: string): Promise<ConfigFile | undefined> {
    const config = await this.read(uri);
    const real = config && (await this.files.real(uri));
    if (!config || !real || (await isInReach(real, this.workspace, this.files))) return config;
    this.problems.push({ file: uri, line: 1, column: 1, message: LEADS_OUT });
    return undefined;
  }

  /** Somebody names the configuration to use, and none is looked for. What lies beside it is in its reach. */
  async collectNamed(uri: string): Promise<void> {
    const config = await this.read(uri);
    const base = folderOf(uri);
    const reach = { ...this.workspace, folders: [...this.workspace.folders, base] };
    if (config) await this.add({ config, reach, base }, "named by whoever asked", []);
  }

  private async add(layer: Layer, why: string, open: readonly string[]): Promise<void> {
    const { config } = layer;
    const real = (await this.files.real(config.uri)) ?? config.uri;
    if (this.taken.has(real)) return;
    this.taken.add(real);
    this.problems.push(...config.problems);
    const names = config.values.extends ?? [];
    for (const [number, name] of names.entries())
      await this.extend(layer, name, config.lines.get(`extends.${number}`)!, [...open, real]);
    this.layers.push(layer);
    this.used.push({ uri: config.uri, why });
  }

  private async extend(layer: Layer, name: string, place: Place, open: readonly string[]): Promise<void> {
    if (builtInVocabularies().framework.some((framework) => framework.name === name)) {
      this.layers.push({ framework: name, place });
      return;
    }
    const target = await this.target(layer, name);
    if ("wrong" in target) {
      this.problems.push({ ...place, message: target.wrong });
      return;
    }
    const real = (await this.files.real(target.uri)) ?? target.uri;
    const fault = this.faultOf(name, real, open);
    const config = fault ? undefined : await this.read(target.uri);
    if (fault) this.problems.push({ ...place, message: fault });
    else if (config) await this.add({ ...target, config }, `extended by ${nameOf(layer.config.uri)}`, open);
    else this.problems.push({ ...place, message: `“${name}” holds no ${nameOf(target.uri)}. Check the name.` });
  }

  private faultOf(name: string, real: string, open: readonly string[]): string | undefined {
    if (open.includes(real))
      return `“${name}” comes back to a file that this one is extended by. Take one of the two out.`;
    if (open.length >= MOST_DEPTH)
      return `“${name}” is extended ${MOST_DEPTH} files deep and is not read. Extend it sooner.`;
    if (this.taken.size >= MOST_FILES)
      return `“${name}” is not read: over ${MOST_FILES} configurations are extended already.`;
    return undefined;
  }

  private async target(
    layer: Layer,
    name: string,
  ): Promise<{ uri: string; reach: Reach; base: string } | { wrong: string }> {
    const folder = folderOf(layer.config.uri);
    if (/^(?:\.|[\\/]|[a-z]:|file:)/i.test(name)) {
      const path = /\.ya?ml$/i.test(name) ? name : `${name}/${CONFIG_NAME}`;
      this.watch.add(join(folder, path));
      const found = await findPath(path, folder, layer.reach, this.files);
      return "wrong" in found ? found : { ...found, reach: layer.reach, base: folderOf(found.uri) };
    }
    const from = (await this.files.real(folder)) ?? folder;
    const pack = await findPack(name, from, this.workspace, this.files, (uri) => this.watch.add(uri));
    if ("wrong" in pack) return pack;
    const reach = { folders: [pack.folder], called: "its package" };
    const found = await findPath(pack.path, pack.folder, reach, this.files);
    if ("wrong" in found)
      return { wrong: `The package “${name}” has no ${pack.path} that can be read. Ask its makers.` };
    return { ...found, reach, base: layer.base };
  }

  private async read(uri: string): Promise<ConfigFile | undefined> {
    this.watch.add(uri);
    const read = await this.files.read(uri);
    if ("text" in read) return readConfig(uri, read.text, builtInVocabularies(), builtInLists());
    if (read.wrong !== "missing")
      this.problems.push({ file: uri, line: 1, column: 1, message: UNREADABLE[read.wrong] });
    return undefined;
  }
}

export const LEADS_OUT =
  "The file is a link that leads out of the workspace and is not read. Put the file itself here.";

/** What to do about a file that can't be read. */
export const UNREADABLE = {
  "too large": "The file is over 256 kB and is not read. Split it, or check that it is the right one.",
  "not text": "The file is no text in UTF-8 and is not read. Save it as UTF-8.",
} as const;
