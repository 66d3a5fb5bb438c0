import assert from "node:assert/strict";
import { analyse, suppliesIn } from "../../server/src/engine/analyse";
import type { Supply } from "../../server/src/engine/finding";
import { builtInBook } from "../../server/src/rulebook/built-in";

function payment(text: string, supply: Supply = "payment"): { state: string; words: string[] } {
  const document = analyse({ text, language: "markdown" }, builtInBook());
  const { state, evidence } = suppliesIn(document, builtInBook())[supply];
  const words = evidence.map(({ hit, block }) => {
    const { start } = document.blocks[block]!;
    return text.slice(start + hit.span.start, start + hit.span.end);
  });
  return { state, words };
}

suite("What a plan supplies", () => {
  test("outright", () => {
    const { state, words } = payment("Members are paid £25 an hour for meetings.");
    assert.equal(state, "satisfied");
    assert.ok(words.length > 0 && words.every((word) => "Members are paid £25 an hour for meetings.".includes(word)));
  });

  test("with a hedge", () => {
    assert.equal(payment("Where possible, members will be paid £25 an hour for meetings.").state, "hedged");
  });

  test("refused", () => {
    assert.equal(payment("Members will not be paid for their time.").state, "negated");
  });

  test("with a blank to be filled", () => {
    assert.equal(payment("Members are paid £[rate] an hour for meetings.").state, "placeholder");
  });

  test("in a sentence that waits for a date", () => {
    assert.equal(payment("Members are paid £25 an hour, from a date TBC.").state, "placeholder");
  });

  test("beside a note or a link, which are no blanks", () => {
    assert.equal(payment("Members are paid £25 an hour [1] under our [policy](policy.md).").state, "satisfied");
  });

  test("wished for", () => {
    assert.equal(payment("The following is what we aspire to: members are paid £25 an hour.").state, "weak");
  });

  test("by another speaker, which is not at all", () => {
    assert.equal(payment("> Members are paid £25 an hour for meetings.").state, "absent");
  });

  test("not at all", () => {
    assert.deepEqual(payment("A survey opens in May."), { state: "absent", words: [] });
  });

  test("once outright and once with a hedge, which is outright", () => {
    const text = "Where possible, members will be paid for visits.\n\nMembers are paid £25 an hour for meetings.";
    assert.equal(payment(text).state, "satisfied");
  });
});
