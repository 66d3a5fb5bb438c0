import { strict as assert } from "node:assert";
import { PhraseError, parsePhrase } from "../../server/src/engine/phrases/parse";
import { PhraseBook } from "../../server/src/engine/phrases/phrase-book";
import { tokens } from "../../server/src/engine/text/tokens";

const LISTS = { people: ["<resident>", "young people", "people"], place: ["hall"] };

/** The words that a phrase matches in a text, each match in full. */
function matches(phrase: string, text: string): string[] {
  const book = new PhraseBook();
  for (const [name, entries] of Object.entries(LISTS)) book.addList(name, entries.map(parsePhrase));
  book.addPhrase(parsePhrase(phrase), 0);
  const words = tokens(text);
  const found: string[] = [];
  book.each(book.line(words), ({ from, to }) => found.push(text.slice(words[from]!.start, words[to - 1]!.end)));
  return found;
}

suite("Phrases", () => {
  const cases: [string, string, string[]][] = [
    ["hard to reach", "Hard-to-reach groups are hard\nto reach", ["Hard-to-reach", "hard\nto reach"]],
    ["a|the board", "the board and a board", ["the board", "a board"]],
    ["(final say|last word)", "the final say or last word", ["final say", "last word"]],
    ["<decide> together", "we decided together", ["decided together"]],
    ["<pay|offer> # pounds", "paying 20 pounds, offered five pounds", ["paying 20 pounds", "offered five pounds"]],
    ["{people} decide", "young people decide", ["young people decide", "people decide"]],
    ["the very? best", "the best and the very best", ["the best", "the very best"]],
    ["we ...2 ask", "we will then ask; we might just possibly ask", ["we will then ask"]],
    ["co-produce", "coproduce and co- produce", ["coproduce", "co- produce"]],
    ["board decides", "the board; decides", []],
    ["* hall", "village hall", ["village hall"]],
  ];
  for (const [phrase, text, expected] of cases) {
    test(`“${phrase}” in “${text.replace(/\n/g, "⏎")}”`, () => assert.deepEqual(matches(phrase, text), expected));
  }

  for (const [phrase, message] of [
    ["(open", /not closed/],
    ["<open", /not closed/],
    ["...99 word", /1 to 20/],
    ["... *", /no word/],
    ["a|", /no word|is no/],
    ["a . b", /single stop/],
  ] as const) {
    test(`“${phrase}” is refused with the reason`, () => {
      assert.throws(
        () => parsePhrase(phrase),
        (error) => error instanceof PhraseError && message.test(error.message),
      );
    });
  }

  test("no phrase can make a sentence slow to read", () => {
    const hostile = "a ...20 a ...20 a ...20 a ...20 a ...20 (a|a a|a a a) ...20 a ...20 b";
    const book = new PhraseBook();
    book.addPhrase(parsePhrase(hostile), 0);
    const words = tokens("a ".repeat(300));
    let visits = 0;
    const counted = new Proxy(words, {
      get: (list, key) => {
        visits += 1;
        return Reflect.get(list, key);
      },
    });
    book.each({ tokens: counted, lists: [] }, () => assert.fail("there is no b"));
    // Each of some 200 nodes may meet each of 300 words once, from each of 300 beginnings, and no more.
    assert.ok(visits < 300 * 300 * 200 * 6, String(visits));
  });
});
