import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { analyse, type Document, judge, type Language } from "../../server/src/engine/analyse";
import { builtInBook } from "../../server/src/rulebook/built-in";

const book = builtInBook();
const PLAN = `# Panel for the lido

We will co-produce the plan with residents through a survey.

- The Cabinet will decide in June.
- Members are paid £20 an hour.

| Who | When |
|---|---|
| Hard to reach groups | May |

> “Nothing changes.”

Text with **marks** and a [link](http://example.org/the-elderly).
`;

function outcome(document: Document): unknown {
  return {
    blocks: document.blocks.map(({ block, start, reading }) => ({ text: block.text, start, hits: reading.hits })),
    findings: judge(document, book),
  };
}

suite("Reading again", () => {
  test("one letter typed reads one block", () => {
    const before = analyse({ text: PLAN, language: "markdown" }, book);
    for (const words of ["co-produce the", "Cabinet will", "Hard to", "marks"]) {
      const at = PLAN.indexOf(words) + words.length;
      const after = analyse({ text: `${PLAN.slice(0, at)}x${PLAN.slice(at)}`, language: "markdown" }, book, before);
      assert.equal(after.blocksRead, 1, words);
    }
  });

  test("a paragraph put in above reads only that paragraph", () => {
    const before = analyse({ text: PLAN, language: "markdown" }, book);
    const after = analyse({ text: `New words.\n\n${PLAN}`, language: "markdown" }, book, before);
    assert.equal(after.blocksRead, 1);
  });

  test("nothing changed, nothing read", () => {
    const before = analyse({ text: PLAN, language: "markdown" }, book);
    assert.equal(analyse({ text: PLAN, language: "markdown" }, book, before).blocksRead, 0);
  });

  for (const language of ["markdown", "plaintext", "html"] as Language[]) {
    test(`edits one after another come to the same as reading afresh (${language})`, () => {
      const piece = fc.constantFrom(
        "x",
        " ",
        "\n",
        "\n\n",
        "# ",
        "- ",
        "> ",
        "| a | b |\n",
        "```\n",
        "<p>",
        "hard to reach ",
        "---\n",
        "“",
        "£20 an hour ",
        "\r\n",
        "😀",
      );
      const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(12), insert: piece });
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
          let text = PLAN;
          let document = analyse({ text, language }, book);
          for (const { at, remove, insert } of edits) {
            const start = Math.floor(at * text.length);
            text = text.slice(0, start) + insert + text.slice(start + remove);
            document = analyse({ text, language }, book, document);
          }
          assert.deepEqual(outcome(document), outcome(analyse({ text, language }, book)));
        }),
        { numRuns: 150 },
      );
    });
  }
});
