import type { Span } from "../finding";

/** A stretch of block text that is not prose. `joins`: the words on both sides belong together (as in `**co**-design`). */
export interface Hidden extends Span {
  readonly joins: boolean;
}

/** Text made plain for reading, with the way back to what the author wrote. */
export interface Normal {
  readonly text: string;
  /** The source offset of each unit of `text`, and of its end; missing where the two texts are the same. */
  readonly map?: Int32Array;
}

/** The offset in the author's text of the unit at `offset` of the normal text. */
export function sourceStart(normal: Normal, offset: number): number {
  return normal.map ? (normal.map[offset] ?? 0) : offset;
}

/** The offset in the author's text just after the unit before `offset` of the normal text. */
export function sourceEnd(normal: Normal, offset: number): number {
  if (!normal.map) return offset;
  return offset === 0 ? (normal.map[0] ?? 0) : (normal.map[offset - 1] ?? 0) + normal.map[normal.text.length + offset]!;
}

const HYPHENS = /[\u2010\u2011\u2012\u2212\uFE63\uFF0D]/;
const SPACES = /[\u00A0\u202F\u2009\u2007\n\r\t]/;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/;
const SPECIAL =
  /[\u00AD\u200B-\u200D\u2060\uFEFF\u2010\u2011\u2012\u2212\uFE63\uFF0D\u00A0\u202F\u2009\u2007\n\r\t]|&[#a-zA-Z]|\\[!-/:-@[-`{-~]| {2}/;
const ENTITY = /&(?:#(\d{1,6})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  shy: "",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  pound: "£",
  euro: "€",
  bull: "•",
  middot: "·",
};

function decodeEntity(match: RegExpExecArray): string | undefined {
  const code = match[1] ? Number.parseInt(match[1], 10) : match[2] ? Number.parseInt(match[2], 16) : undefined;
  if (code === undefined) return ENTITIES[match[3]!];
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined;
  return plainUnit(String.fromCodePoint(code));
}

function plainUnit(unit: string): string {
  if (INVISIBLE.test(unit)) return "";
  if (HYPHENS.test(unit)) return "-";
  return SPACES.test(unit) ? " " : unit;
}

/**
 * Makes a block's text plain: invisible characters go, odd hyphens and blanks become ordinary ones, runs of blanks
 * become one, entities and escapes are read, hidden stretches go (leaving a blank unless they join).
 */
export function normalise(source: string, hidden: readonly Hidden[] = []): Normal {
  if (hidden.length === 0 && !SPECIAL.test(source)) return { text: source };
  const builder = new NormalBuilder();
  let next = 0;
  for (let at = 0; at < source.length; ) {
    const veil = hidden[next];
    if (veil && at >= veil.start) {
      if (!veil.joins) builder.add(" ", at, Math.max(0, veil.end - at));
      at = Math.max(at, veil.end);
      next += 1;
      continue;
    }
    at += addUnit(builder, source, at);
  }
  return builder.done();
}

/** Adds what stands at `at` and says how many source units it took. */
function addUnit(builder: NormalBuilder, source: string, at: number): number {
  const unit = source[at]!;
  if (unit === "&") {
    ENTITY.lastIndex = at;
    const match = ENTITY.exec(source);
    const decoded = match ? decodeEntity(match) : undefined;
    if (match && decoded !== undefined) {
      builder.add(decoded, at, match[0].length);
      return match[0].length;
    }
  }
  if (unit === "\\" && /[!-/:-@[-`{-~]/.test(source[at + 1] ?? "")) {
    builder.add(source[at + 1]!, at, 2);
    return 2;
  }
  builder.add(unit < "\u0080" && unit >= " " ? unit : plainUnit(unit), at, 1);
  return 1;
}

class NormalBuilder {
  private readonly pieces: string[] = [];
  private readonly starts: number[] = [];
  private readonly lengths: number[] = [];
  /** A blank is pointless at the start and after another one. */
  private blank = true;

  add(plain: string, at: number, length: number): void {
    if (plain === "" || (plain === " " && this.blank)) return;
    this.blank = plain.endsWith(" ");
    for (let i = 0; i < plain.length; i++) {
      this.starts.push(at);
      this.lengths.push(length);
    }
    this.pieces.push(plain);
  }

  done(): Normal {
    const size = this.starts.length;
    const map = new Int32Array(size * 2 + 1);
    map.set(this.starts);
    map.set(this.lengths, size + 1);
    map[size] = size ? this.starts[size - 1]! + this.lengths[size - 1]! : 0;
    return { text: this.pieces.join(""), map };
  }
}
