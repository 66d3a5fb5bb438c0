import { type Bundle, bundleFor } from "./say";

/** Puts a finished English sentence into the reader's language; one that is not known stays as it is. */
export type Retell = (sentence: string) => string;

/**
 * For sentences from layers that know nothing of readers and their languages, such as what is amiss in a configuration:
 * told by what stays the same in them, whatever their blanks are filled with. Patterns are made once one is needed.
 */
export function retellIn(locale: string | undefined): Retell {
  const bundle = bundleFor(locale);
  if (!bundle) return (sentence) => sentence;
  let patterns: readonly Pattern[] | undefined;
  const retell: Retell = (sentence) => {
    if (Object.hasOwn(bundle, sentence)) return bundle[sentence]!;
    patterns ??= patternsOf(bundle);
    for (const pattern of patterns) {
      const match = pattern.english.exec(sentence);
      if (match) return retold(pattern, match, retell);
    }
    return sentence;
  };
  return retell;
}

interface Pattern {
  readonly english: RegExp;
  /** Which blank each of the pattern's groups stands for. */
  readonly blanks: readonly string[];
  readonly other: string;
}

/** The more of a sentence is fixed, the surer it is that it is that one, so the longest are tried first. */
function patternsOf(bundle: Bundle): Pattern[] {
  const open = Object.keys(bundle).filter((words) => BLANK.test(words) && fixedIn(words) >= LEAST_FIXED);
  open.sort((a, b) => fixedIn(b) - fixedIn(a));
  return open.map((words) => {
    const parts = words.split(/\{\d\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    const blanks = words.match(/\{\d\}/g)!;
    return { english: new RegExp(`^${parts.join("([^]*?)")}$`), blanks, other: bundle[words]! };
  });
}

const BLANK = /\{\d\}/;
/** With fewer letters than these, a pattern fits what it is not meant for. */
const LEAST_FIXED = 8;

function fixedIn(words: string): number {
  return words.replace(/\{\d\}/g, "").length;
}

/** What fills a blank may be a sentence of its own, or a word of the interface. */
function retold({ blanks, other }: Pattern, match: RegExpExecArray, retell: Retell): string {
  return other.replace(/\{\d\}/g, (blank) => retell(match[blanks.indexOf(blank) + 1] ?? blank));
}
