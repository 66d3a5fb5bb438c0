import type { Element } from "./parse";
import { compile, firstTakes } from "./program";

/**
 * The most steps that one try of a phrase can take: every way on from every node, at every word within its reach. It
 * bounds how slow the phrase can make the linter, whatever the text.
 */
export function costOf(elements: readonly Element[]): number {
  const { nodes } = compile(elements, () => 0);
  return nodes.reduce((sum, node) => sum + node.next.length, 0) * reachOf(elements);
}

/**
 * What a phrase can begin with. Phrases that begin alike are all tried at the same word, and those that begin with a
 * list may all be.
 */
export function beginningsOf(elements: readonly Element[]): ReadonlySet<string> {
  const takes = firstTakes(compile(elements, () => 0)) ?? [];
  return new Set(
    takes.map((take) =>
      take.kind === "word" ? `w ${take.word}` : take.kind === "stem" ? `s ${take.stem}` : take.kind,
    ),
  );
}

/** The most words that a phrase can take. An entry of a list counts as three. */
function reachOf(elements: readonly Element[]): number {
  return elements.reduce((sum, element) => {
    if (element.kind === "gap") return sum + element.most;
    if (element.kind === "list") return sum + 3;
    return sum + (element.kind === "choice" ? Math.max(...element.options.map(reachOf)) : 1);
  }, 0);
}

/** Whether a phrase begins with words to look for, and so need not be tried at every place. */
export function beginsWithWords(elements: readonly Element[]): boolean {
  const [first] = elements;
  if (!first || first.kind === "gap" || first.kind === "any") return false;
  return first.kind !== "choice" || (!first.optional && first.options.every(beginsWithWords));
}
