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
  readonly blanks: readonly Blank[];
  readonly other: string;
}

interface Blank {
  readonly name: string;
  /** What stands in quotation marks or after a colon was written by somebody, and is told as it was written. */
  readonly asWritten: boolean;
}

/** The more of a sentence is fixed, the surer it is that it is that one, so the longest are tried first. */
function patternsOf(bundle: Bundle): Pattern[] {
  const open = Object.keys(bundle).filter((words) => BLANK.test(words) && fixedIn(words) >= LEAST_FIXED);
  return open.sort((a, b) => fixedIn(b) - fixedIn(a)).map((words) => patternOf(words, bundle[words]!));
}

function patternOf(words: string, other: string): Pattern {
  const parts = words.split(BLANK);
  const escaped = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const names = words.match(BLANKS) ?? [];
  return {
    english: new RegExp(`^${escaped.join("(.*?)")}$`, "s"),
    blanks: names.map((name, place) => ({ name, asWritten: /[“`:]\s?$/.test(parts[place]!) })),
    other,
  };
}

const BLANK = /\{\d\}/;
const BLANKS = /\{\d\}/g;
/** With fewer letters than these, a pattern fits what it is not meant for. */
const LEAST_FIXED = 8;

function fixedIn(words: string): number {
  return words.replace(BLANKS, "").length;
}

/** What fills a blank may be a sentence of its own, or a word of the interface. */
function retold({ blanks, other }: Pattern, match: RegExpExecArray, retell: Retell): string {
  return other.replace(BLANKS, (name) => {
    const place = blanks.findIndex((blank) => blank.name === name);
    const value = match[place + 1] ?? name;
    return blanks[place]?.asWritten ? value : aroundSpaces(value, retell);
  });
}

/** A sentence that follows another brings the space between them. */
function aroundSpaces(value: string, retell: Retell): string {
  const words = value.trim();
  return words ? value.replace(words, () => retell(words)) : value;
}
