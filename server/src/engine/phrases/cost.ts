import type { Element } from "./parse";
import { compile } from "./program";

/** The most work that one try of a phrase can take, in steps: what bounds how slow it can make the linter. */
export function costOf(elements: readonly Element[]): number {
  const { nodes } = compile(elements, () => 0);
  return nodes.reduce((sum, node) => sum + node.next.length, 0);
}

/** Whether a phrase begins with words to look for, and so need not be tried at every place. */
export function beginsWithWords(elements: readonly Element[]): boolean {
  const [first] = elements;
  if (!first || first.kind === "gap" || first.kind === "any") return false;
  return first.kind !== "choice" || (!first.optional && first.options.every(beginsWithWords));
}
