import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { normalise, sourceEnd, sourceStart } from "../../server/src/engine/text/normalise";
import { sentences } from "../../server/src/engine/text/sentences";
import { stem } from "../../server/src/engine/text/stem";
import { tokens } from "../../server/src/engine/text/tokens";

const words = (text: string): string[] => tokens(normalise(text).text).map((token) => token.word);
const parts = (text: string): string[] =>
  sentences(normalise(text).text).map(({ start, end }) => normalise(text).text.slice(start, end));

suite("Normal text", () => {
  test("every way of writing co-production is one word", () => {
    for (const written of [
      "co-production",
      "coproduction",
      "co production",
      "co- production",
      "co\u2011production",
      "co\u2010production",
      "co–production",
      "CO-PRODUCTION",
      "co-\r\nproduction",
      "co\u00ADproduction",
      "CoPro",
    ]) {
      assert.deepEqual(words(`our ${written} work`), ["our", "coproduction", "work"], JSON.stringify(written));
    }
  });

  test("words that only look like it are left alone", () => {
    assert.deepEqual(words("reproduction of disco production at Costco"), [
      "reproduction",
      "of",
      "disco",
      "production",
      "at",
      "costco",
    ]);
  });

  test("entities, odd blanks and quotes are read", () => {
    assert.equal(normalise("a&nbsp;b&amp;c\u00A0d\u202Fe").text, "a b&c d e");
    assert.deepEqual(words("don’t"), ["don't"]);
  });

  test("each unit leads back to what the author wrote", () => {
    const source = "we co\u00ADproduce &amp; **plan**";
    const hidden = [
      { start: 20, end: 22, joins: true },
      { start: 26, end: 28, joins: true },
    ];
    const normal = normalise(source, hidden);
    for (const word of ["coproduce", "plan"]) {
      const at = normal.text.indexOf(word);
      const back = source.slice(sourceStart(normal, at), sourceEnd(normal, at + word.length));
      assert.equal(back.replace("\u00AD", ""), word);
    }
  });

  test("the way back never leaves the text and never turns round", () => {
    const odd = fc.array(
      fc.constantFrom("co", "-", "\u00AD", "\u2011", " ", "\n", "&amp;", "😀", "a", "\\*", "\uFEFF"),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(odd, (pieces) => {
        const source = pieces.join("");
        const normal = normalise(source);
        let last = 0;
        for (let i = 0; i < normal.text.length; i++) {
          const start = sourceStart(normal, i);
          assert.ok(start >= last && start < source.length);
          assert.ok(sourceEnd(normal, i + 1) > start && sourceEnd(normal, i + 1) <= source.length);
          last = start;
        }
      }),
    );
  });
});

suite("Sentences", () => {
  test("short forms, numbers and times end no sentence", () => {
    assert.deepEqual(
      parts("Ask Cllr. Khan, e.g. by post. See No. 4 and para. 2.1 of the plan. We meet at 7 p.m. on Monday."),
      ["Ask Cllr. Khan, e.g. by post.", "See No. 4 and para. 2.1 of the plan.", "We meet at 7 p.m. on Monday."],
    );
  });

  test("a stop inside quotation marks ends one", () => {
    assert.deepEqual(parts("They said “no.” We asked why! Why?"), ["They said “no.”", "We asked why!", "Why?"]);
  });

  test("a time of day ends one before a capital", () => {
    assert.deepEqual(parts("Doors open at 7 p.m. The hall is warm."), ["Doors open at 7 p.m.", "The hall is warm."]);
  });
});

suite("Stems", () => {
  const families = [
    "decide decides decided deciding",
    "agree agreed agreeing agrees",
    "pay pays paid paying",
    "plan plans planned planning",
    "coproduce coproduces coproduced coproducing",
    "carry carries carried carrying",
    "process processes",
    "meet met",
  ];
  for (const family of families) {
    test(family, () => assert.equal(new Set(family.split(" ").map(stem)).size, 1));
  }
  test("need, feed and meeting keep their form", () => {
    assert.deepEqual(["need", "feed", "meeting"].map(stem), ["need", "feed", "meeting"]);
  });
});

suite("Numbers", () => {
  test("figures and words have a value", () => {
    const values = tokens("1,140 people, 2.5 days, twelve weeks")
      .map((token) => token.value)
      .filter((value) => value !== undefined);
    assert.deepEqual(values, [1140, 2.5, 12]);
  });
});
