import { CONSENSUS, type Document } from "../../server/src/engine/analyse";
import { makeBook } from "../../server/src/engine/book";
import type { Finding } from "../../server/src/engine/finding";
import type { Linter } from "../../server/src/lsp/linter";

/** A linter that finds every “fault” in a text, and remembers each text that it was given to read. */
export interface FakeLinter extends Linter {
  readonly texts: string[];
}

/** A text with “explode” in it makes it do so, as a fault in the engine would. */
export function fakeLinter(more: (finding: Finding, place: number) => Finding = (finding) => finding): FakeLinter {
  const texts: string[] = [];
  return {
    texts,
    check(source) {
      texts.push(source.text);
      if (source.text.includes("explode")) throw new Error("the engine exploded");
      const found = [...source.text.matchAll(/fault/g)].map((match, place) => more(finding(match.index), place));
      const open = found.map((one, place) => ({ finding: one, fingerprint: `fault ${place}` }));
      // The server hands the engine's document back to the engine and looks no further into it.
      const document = { source, blocksRead: 1, blocks: [] as Document["blocks"] } as Document;
      return { document, book: BOOK, settings: CONSENSUS, open, suppressed: [], known: 0, all: open, ...CHECKED };
    },
    book: () => BOOK,
  };
}

const CHECKED = { checked: true, because: "It was asked for." };

/** A book of one rule, the one that a fake linter's findings name. */
const BOOK = makeBook({
  lists: [],
  facts: [],
  rules: [
    {
      id: "fault-found",
      title: "A fault is found",
      family: "wording",
      level: "warning",
      message: "There is a fault.",
      why: "Faults are a nuisance.",
      sources: ["SCIE"],
      find: [],
      once: false,
      unless: [],
      beside: [],
      fixes: [],
      examples: [],
      ownFacts: [],
    },
  ],
  frameworks: [],
  overlays: [],
  levels: [],
});

function finding(start: number): Finding {
  const span = { start, end: start + "fault".length };
  return {
    ruleId: "fault-found",
    family: "wording",
    severity: "warning",
    message: "There is a fault.",
    span,
    related: [],
    fixes: [{ title: "Make it good", safe: false, edits: [{ span, text: "merit" }] }],
  };
}
