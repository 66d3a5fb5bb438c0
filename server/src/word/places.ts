/** Where something stands in a Word document, which has no lines to count. */
export interface WordPlace {
  /** The nearest heading above it; empty before the first. */
  readonly heading: string;
  /** Counted from 1 beneath the heading; 0 for the heading itself. */
  readonly paragraph: number;
  /** For what stands in a table: which one beneath the heading, and in which row; counted from 1. */
  readonly table?: number;
  readonly row?: number;
  readonly footnote?: string;
}

/** Where a stretch of the Markdown begins that stands in one place of the Word document. */
export interface Placed {
  readonly start: number;
  readonly place: WordPlace;
}

/** The place of an offset in the Markdown: that of the last stretch that begins before it. */
export function placeAt(places: readonly Placed[], offset: number): WordPlace {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return places[Math.max(0, low - 1)]?.place ?? { heading: "", paragraph: 1 };
}

/** “Payment, paragraph 3”; “the heading “Payment”” for the heading itself. */
export function describePlace({ heading, paragraph, table, row, footnote }: WordPlace): string {
  if (footnote !== undefined) return `footnote ${footnote}`;
  if (paragraph === 0 && table === undefined) return heading ? `the heading “${heading}”` : "the beginning";
  const within = table === undefined ? `paragraph ${paragraph}` : `table ${table}, row ${row}`;
  return [heading, within].filter(Boolean).join(", ");
}
