import { stem } from "../text/stem";
import { tokens } from "../text/tokens";

/**
 * The phrase language. Words, parted by blanks; a blank also matches a hyphen, a line break or a comma.
 *
 *     word          the word itself, in any case        <decide>    any form of the word; <decide|choose> of either
 *     a|b           either word                         (a b|c d)   either phrase
 *     word?  (a b)? may be left out                     *           any one word
 *     ...           up to eight words, or none          ...3        up to three
 *     #             a number                            {people}    any entry of the word list `people`
 */
export type Element =
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "stem"; readonly stem: string }
  | { readonly kind: "list"; readonly list: string }
  | { readonly kind: "number" }
  | { readonly kind: "any" }
  | { readonly kind: "gap"; readonly most: number }
  | { readonly kind: "choice"; readonly options: readonly (readonly Element[])[]; readonly optional: boolean };

/** A phrase that can't be read. `column` counts from 0 within the phrase. */
export class PhraseError extends Error {
  constructor(
    message: string,
    readonly column: number,
  ) {
    super(message);
  }
}

const GAP = 8;
const MOST_GAP = 20;
const MOST_LENGTH = 400;

/** Reads a phrase. Throws `PhraseError` with what is wrong and the cure. */
export function parsePhrase(text: string): Element[] {
  if (text.length > MOST_LENGTH) throw new PhraseError(`longer than ${MOST_LENGTH} characters: split it in two`, 0);
  const parser = new PhraseParser(text);
  const elements = parser.sequence("");
  if (!elements.some((element) => element.kind !== "gap" && element.kind !== "any"))
    throw new PhraseError("holds no word: name at least one", 0);
  return elements;
}

class PhraseParser {
  private at = 0;
  /** Inside brackets a bar parts whole phrases; outside, single words. */
  private brackets = 0;
  constructor(private readonly text: string) {}

  /** Reads elements until one of `stops` or the end. */
  sequence(stops: string): Element[] {
    const elements: Element[] = [];
    for (;;) {
      this.blanks();
      const unit = this.text[this.at];
      if (unit === undefined || stops.includes(unit)) return elements;
      elements.push(...this.element());
    }
  }

  private blanks(): void {
    while (/[\s,-]/.test(this.text[this.at] ?? "") && this.at < this.text.length) this.at += 1;
  }

  private element(): Element[] {
    const unit = this.text[this.at]!;
    if (unit === "(") return [this.group()];
    if (unit === ")" || unit === "|")
      throw new PhraseError(`“${unit}” without an opening bracket or a word before it`, this.at);
    if (unit === ".") return [this.gap()];
    if (unit === "#" || unit === "*") {
      this.at += 1;
      return [this.maybeOptional([unit === "#" ? { kind: "number" } : { kind: "any" }])];
    }
    if (unit === "<") return [this.alternatives(() => this.inflected())];
    if (unit === "{") return [this.alternatives(() => this.list())];
    return this.words();
  }

  private group(): Element {
    const opened = this.at;
    this.at += 1;
    this.brackets += 1;
    const options: Element[][] = [];
    for (;;) {
      options.push(this.sequence("|)"));
      const unit = this.text[this.at];
      this.at += 1;
      if (unit === undefined) throw new PhraseError("a bracket is not closed", opened);
      if (unit === ")") break;
    }
    this.brackets -= 1;
    if (options.some((option) => option.length === 0))
      throw new PhraseError("an alternative is empty: use “?” instead", opened);
    return { kind: "choice", options, optional: this.eat("?") };
  }

  private gap(): Element {
    const match = /^\.\.\.(\d*)/.exec(this.text.slice(this.at));
    if (!match) throw new PhraseError("a single stop: write “...” for a gap", this.at);
    this.at += match[0].length;
    const most = match[1] ? Number(match[1]) : GAP;
    if (most < 1 || most > MOST_GAP) throw new PhraseError(`a gap holds 1 to ${MOST_GAP} words`, this.at);
    return { kind: "gap", most };
  }

  /** `<decide>` or `<decide|choose>`: any form of any of them. */
  private inflected(): Element {
    const options = this.enclosed("<", ">")
      .split("|")
      .map((word): Element[] => [{ kind: "stem", stem: stemOf(word.trim()) }]);
    return options.length === 1 ? options[0]![0]! : { kind: "choice", options, optional: false };
  }

  private list(): Element {
    return { kind: "list", list: this.enclosed("{", "}") };
  }

  private enclosed(open: string, close: string): string {
    const end = this.text.indexOf(close, this.at);
    if (this.text[this.at] !== open || end < 0) throw new PhraseError(`“${open}” is not closed by “${close}”`, this.at);
    const inside = this.text.slice(this.at + 1, end).trim();
    if (!inside) throw new PhraseError(`“${open}${close}” holds no word`, this.at);
    this.at = end + 1;
    return inside;
  }

  /** `x|y|z`, where each may be a word, `<word>` or `{list}`. */
  private alternatives(first: () => Element): Element {
    const options: Element[][] = [[first()]];
    while (this.brackets === 0 && this.eat("|")) options.push(this.option());
    return this.maybeOptional(options.length === 1 ? options[0]! : [{ kind: "choice", options, optional: false }]);
  }

  private option(): Element[] {
    const unit = this.text[this.at];
    if (unit === "<") return [this.inflected()];
    if (unit === "{") return [this.list()];
    if (unit === "#") {
      this.at += 1;
      return [{ kind: "number" }];
    }
    return this.word();
  }

  private words(): Element[] {
    const first = this.word();
    if (this.brackets > 0 || this.text[this.at] !== "|")
      return this.text[this.at] === "?" ? [this.maybeOptional(first)] : first;
    return [this.alternativesAfter(first)];
  }

  private alternativesAfter(first: Element[]): Element {
    const options = [first];
    while (this.eat("|")) options.push(this.option());
    return { kind: "choice", options, optional: this.eat("?") };
  }

  /** One written word, hyphens and all; it may be several tokens. */
  private word(): Element[] {
    const match = /^[^\s|()?<>{}#*,]+/.exec(this.text.slice(this.at));
    const read = match ? tokens(match[0]) : [];
    if (!match || read.length === 0) throw new PhraseError(`“${this.text[this.at] ?? ""}” is no word`, this.at);
    this.at += match[0].length;
    return read.map((token) => ({ kind: "word", word: token.word }));
  }

  private maybeOptional(elements: Element[]): Element {
    if (this.eat("?")) return { kind: "choice", options: [elements], optional: true };
    return elements.length === 1 ? elements[0]! : { kind: "choice", options: [elements], optional: false };
  }

  private eat(unit: string): boolean {
    if (this.text[this.at] !== unit) return false;
    this.at += 1;
    return true;
  }
}

function stemOf(word: string): string {
  const read = tokens(word.toLowerCase());
  return read.length === 1 ? read[0]!.stem : stem(word.toLowerCase());
}
