import type { Document } from "../engine/analyse";
import type { Span, Supply } from "../engine/finding";
import type { Overview } from "../engine/plan/overview";
import { builtInSentences } from "../rulebook/built-in-sentences";
import { plainWords } from "./completion";

/** What is missing stands nowhere: each thing is put where a reader would look for it, so that a click leads there. */
export function withPlaces(overview: Overview, document: Document): Overview {
  const missing = overview.missing.map((one) => ({ ...one, span: placeFor(one.supply, document) ?? one.span }));
  return { ...overview, missing };
}

/** The first of the words that a sentence belongs under tell of its topic; those after them only of what lies near. */
const SUREST = 7;

/** The heading that speaks most plainly of something; undefined where none does, and the title must stand for all. */
function placeFor(supply: Supply, document: Document): Span | undefined {
  const words = builtInSentences.find((sentence) => sentence.supplies === supply)?.headings.slice(0, SUREST) ?? [];
  const headings = headingsOf(document);
  for (const beginning of words) {
    const heading = headings.find(({ plain }) => plain.includes(` ${beginning}`));
    if (heading) return heading.span;
  }
  return undefined;
}

interface Heading {
  readonly plain: string;
  readonly span: Span;
}

function headingsOf({ blocks }: Document): Heading[] {
  const headings = blocks.flatMap(({ block, start, reading }) => {
    const span = reading.sentences[0]?.span;
    return block.kind === "heading" && span ? [{ block, start: start + span.start, end: start + span.end }] : [];
  });
  const [first, ...rest] = headings;
  // A heading above all others is the title, which speaks of the whole plan and of no place in it.
  const titled = first && rest.every(({ block }) => block.depth > first.block.depth);
  return (titled ? rest : headings).map(({ block, start, end }) => ({
    plain: ` ${plainWords(block.text)}`,
    span: { start, end },
  }));
}
