import { comment } from "./escape";
import { Manuscript } from "./manuscript";
import { noteWords } from "./notes";
import type { Placed } from "./places";
import { BodyReader, type WordBlock } from "./read-body";
import { readWords } from "./read-words";
import { WordPackage } from "./word-package";
import { WordTrouble } from "./word-trouble";
import { asMarkdown } from "./words";
import { at, elements, wordsOf } from "./xml";

/** A Word document as Markdown. */
export interface WordText {
  readonly markdown: string;
  /** Where the parts of the Markdown stand in the Word document; in order. */
  readonly places: readonly Placed[];
  /** What could not be kept, a line for each kind. The Markdown says it too, at its beginning. */
  readonly lost: readonly string[];
}

/** Turns the bytes of a .docx into Markdown, or throws a WordTrouble that says why it can't be read. */
export function readWord(bytes: Uint8Array): WordText {
  const file = new WordPackage(bytes);
  const body = at(file.document(), "w:body");
  if (!body) throw new WordTrouble("holds no text. Open it in Word and save it again");
  const manuscript = new Manuscript(file);
  const { blocks } = new BodyReader(manuscript, body);
  const notes = footnotes(manuscript);
  countRunning(manuscript);
  const lost = manuscript.lost.lines();
  const { changes, notes: comments } = manuscript;
  return {
    ...joined([
      ...aside("Word held more than this text can. What became of it:", bulleted(lost)),
      ...blocks,
      ...notes,
      ...aside("Comments in the Word document:", comments.commentLines()),
      ...aside("Tracked changes in the Word document, taken as accepted:", bulleted(changes.lines())),
    ]),
    lost,
  };
}

/** Notes can't name notes, but they can be commented upon; so they are read before the comments are listed. */
function footnotes(manuscript: Manuscript): WordBlock[] {
  return manuscript.notes.footnotes.map(({ label, element }) => {
    const place = { heading: "", paragraph: 0, footnote: label };
    manuscript.place = place;
    const words = noteWords(element, (paragraph) =>
      asMarkdown(readWords(elements(paragraph), manuscript).stretches, "heading"),
    );
    return { markdown: `[^${label}]: ${words}`, item: false, places: [{ offset: 0, place }] };
  });
}

/** What stands at the head and foot of every page is told of, for it may say that this is a draft. */
function countRunning({ file, lost }: Manuscript): void {
  const words = ["header", "footer"].flatMap((type) => file.related(type)).map(wordsOf);
  for (const one of new Set(words)) if (/\p{L}/u.test(one)) lost.add("running", one);
}

function bulleted(lines: readonly string[]): string[] {
  return lines.map((line) => `- ${line}`);
}

/** Lines for whoever reads the source: a comment, because they are no part of the plan. */
function aside(title: string, lines: readonly string[]): WordBlock[] {
  return lines.length ? [{ markdown: comment([title, ...lines, ""].join("\n")), item: false, places: [] }] : [];
}

function joined(blocks: readonly WordBlock[]): { markdown: string; places: Placed[] } {
  const places: Placed[] = [];
  let markdown = "";
  blocks.forEach(({ markdown: text, item, places: own }, index) => {
    if (index) markdown += item && blocks[index - 1]!.item ? "\n" : "\n\n";
    for (const { offset, place } of own) places.push({ start: markdown.length + offset, place });
    markdown += text;
  });
  return { markdown: markdown && `${markdown}\n`, places };
}
