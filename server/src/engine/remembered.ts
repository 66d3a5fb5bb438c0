import type { Sums } from "./learned/model";

/**
 * How one typed letter costs little, however long the document: what can be worked out of a part by itself is worked
 * out once and remembered by the part. The parts are readings (one block each) and sections (a heading and the blocks
 * under it). An edit gives new readings for the blocks that it touched and a new section around them; every other part
 * is the very same object as before, and so is what is remembered by it. What is true of a whole document is then added
 * up over its sections: counts and maxima only, so that the order in which they came doesn't matter.
 *
 * `by` is the book or learned reader that it is worked out by. `lent` is what the heading above a block lends it; with
 * another one it is worked out anew.
 */
export function remembered<Of extends object, By extends object, T>(
  make: (of: Of, by: By, lent?: Sums) => T,
): (of: Of, by: By, lent?: Sums) => T {
  const known = new WeakMap<By, WeakMap<Of, { readonly lent: Sums | undefined; readonly view: T }>>();
  return (of, by, lent) => {
    let views = known.get(by);
    if (!views) {
      views = new WeakMap();
      known.set(by, views);
    }
    const before = views.get(of);
    if (before && before.lent === lent) return before.view;
    const view = make(of, by, lent);
    views.set(of, { lent, view });
    return view;
  };
}
