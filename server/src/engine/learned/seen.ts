import type { Reading } from "../reading/reading";
import type { Sums } from "./model";
import type { Reader } from "./reader";

/**
 * Remembers what was worked out of a block under a heading: it is worked out anew only when the block or the heading
 * above it was read anew. `lent` is what the heading lends.
 */
export function remembered<T>(make: (reading: Reading, lent: Sums | undefined, reader: Reader) => T): typeof make {
  const known = new WeakMap<Reader, WeakMap<Reading, { readonly lent: Sums | undefined; readonly view: T }>>();
  return (reading, lent, reader) => {
    let views = known.get(reader);
    if (!views) {
      views = new WeakMap();
      known.set(reader, views);
    }
    const before = views.get(reading);
    if (before && before.lent === lent) return before.view;
    const view = make(reading, lent, reader);
    views.set(reading, { lent, view });
    return view;
  };
}
