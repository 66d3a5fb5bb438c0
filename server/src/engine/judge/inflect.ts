const IRREGULAR_PAST: Readonly<Record<string, string>> = {
  hold: "held",
  run: "ran",
  hear: "heard",
  tell: "told",
  meet: "met",
  seek: "sought",
  take: "took",
};

/**
 * Gives `to` the inflection that `word` has over its base: `coproduced` over `coproduce` turns `consult on` into
 * `consulted on`. The first word of `to` is the one inflected.
 */
export function inflectLike(word: string, base: string, to: string): string {
  const [verb, ...rest] = to.split(" ");
  const inflected = inflectWord(verb!, endingOf(word, base));
  return [inflected, ...rest].join(" ");
}

type Ending = "" | "s" | "ed" | "ing";

function endingOf(word: string, base: string): Ending {
  if (word === base) return "";
  if (word.endsWith("ing") && !base.endsWith("ing")) return "ing";
  if (word.endsWith("ed") && !base.endsWith("ed")) return "ed";
  return word.endsWith("s") && !base.endsWith("s") ? "s" : "";
}

function inflectWord(word: string, ending: Ending): string {
  if (ending === "") return word;
  if (ending === "s")
    return /(?:s|sh|ch|x|z)$/.test(word)
      ? `${word}es`
      : /[^aeiou]y$/.test(word)
        ? `${word.slice(0, -1)}ies`
        : `${word}s`;
  if (ending === "ed" && IRREGULAR_PAST[word]) return IRREGULAR_PAST[word];
  const stem = word.endsWith("e") && !/(?:ee|oe|ye)$/.test(word) ? word.slice(0, -1) : word;
  if (ending === "ed") return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${stem}ed`;
  return `${stem}ing`;
}

/** Gives a replacement the capitals of what it replaces: none, the first letter, or all. */
export function matchCapitals(found: string, replacement: string): string {
  const letters = found.replace(/[^\p{L}]/gu, "");
  if (letters.length > 3 && letters === letters.toUpperCase()) return replacement.toUpperCase();
  const first = letters[0] ?? "";
  return first !== first.toLowerCase() ? replacement[0]!.toUpperCase() + replacement.slice(1) : replacement;
}
