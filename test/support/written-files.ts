import { comparable } from "../../server/src/config/uri";
import type { FileRead, Files } from "../../server/src/config/world";

/** Files that stand in the test itself, under `file:///`. A value that begins with `->` is a link. */
export class WrittenFiles implements Files {
  reads = 0;

  constructor(readonly texts: Record<string, string>) {}

  async read(uri: string): Promise<FileRead> {
    this.reads += 1;
    const real = await this.real(uri);
    const text = real === undefined ? undefined : this.texts[comparable(real).slice("file:///".length)];
    if (text === undefined) return { wrong: "missing" };
    return text.length > 256 * 1024 ? { wrong: "too large" } : { text };
  }

  async real(uri: string): Promise<string | undefined> {
    let path = comparable(uri).slice("file:///".length);
    for (const [from, to] of Object.entries(this.texts))
      if (to.startsWith("->") && (path === from || path.startsWith(`${from}/`)))
        path = to.slice(2) + path.slice(from.length);
    const there = Object.keys(this.texts).some((known) => known === path || known.startsWith(`${path}/`));
    return there ? `file:///${path}` : undefined;
  }

  async list(uri: string): Promise<readonly string[]> {
    const real = await this.real(uri);
    if (real === undefined) return [];
    const start = `${comparable(real).slice("file:///".length)}/`;
    const inside = Object.keys(this.texts).filter((path) => path.startsWith(start));
    return [...new Set(inside.map((path) => path.slice(start.length).replace(/\/.*/, "/")))];
  }
}
