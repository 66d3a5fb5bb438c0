import { escaped, escapedCell, escapedStart } from "./escape";

/** Some words of a paragraph that look alike, or a piece of Markdown that is to stand as it is. */
export interface Stretch {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly struck: boolean;
  readonly link: string;
  readonly raw: boolean;
}

export const PLAIN: Stretch = { text: "", bold: false, italic: false, struck: false, link: "", raw: false };

/** What a paragraph's words are put into: it decides what may stand in them. */
export type Vessel = "paragraph" | "heading" | "cell";

/** Words and their looks as Markdown. */
export function asMarkdown(stretches: readonly Stretch[], vessel: Vessel): string {
  const looks = vessel === "heading" ? stretches.map((one) => (one.raw ? one : { ...one, bold: false })) : stretches;
  const joined = byLink(joinAlike(looks)).map(({ link, parts }) => linked(parts.map(dressed).join(""), link));
  const text = joined
    .join("")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ *\n */g, "\n")
    .trim();
  return broken(text, vessel);
}

const BREAKS: Readonly<Record<Vessel, string>> = { paragraph: "\\\n", heading: " ", cell: "<br>" };

function broken(text: string, vessel: Vessel): string {
  const lines = text.split(/\n+/);
  const safe = vessel === "cell" ? lines.map(escapedCell) : vessel === "heading" ? lines : lines.map(escapedStart);
  return safe.join(BREAKS[vessel]);
}

function joinAlike(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const next of stretches) {
    const last = out.at(-1);
    if (last && alike(last, next)) out[out.length - 1] = { ...last, text: last.text + next.text };
    else out.push(next);
  }
  return out;
}

function alike(a: Stretch, b: Stretch): boolean {
  if (a.raw || b.raw) return false;
  // A space looks the same in every dress, so it doesn't end one.
  if (a.link === b.link && !b.text.trim()) return true;
  return a.link === b.link && a.bold === b.bold && a.italic === b.italic && a.struck === b.struck;
}

function byLink(stretches: readonly Stretch[]): { link: string; parts: Stretch[] }[] {
  const out: { link: string; parts: Stretch[] }[] = [];
  for (const stretch of stretches) {
    const last = out.at(-1);
    if (last && last.link === stretch.link) last.parts.push(stretch);
    else out.push({ link: stretch.link, parts: [stretch] });
  }
  return out;
}

/** Marks of emphasis must touch the words that they stress, or Markdown takes them for stars. */
function dressed({ text, bold, italic, struck, raw }: Stretch): string {
  if (raw) return text;
  const { before, words, after } = unpadded(text);
  const mark = `${struck ? "~~" : ""}${bold ? "**" : ""}${italic ? "*" : ""}`;
  const back = `${italic ? "*" : ""}${bold ? "**" : ""}${struck ? "~~" : ""}`;
  return words ? `${before}${mark}${escaped(words)}${back}${after}` : text;
}

function linked(words: string, link: string): string {
  if (!link || !words.trim()) return words;
  const { before, words: inner, after } = unpadded(words);
  return `${before}[${inner}](<${link.replace(/[<>\s]/g, encodeURIComponent)}>)${after}`;
}

function unpadded(text: string): { before: string; words: string; after: string } {
  const begun = text.trimStart();
  const words = begun.trimEnd();
  return { before: text.slice(0, text.length - begun.length), words, after: begun.slice(words.length) };
}
