/** Puts a sentence of the interface into the reader's language, with `{0}` and so on filled in. */
export type Say = (english: string, ...fillings: readonly (string | number)[]) => string;

/** `bundle` holds translations by their English; what it lacks is said in English. */
export function sayIn(bundle: Readonly<Record<string, string>> = {}): Say {
  return (english, ...fillings) =>
    (bundle[english] ?? english).replace(/\{(\d+)\}/g, (blank, number) => String(fillings[Number(number)] ?? blank));
}
