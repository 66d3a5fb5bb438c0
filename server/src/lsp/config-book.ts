import { type Beside, besideOf } from "../config/beside";
import type { Problem } from "../config/problem";
import type { Resolution } from "../config/resolution";
import { resolve } from "../config/resolve";
import { comparable, isWithin, join, liesSomewhere } from "../config/uri";
import { type Files, RememberedFiles } from "../config/world";
import { frontMatterText } from "../engine/blocks/front-matter";

/** What a document is judged by. */
export interface Ground {
  readonly resolution: Resolution;
  readonly beside: Beside;
  /** Equal for equal grounds, so that a change that changes nothing is told from one that does. */
  readonly key: string;
}

interface Entry {
  readonly frontMatter: string;
  ground: Promise<Ground>;
}

/** The configuration of each open document, found once and kept until a file that it rests on changes. */
export class ConfigBook {
  private readonly entries = new Map<string, Entry>();
  private readonly files: RememberedFiles;
  /** The ground of some document was found anew. */
  onFound: () => void = () => {};
  /** The URIs of the workspace's folders. */
  roots: readonly string[] = [];

  constructor(files: Files) {
    this.files = new RememberedFiles(files);
  }

  /** What a document is judged by. Its text matters for its front matter only. */
  of(uri: string, text: string): Promise<Ground> {
    const frontMatter = frontMatterText(text);
    const known = this.entries.get(uri);
    if (known?.frontMatter === frontMatter) return known.ground;
    // While nothing open rested on a file, nobody told of its changing: what is remembered of it may be old.
    if (!known) this.files.forget();
    const ground = this.find(uri, frontMatter);
    this.entries.set(uri, { frontMatter, ground });
    return ground;
  }

  /** The text of a file of the team's; undefined where there is none. */
  async textAt(uri: string): Promise<string | undefined> {
    const read = await this.files.read(uri);
    return "text" in read ? read.text : undefined;
  }

  /** The same for a document that is not open: nothing of it is kept, and no file is watched for its sake. */
  once(uri: string, text: string): Promise<Ground> {
    return this.entries.get(uri)?.ground ?? this.resolved(uri, frontMatterText(text));
  }

  forget(uri: string): void {
    this.entries.delete(uri);
  }

  /** Reads all files anew, and gives the documents that are judged otherwise now. */
  async readAnew(): Promise<string[]> {
    this.files.forget();
    const before = [...this.entries].map(([uri, entry]) => ({ uri, entry, ground: entry.ground }));
    // All are put in place before the first is waited for: who asks meanwhile must not get an old answer.
    for (const { uri, entry } of before) entry.ground = this.find(uri, entry.frontMatter);
    const changed = await Promise.all(
      before.map(async ({ uri, entry, ground }) => ((await ground).key === (await entry.ground).key ? [] : [uri])),
    );
    return changed.flat();
  }

  /** Whether a file or folder that came, changed or went may matter to what is open. */
  async restsOn(uri: string): Promise<boolean> {
    return (await this.watched()).some((place) => isWithin(uri, place) || isWithin(place, uri));
  }

  async watched(): Promise<readonly string[]> {
    const grounds = await this.grounds();
    const places = grounds.flatMap(({ resolution, beside }) => [...resolution.watch, ...beside.watch]);
    return [...new Map(places.map((place) => [comparable(place), place])).values()];
  }

  /** Everything that is amiss in the files that open documents rest on, each once. */
  async problems(): Promise<readonly Problem[]> {
    const all = (await this.grounds()).flatMap(({ resolution, beside }) => [
      ...resolution.problems,
      ...beside.problems,
    ]);
    return [...new Map(all.map((problem) => [JSON.stringify(problem), problem])).values()];
  }

  private grounds(): Promise<Ground[]> {
    return Promise.all([...this.entries.values()].map(({ ground }) => ground));
  }

  private async find(uri: string, frontMatter: string): Promise<Ground> {
    const ground = await this.resolved(uri, frontMatter);
    this.onFound();
    return ground;
  }

  private async resolved(uri: string, frontMatter: string): Promise<Ground> {
    const { files, roots } = this;
    const place = placeOf(uri, roots);
    const resolution = await resolve(place, { files, roots, ...(frontMatter ? { frontMatter } : {}) });
    const beside = await besideOf(place, resolution, files);
    return { resolution, beside, key: keyOf(resolution, beside) };
  }
}

/** A document that was never saved is judged as one in the first folder of the workspace would be. */
function placeOf(uri: string, roots: readonly string[]): string {
  const root = roots[0];
  return liesSomewhere(uri) || root === undefined ? uri : join(root, "Untitled.md");
}

function keyOf(resolution: Resolution, { side, baseline }: Beside): string {
  const { settings, extra, covered, hasConfiguration, kind } = resolution;
  const known = baseline ? [...baseline] : null;
  return JSON.stringify([settings, extra.key, covered, hasConfiguration, kind, side.entries, known]);
}
