import { makeBlock, type PlacedBlock } from "./block";

/** A rule of dashes at the head of a text opens front matter only when it is closed within so many units. */
const LONGEST = 20_000;

/** The length of the front matter at the start of a text, its fences included; 0 where there is none. */
export function frontMatterLength(text: string): number {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!open) return 0;
  const close = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
  close.lastIndex = open[0].length;
  const end = close.exec(text.slice(0, LONGEST));
  return end ? end.index + end[0].length : 0;
}

/** The prose that stands in the values of front matter: each value that reads as a sentence is a block. */
export function frontMatterBlocks(text: string): PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  const value = /^[ \t]*(?:-[ \t]+)?(?:([\w .-]+):[ \t]+)?(\S.*)$/gm;
  for (const match of text.matchAll(value)) {
    const prose = match[2]!;
    if (/^(?:---|#|\|[-+]?$|>[-+]?$)/.test(prose) || prose.split(/\s+/).length < 5) continue;
    const start = match.index + match[0].length - prose.length;
    placed.push({ block: makeBlock({ kind: "metadata", text: prose }), start });
  }
  return placed;
}

/** The plain `key: value` pairs of front matter, by their key. */
export function frontMatterKeys(text: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const match of text.matchAll(/^([\w-]+):[ \t]*["']?(.*?)["']?[ \t]*$/gm)) keys.set(match[1]!, match[2]!);
  return keys;
}

/** What stands between the fences; empty where there is no front matter. */
export function frontMatterText(text: string): string {
  return text.slice(0, frontMatterLength(text)).split(/\r?\n/).slice(1, -2).join("\n");
}
