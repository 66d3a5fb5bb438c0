import assert from "node:assert/strict";
import { sentenceAround } from "../../client/src/ladder/sentence";

const TEXT = `# A plan. It is short

We ask people once. The survey is open
for two weeks, “online only.” Nobody is paid
| When. | What |
- One item. Its second sentence
  goes on here.
- Another item`;

function sentenceAt(words: string): string {
  const texts = TEXT.split("\n");
  const line = texts.findIndex((text) => text.includes(words));
  const lines = { count: texts.length, at: (number: number) => texts[number]! };
  const { start, end } = sentenceAround(lines, { line, character: texts[line]!.indexOf(words) });
  const offset = ({ line, character }: typeof start) =>
    texts.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0) + character;
  return TEXT.slice(offset(start), offset(end));
}

suite("Ladder: the sentence under the cursor", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["people once", "We ask people once."],
    ["two weeks", "The survey is open\nfor two weeks, “online only.”"],
    ["The survey", "The survey is open\nfor two weeks, “online only.”"],
    ["is paid", "Nobody is paid"],
    ["short", "It is short"],
    ["What", "| When. | What |".slice("| When.".length).trim()],
    ["goes on", "Its second sentence\n  goes on here."],
    ["Another", "- Another item"],
  ];
  for (const [words, sentence] of cases)
    test(`“${words}” is in “${sentence.replaceAll("\n", " ")}”`, () => assert.equal(sentenceAt(words), sentence));

  test("an empty line is a place of its own", () => {
    const lines = { count: 3, at: (line: number) => ["One.", "", "Two."][line]! };
    const empty = { line: 1, character: 0 };
    assert.deepEqual(sentenceAround(lines, empty), { start: empty, end: empty });
  });
});
