import { ownCopy } from "./own-copy";
import { stem } from "./stem";

/** What stands between a word and the one before it. */
export enum Gap {
  /** Nothing, a blank or a hyphen. */
  None = 0,
  /** A comma, a slash or a quotation mark. */
  Light = 1,
  /** A bracket, a semicolon, a colon or a dash. */
  Strong = 2,
}

/** One word or number. `start` and `end` are offsets into the normal text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** In lower case, with a straight apostrophe; co-words have neither hyphen nor blank: `coproduced`. */
  readonly word: string;
  readonly stem: string;
  readonly capital: boolean;
  /** The value of a number, in figures or words. */
  readonly value?: number;
  readonly gap: Gap;
}

const WORD = /[\p{L}\p{N}]+(?:['’](?=\p{L})\p{L}+|[.,](?=\d)\d+)*|[£€$%]/gu;
const CO_STEM =
  /^(?:pro(?:$|duc)|design|creat|deliver|evaluat|deci[ds]|commission|assess|develop|own(?:ed|er|$)|chair|research|facilitat|author|curat|lead|led$|opt(?:ed|ing|$)|writ|review|plan|apply|develop|investigat)/;
const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
};
const NUMBER_WORDS = new Map<string, number>([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...Object.entries(TENS),
  ["dozen", 12],
  ["fortnight", 2],
]);

/** The words of a normal text, in order. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let end = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const raw = match[0];
    const between = text.slice(end, match.index);
    const previous = found[found.length - 1];
    const form = formOf(raw);
    if (previous && previous.word === "co" && /^\s?[-–—]?\s?$/.test(between) && CO_STEM.test(form.word)) {
      found[found.length - 1] = coWord(previous, form.word, match.index + raw.length);
    } else {
      found.push(plainToken(form, match.index, match.index + raw.length, gapOf(between)));
    }
    end = match.index + raw.length;
  }
  return found;
}

/** What a word is wherever it stands. */
type Form = Pick<Token, "word" | "stem" | "capital" | "value">;

/** Words come again and again: what each of them is, is remembered by how it is written. */
const forms = new Map<string, Form>();
const MOST_FORMS = 50_000;

function formOf(raw: string): Form {
  let form = forms.get(raw);
  if (!form) {
    const own = ownCopy(raw);
    form = makeForm(own);
    if (forms.size > MOST_FORMS) forms.clear();
    forms.set(own, form);
  }
  return form;
}

function makeForm(raw: string): Form {
  const plain = raw.toLowerCase().replace(/’/g, "'");
  const word = solidCoWord(plain);
  const first = raw[0]!;
  const capital = first !== first.toLowerCase();
  const value = numberIn(plain);
  return { word, stem: stem(word), capital, ...(value === undefined ? {} : { value }) };
}

function coWord(co: Token, rest: string, end: number): Token {
  const word = solidCoWord(`co${rest}`);
  return { ...co, end, word, stem: stem(word) };
}

/** `CoPro`, `co-pro` and `coproduction` are one family however they are written. */
function solidCoWord(word: string): string {
  return word === "copro" ? "coproduction" : word;
}

function plainToken({ word, stem, capital, value }: Form, start: number, end: number, gap: Gap): Token {
  return value === undefined
    ? { start, end, word, stem, capital, gap }
    : { start, end, word, stem, capital, gap, value };
}

function numberIn(word: string): number | undefined {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const value = Number.parseFloat(word.replace(/,/g, ""));
    return Number.isFinite(value) ? value : undefined;
  }
  return NUMBER_WORDS.get(word);
}

function gapOf(between: string): Gap {
  if (between === "" || between === " " || between === "-") return Gap.None;
  if (/[;:()[\]–—|•]|\s-\s|\.\s?\S|[.!?]/.test(between)) return Gap.Strong;
  return /[,/“”"‘’'&+]/.test(between) ? Gap.Light : Gap.None;
}
