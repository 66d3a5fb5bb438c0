import type { Chapter, PlacedChapter } from "./chapter";
import type { Sums } from "./learned/model";
import type { Placed, Section } from "./section";

/**
 * How one typed letter costs little, however long the document: what can be worked out of a part by itself is worked
 * out once and remembered by the part. A reading is of one block, a section is a heading with the blocks under it, a
 * chapter is some sections. An edit gives new readings for the blocks that it touched, and a new section and chapter
 * around them; every other part is the very same object as before, and so is what is remembered by it.
 *
 * `by` is the book or learned reader that it is worked out by. `lent` is what the heading above a block lends it; with
 * another one it is worked out anew; and so it is in another of the few parts into which a document falls.
 */
export function remembered<Of extends object, By extends object, T>(
  make: (of: Of, by: By, lent?: Sums, part?: number) => T,
): typeof make {
  const known = new WeakMap<By, WeakMap<Of, Known<T>>>();
  return (of, by, lent, part) => {
    let views = known.get(by);
    if (!views) {
      views = new WeakMap();
      known.set(by, views);
    }
    const before = views.get(of);
    if (before && before.lent === lent && before.part === part) return before.view;
    const view = make(of, by, lent, part);
    views.set(of, { lent, part, view });
    return view;
  };
}

interface Known<T> {
  readonly lent: Sums | undefined;
  readonly part: number | undefined;
  readonly view: T;
}

/** What can be worked out of something by itself alone, worked out once. */
export function onceFor<Of extends object, T>(make: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, { readonly view: T }>();
  return (of) => {
    let before = known.get(of);
    if (!before) {
      before = { view: make(of) };
      known.set(of, before);
    }
    return before.view;
  };
}

/** What is known of a part of something, and where the part stands there. */
export interface Part<T> extends Placed {
  readonly is: T;
}

/**
 * What is true of a whole document, from what is true of each of its sections. They are joined chapter by chapter, so
 * joining must come to the same however the sections are grouped: counts, maxima, lists in order.
 */
export function joined<By extends object, T>(
  ofSection: (section: Section, by: By) => T,
  join: (parts: readonly Part<T>[], by: By) => T,
): (document: { readonly chapters: readonly PlacedChapter[] }, by: By) => T {
  const ofChapter = remembered(({ sections }: Chapter, by: By) =>
    join(
      sections.map(({ section, first, start }) => ({ is: ofSection(section, by), first, start })),
      by,
    ),
  );
  return ({ chapters }, by) =>
    join(
      chapters.map(({ chapter, first, start }) => ({ is: ofChapter(chapter, by), first, start })),
      by,
    );
}
