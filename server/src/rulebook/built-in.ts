import type { Book } from "../engine/analyse";

/** The book that the product ships with, compiled from `rules/` when it is built. */
export function builtInBook(): Book {
  return { rules: [{ id: "people-first-wording", title: "People are named by a label" }] };
}
