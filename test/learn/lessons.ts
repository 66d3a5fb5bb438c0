import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Book } from "../../server/src/engine/book";
import { allDocuments, contrastSamples, supplySamples, teach } from "./samples";
import type { Lessons } from "./teach-reader";

export const SHARED = resolve("../shared/corpus");

/** Everything there is to learn from: the project's own corpus, and the shared one where it stands beside it. */
export function allLessons(book: Book): Lessons {
  const own = resolve("test/corpus");
  const shared = [join(SHARED, "written"), join(SHARED, "real")].filter(existsSync);
  return {
    documents: allDocuments(join(own, "plans"), shared).map((labelled) => teach(labelled, book)),
    contrasts: contrastSamples(join(own, "sentences"), book),
    supplies: supplySamples(join(own, "supplies"), book),
  };
}
