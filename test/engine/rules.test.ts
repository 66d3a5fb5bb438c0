import { strict as assert } from "node:assert";
import compiled from "virtual:rulebook";
import { makeBook } from "../../server/src/engine/book";
import { applyFix, findingsOf, liveFacts } from "../support/read-with";

/** Examples are judged by the rules alone: what the learned reader makes of three words is no part of a rule. */
const book = makeBook(compiled.definitions);

suite("Rules: the examples in each file", () => {
  for (const rule of book.rules) {
    for (const example of rule.examples) {
      const start = example.text.replace(/\s+/g, " ").slice(0, 60);
      test(`${rule.id}:${example.line} ${example.span ? "flags" : "passes"} “${start}”`, () => {
        // By this rule alone: beside a more serious one of the same concern it would hold its tongue.
        const found = findingsOf(example.text, "markdown", { ...book, rules: [rule] });
        const words = found.map(({ span }) => example.text.slice(span.start, span.end));
        assert.deepEqual(words, example.span ? [example.text.slice(example.span.start, example.span.end)] : []);
        if (example.fixed !== undefined)
          assert.equal(applyFix(example.text, found[0]?.fixes[0]?.edits ?? []), example.fixed);
      });
    }
  }
});

suite("Facts: the examples in each file", () => {
  for (const fact of book.facts.filter(({ name }) => !name.includes("#"))) {
    const states = (text: string): boolean => liveFacts(text, book).some((live) => live.fact === fact.name);
    for (const text of fact.yes) test(`${fact.name} is stated by “${text}”`, () => assert.ok(states(text)));
    for (const text of fact.no) test(`${fact.name} is not stated by “${text}”`, () => assert.ok(!states(text)));
  }
});

suite("Rules: messages", () => {
  for (const rule of book.rules) {
    test(`${rule.id} says one thing of the text and one to do, in under 160 characters`, () => {
      assert.ok(rule.message.replace(/\{\w+\}/g, "x".repeat(28)).length <= 160, String(rule.message.length));
      assert.doesNotMatch(rule.message, /unlawful|you failed|!|score/i);
      assert.match(rule.message, /[.?]$/);
    });
  }
});
