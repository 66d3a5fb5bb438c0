import { analyse, type Book, type Document, judge, type Settings, type Source } from "../engine/analyse";
import { type Known, newSince } from "../engine/baseline";
import type { Finding } from "../engine/finding";
import { fingerprintsOf } from "../engine/fingerprint";
import { isJudgedWhole } from "../engine/suppress/complete";
import { MECHANISM_RULES } from "../engine/suppress/mechanism";
import { type Suppressed, suppress } from "../engine/suppress/suppress";
import { nearest } from "../rulebook/read-file";
import { type Beside, NOTHING_BESIDE } from "./beside";
import type { Resolution } from "./resolution";

/** What is said of a document: the same in an editor, on the command line and in CI. */
export interface Verdict {
  readonly document: Document;
  readonly settings: Settings;
  /** What is open and new, by place. */
  readonly open: readonly Known[];
  /** What was set aside, and why. */
  readonly suppressed: readonly Suppressed[];
  /** How many findings the baseline knew already. */
  readonly known: number;
  /** Everything that is neither set aside nor about suppressions, known or not: what a baseline is written from. */
  readonly all: readonly Known[];
  readonly checked: boolean;
  /** A sentence on why the document was checked, or wasn't. */
  readonly because: string;
}

export interface Asked {
  readonly resolution: Resolution;
  readonly book: Book;
  readonly beside?: Beside;
  /** Judge it though it doesn't read as a plan, as an editor or a flag may ask. */
  readonly everything?: boolean;
  /** An earlier version; it only saves time. */
  readonly before?: Document | undefined;
}

/** Reads and judges a document as its configuration says. */
export function verdictOf(source: Source, { resolution, book, beside, everything, before }: Asked): Verdict {
  const document = analyse(source, book, before);
  return judgeAs(document, resolution, book, beside, everything);
}

/** Judges a document that was read already. */
export function judgeAs(
  document: Document,
  resolution: Resolution,
  book: Book,
  { side, baseline }: Beside = NOTHING_BESIDE,
  everything = false,
): Verdict {
  const settings = everything ? { ...resolution.settings, everything } : resolution.settings;
  const { yes: checked, because } = resolution.covered;
  if (!checked) return { document, settings, open: [], suppressed: [], known: 0, all: [], checked, because };
  const found = withPrints(judge(document, book, settings), document);
  const { open, suppressed, raised } = suppress(document, found, {
    entries: side.entries,
    ruleIds: ruleIdsOf(book),
    nearest: (id) => nearest(id, [...ruleIdsOf(book)]),
    levels: { ...familyLevels(settings), ...settings.rules },
    complete: () => isJudgedWhole(document, book, settings),
  });
  const all = [...open, ...withPrints(raised, document)].sort(byPlace);
  const fresh = baseline ? newSince(all, baseline) : all;
  return { document, settings, open: fresh, suppressed, known: all.length - fresh.length, all, checked, because };
}

/** What is said of suppressions belongs to a family as any finding does. */
function familyLevels({ families }: Settings): Settings["rules"] {
  return Object.fromEntries(
    MECHANISM_RULES.flatMap(({ id, family }) => (families[family] ? [[id, families[family]]] : [])),
  );
}

function withPrints(findings: readonly Finding[], document: Document): Known[] {
  const prints = fingerprintsOf(findings, document);
  return findings.map((finding, index) => ({ finding, fingerprint: prints[index]! }));
}

function byPlace(a: Known, b: Known): number {
  return a.finding.span.start - b.finding.span.start || a.finding.span.end - b.finding.span.end;
}

const idsByBook = new WeakMap<Book, ReadonlySet<string>>();

/** Every rule that a suppression may name. One about suppressions may be named too, though nothing comes of it. */
function ruleIdsOf(book: Book): ReadonlySet<string> {
  let ids = idsByBook.get(book);
  if (!ids) {
    ids = new Set([...book.rules, ...MECHANISM_RULES].map(({ id }) => id));
    idsByBook.set(book, ids);
  }
  return ids;
}
