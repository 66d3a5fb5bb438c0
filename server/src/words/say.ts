import welsh from "../../../l10n/server.l10n.cy.json";

/** Says words of the interface in the reader's language; blanks such as `{0}` are filled with what is handed in. */
export type Say = (words: string, ...values: readonly (string | number)[]) => string;

/** English words, which are their own keys, with what stands for them in another language. */
export type Bundle = Readonly<Record<string, string>>;

/** Built in, since a worker in a browser could read no file of them. */
const BUNDLES: ReadonlyMap<string, Bundle> = new Map([["cy", welsh]]);

/** The words of a language, of whatever country; undefined for English and for what nobody has put in words yet. */
export function bundleFor(locale: string | undefined): Bundle | undefined {
  return BUNDLES.get(locale?.toLowerCase().split(/[-_]/)[0] ?? "");
}

export function sayIn(locale: string | undefined): Say {
  const bundle = bundleFor(locale);
  return (words, ...values) => filled(wordsIn(bundle, words), values);
}

export const inEnglish: Say = (words, ...values) => filled(words, values);

/** A name that a team gave to something of its own stands in no bundle, and stays as it is. */
function wordsIn(bundle: Bundle | undefined, words: string): string {
  return bundle && Object.hasOwn(bundle, words) ? bundle[words]! : words;
}

function filled(words: string, values: readonly (string | number)[]): string {
  return values.length ? words.replace(/\{(\d)\}/g, (blank, place) => String(values[Number(place)] ?? blank)) : words;
}
