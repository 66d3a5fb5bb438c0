import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import {
  activitiesOf,
  analyse,
  type Document,
  judge,
  type Language,
  suppliesIn,
} from "../../server/src/engine/analyse";
import { commonEnds, madeAgain } from "../../server/src/engine/ends";
import { ownCopy } from "../../server/src/engine/text/own-copy";
import { builtInBook } from "../../server/src/rulebook/built-in";

const book = builtInBook();

/** A plan of so many sections, each of a heading and three blocks. */
function planOf(sections: number): string {
  const section = (number: number): string =>
    [
      `## Workshop ${number} for residents`,
      `We will co-produce part ${number} with residents of the estate through a survey.`,
      `- Members of group ${number} are paid £20 an hour, where possible.`,
      `The Cabinet will decide on part ${number} in June. Nothing has been decided yet.`,
    ].join("\n\n");
  return ["# Plan for the lido", ...Array.from({ length: sections }, (_, number) => section(number))].join("\n\n");
}

function read(text: string, before?: Document, language: Language = "markdown"): Document {
  return analyse({ text, language }, book, before);
}

/** All that is made of a document. */
function outcome(document: Document): unknown {
  return {
    blocks: document.blocks.map(({ block, start, section, reading }) => ({
      text: block.text,
      start,
      section,
      hits: reading.hits,
    })),
    findings: judge(document, book),
    activities: activitiesOf(document, book),
    supplies: suppliesIn(document, book),
  };
}

const insert = (text: string, at: number, words: string): string => text.slice(0, at) + words + text.slice(at);

/** Sections of the samples here that come to stand in another part of the document when it gains or loses a block. */
const MOVED = 2;

suite("What an edit leaves alone", () => {
  const text = planOf(200);
  const before = read(text);
  const middle = text.indexOf("residents of the estate", text.length / 2);

  test("is kept: a letter makes one section anew, and one chapter around it", () => {
    const after = read(insert(text, middle, "x"), before);
    assert.equal(after.sectionsMade, 1);
    const known = new Set(before.chapters.map(({ chapter }) => chapter));
    assert.ok(before.chapters.length > 5);
    assert.equal(after.chapters.filter(({ chapter }) => !known.has(chapter)).length, 1);
    assert.equal(after.chapters.length, before.chapters.length);
  });

  test("is kept where it moves on: a section put in is all that is made", () => {
    const after = read(insert(text, text.indexOf("## Workshop 100 "), "## A new part\n\nNew words.\n\n"), before);
    assert.equal(after.sectionsMade, 1 + MOVED);
    assert.deepEqual(outcome(after), outcome(read(after.source.text)));
  });

  test("is kept when a heading goes: the section before it takes up what stood under it", () => {
    const heading = "## Workshop 100 for residents\n\n";
    const after = read(text.replace(heading, ""), before);
    assert.equal(after.sectionsMade, 1 + MOVED);
    assert.equal(after.blocks.at(-1)!.section, before.blocks.at(-1)!.section - 1);
    assert.deepEqual(outcome(after), outcome(read(after.source.text)));
  });

  test("is not kept where only the room between two blocks of a section changed", () => {
    const at = text.indexOf("- Members of group 100");
    const after = read(insert(text, at, "\n"), before);
    assert.equal(after.blocksRead, 0);
    assert.equal(after.sectionsMade, 1);
    assert.deepEqual(outcome(after), outcome(read(after.source.text)));
  });

  test("is kept in plain text too", () => {
    const plain = planOf(40).replace(/^#+ (.*)$/gm, (_, words: string) => `${words}\n${"=".repeat(words.length)}`);
    const first = read(plain, undefined, "plaintext");
    assert.ok(first.blocks.at(-1)!.section > 30);
    const after = read(insert(plain, plain.indexOf("residents of", plain.length / 2), "x"), first, "plaintext");
    assert.equal(after.sectionsMade, 1);
  });

  test("comes to the same over many edits of a long plan, however its sections were grouped", () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.constantFrom(0, 1, 40, 900),
      words: fc.constantFrom("x", "", "\n\n", "\n\n# New\n\n", " the elderly ", planOf(30)),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        let current = planOf(60);
        let document = read(current);
        for (const { at, remove, words } of edits) {
          const start = Math.floor(at * current.length);
          current = current.slice(0, start) + words + current.slice(start + remove);
          document = read(current, document);
          judge(document, book);
        }
        assert.deepEqual(outcome(document), outcome(read(current)));
      }),
      { numRuns: 12 },
    );
  });
});

suite("The ends of two lists", () => {
  test("are counted from the beginning and from the end, nothing twice", () => {
    assert.deepEqual(commonEnds([1, 2, 3, 4], [1, 2, 9, 4]), { head: 2, tail: 1 });
    assert.deepEqual(commonEnds([1, 1, 1], [1, 1]), { head: 2, tail: 0 });
    assert.deepEqual(commonEnds([], [1]), { head: 0, tail: 0 });
  });

  test("are taken as they were made before, and only what lies between is made", () => {
    const made: string[] = [];
    const again = madeAgain(
      ["a", "x", "y", "c"],
      (one) => {
        made.push(one);
        return one.toUpperCase();
      },
      { from: ["a", "b", "c"], to: ["A of old", "B of old", "C of old"] },
    );
    assert.deepEqual(again, ["A of old", "X", "Y", "C of old"]);
    assert.deepEqual(made, ["x", "y"]);
  });
});

suite("A text of its own", () => {
  test("is the same text", () => {
    for (const text of ["", "a", "co-production ’“”", "x".repeat(100)]) assert.equal(ownCopy(text), text);
  });
});
