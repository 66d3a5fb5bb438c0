import type { Problem } from "../engine/definitions";
import { SUPPLIES, type Supply } from "../engine/finding";
import { FileReader } from "./read-file";

/** A sentence that plans often lack, with blanks in square brackets for what only the author knows. */
export interface ForgottenSentence {
  /** The name of its file and its place there: `payment-1`. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** What it is about, in a word or two. */
  readonly topic: string;
  /** What a plan supplies by saying it. */
  readonly supplies: Supply;
  /** Beginnings of words in the headings that it belongs under. */
  readonly headings: readonly string[];
  /** Why readers look for it. */
  readonly about: string;
}

export interface ForgottenSentences {
  readonly sentences: readonly ForgottenSentence[];
  readonly problems: readonly Problem[];
}

/** Reads `sentences/*.yaml`, by path relative to the rulebook. A broken file gives problems, and the rest is read. */
export function readSentences(files: Readonly<Record<string, string>>): ForgottenSentences {
  const problems: Problem[] = [];
  const sentences = Object.entries(files).flatMap(([path, text]) => {
    const name = /^sentences\/([\w-]+)\.yaml$/.exec(path)?.[1];
    if (!name) return [];
    const reader = new FileReader(path, text);
    const read = reader.root ? sentencesOf(reader, name) : [];
    problems.push(...reader.problems);
    return reader.problems.length ? [] : read;
  });
  return { sentences, problems };
}

function sentencesOf(reader: FileReader, name: string): ForgottenSentence[] {
  const root = reader.root!;
  reader.keys(root, ["title", "supplies", "headings", "about", "sentences"]);
  // Unlike a level, this has no value that could be taken for granted.
  reader.string(root, "supplies");
  const shared = {
    topic: reader.string(root, "title"),
    supplies: reader.oneOf(root, "supplies", SUPPLIES, SUPPLIES[0]),
    headings: reader.strings(root, "headings").map(({ value }) => value.toLowerCase()),
    about: reader.string(root, "about"),
  };
  return reader.maps(root, "sentences").map((map, place) => {
    reader.keys(map, ["title", "text"]);
    const [title, text] = [reader.string(map, "title"), reader.string(map, "text")];
    return { id: `${name}-${place + 1}`, title, text, ...shared };
  });
}
