import { childrenOf, type Element, valueAt } from "./xml";

/** What stands before a paragraph that Word numbers or dots. */
export interface Label {
  readonly kind: "bullet" | "number" | "words";
  /** How deep it stands, from 0. */
  readonly depth: number;
  /** “3” for a plain number, which Markdown can count on from; else just as Word shows it, such as “2.1” or “(b)”. */
  readonly text: string;
}

interface Level {
  readonly format: string;
  readonly pattern: string;
  readonly start: number;
  /** The style of paragraphs that stand at this level without saying so. */
  readonly style: string | undefined;
}

interface List {
  /** Lists of one kind go on counting where the one before left off. */
  readonly kind: string;
  readonly levels: ReadonlyMap<number, Level>;
}

const LEVELS = 9;

/** Counts as Word does while it shows a document: the numbers themselves don't stand in the file. */
export class Numbering {
  private readonly lists: ReadonlyMap<string, List>;
  private readonly counters = new Map<string, (number | undefined)[]>();

  constructor(parts: readonly Element[]) {
    const kinds = new Map(
      parts.flatMap((part) => childrenOf(part, "w:abstractNum")).map((one) => [one.attributes["w:abstractNumId"], one]),
    );
    const lists = parts.flatMap((part) => childrenOf(part, "w:num"));
    this.lists = new Map(
      lists.map((list) => [
        list.attributes["w:numId"] ?? "",
        makeList(list, kinds.get(valueAt(list, "w:abstractNumId"))),
      ]),
    );
  }

  /** The label of the next paragraph of a list; undefined where it has none. */
  next(properties: Element | undefined, style: string | undefined): Label | undefined {
    const list = this.lists.get(valueAt(properties, "w:numId") ?? "");
    const said = valueAt(properties, "w:ilvl");
    const depth = said === undefined ? depthOfStyle(list, style) : Math.min(Number(said) || 0, LEVELS - 1);
    const level = list?.levels.get(depth);
    if (!list || !level) return undefined;
    if (level.format === "bullet") return { kind: "bullet", depth, text: "" };
    const counters = this.count(list, depth);
    if (level.format === "none" || !level.pattern) return undefined;
    const text = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return inFormat(counters[at] ?? list.levels.get(at)?.start ?? 1, list.levels.get(at)?.format ?? "decimal");
    });
    const plain = /^(\d{1,9})[.)]?$/.exec(text)?.[1];
    return plain ? { kind: "number", depth, text: plain } : { kind: "words", depth, text: text.trim() };
  }

  private count(list: List, depth: number): (number | undefined)[] {
    const counters = this.counters.get(list.kind) ?? [];
    const now = counters[depth];
    counters[depth] = now === undefined ? (list.levels.get(depth)?.start ?? 1) : now + 1;
    counters.length = depth + 1;
    this.counters.set(list.kind, counters);
    return counters;
  }
}

function makeList(list: Element, kind: Element | undefined): List {
  const levels = new Map<number, Level>();
  for (const level of childrenOf(kind, "w:lvl")) levels.set(depthOf(level), makeLevel(level));
  const overrides = childrenOf(list, "w:lvlOverride");
  for (const override of overrides) {
    const own = childrenOf(override, "w:lvl")[0];
    const depth = depthOf(override);
    const level = own ? makeLevel(own) : levels.get(depth);
    const start = valueAt(override, "w:startOverride");
    if (level) levels.set(depth, start === undefined ? level : { ...level, start: Number(start) || 0 });
  }
  const number = list.attributes["w:numId"];
  return { kind: overrides.length ? `own ${number}` : `kind ${valueAt(list, "w:abstractNumId")}`, levels };
}

function depthOf(level: Element): number {
  return Number(level.attributes["w:ilvl"] ?? 0) || 0;
}

function depthOfStyle(list: List | undefined, style: string | undefined): number {
  const levels = [...(list?.levels ?? [])];
  return levels.find(([, level]) => style !== undefined && level.style === style)?.[0] ?? 0;
}

function makeLevel(level: Element): Level {
  return {
    format: valueAt(level, "w:numFmt") ?? "decimal",
    pattern: valueAt(level, "w:lvlText") ?? "",
    start: Number(valueAt(level, "w:start") ?? 1) || 0,
    style: valueAt(level, "w:pStyle"),
  };
}

function inFormat(number: number, format: string): string {
  switch (format) {
    case "lowerLetter":
      return letters(number);
    case "upperLetter":
      return letters(number).toUpperCase();
    case "lowerRoman":
      return roman(number);
    case "upperRoman":
      return roman(number).toUpperCase();
    case "decimalZero":
      return String(number).padStart(2, "0");
    default:
      return String(number);
  }
}

/** a, b … z, then aa, bb … as Word counts. */
function letters(number: number): string {
  if (number < 1 || number > 26 * 8) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(number: number): string {
  if (number < 1 || number > 399) return String(number);
  let left = number;
  let text = "";
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      text += sign;
      left -= value;
    }
  }
  return text;
}
