import type { Reading } from "../reading/reading";
import type { Sums } from "./model";

/**
 * Remembers what was worked out of a block by a book or a learned reader: it is worked out anew only when the block, or
 * the heading above it, was read anew. `lent` is what the heading lends, for whoever asks it.
 */
export function remembered<K extends object, T>(
  make: (reading: Reading, lent: Sums | undefined, by: K) => T,
): typeof make {
  const known = new WeakMap<K, WeakMap<Reading, { readonly lent: Sums | undefined; readonly view: T }>>();
  return (reading, lent, by) => {
    let views = known.get(by);
    if (!views) {
      views = new WeakMap();
      known.set(by, views);
    }
    const before = views.get(reading);
    if (before && before.lent === lent) return before.view;
    const view = make(reading, lent, by);
    views.set(reading, { lent, view });
    return view;
  };
}
