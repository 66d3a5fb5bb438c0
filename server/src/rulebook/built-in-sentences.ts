import compiled from "virtual:rulebook";
import type { ForgottenSentence } from "./read-sentences";

/** The sentences that the product ships with, compiled from `rules/sentences/` when it is built. */
export const builtInSentences: readonly ForgottenSentence[] = compiled.sentences;
