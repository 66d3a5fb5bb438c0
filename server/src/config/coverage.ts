import type { Layer } from "./chain";
import { matches } from "./glob";
import type { Covered } from "./resolution";
import { nameOf, pathWithin } from "./uri";

/** Whether a document is to be checked at all, and why. What leaves out is stronger than what takes in. */
export function coverageOf(documentUri: string, layers: readonly Layer[], kind: string | undefined): Covered {
  if (kind !== undefined && kind !== "plan") return no(`Its front matter says that it is “${kind}”, not a plan.`);
  for (const layer of [...layers].reverse()) {
    const pattern = matching(documentUri, layer, layer.config.values.exclude);
    if (pattern) return no(`“exclude” in ${nameOf(layer.config.uri)} names it: ${pattern}.`);
  }
  if (kind === "plan") return yes("Its front matter says that it is a plan.");
  const layer = layers.findLast(({ config }) => config.values.include !== undefined);
  if (!layer) return yes(layers.length ? "No configuration leaves it out." : "There is no configuration for it.");
  const pattern = matching(documentUri, layer, layer.config.values.include);
  if (pattern) return yes(`“include” in ${nameOf(layer.config.uri)} names it: ${pattern}.`);
  return no(`“include” in ${nameOf(layer.config.uri)} doesn’t name it.`);
}

function matching(uri: string, { base }: Layer, patterns: readonly string[] = []): string | undefined {
  const path = pathWithin(uri, base);
  return path === undefined ? undefined : patterns.find((pattern) => matches(pattern, path));
}

function yes(because: string): Covered {
  return { yes: true, because };
}

function no(because: string): Covered {
  return { yes: false, because };
}
