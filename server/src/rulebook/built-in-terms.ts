import compiled from "virtual:rulebook";
import type { Term } from "../engine/terms";
import type { Reference } from "./read-reference";

/** The words of the field that the product explains, compiled from `rules/terms/` when it is built. */
export const builtInTerms: readonly Term[] = compiled.terms;

/** The names of sources and the questions of reviewers, compiled from `rules/reference/` when it is built. */
export const builtInReference: Reference = compiled.reference;
