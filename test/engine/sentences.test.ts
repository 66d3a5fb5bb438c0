import { strict as assert } from "node:assert";
import { analyse, CONSENSUS, judge } from "../../server/src/engine/analyse";
import { FactTable } from "../../server/src/engine/fact-table";
import { suppliesOf } from "../../server/src/engine/plan/supplies";
import { builtInBook } from "../../server/src/rulebook/built-in";
import { builtInSentences } from "../../server/src/rulebook/built-in-sentences";
import { readSentences } from "../../server/src/rulebook/read-sentences";
import { fillBlanks } from "../support/fill-blanks";

const book = builtInBook();
const read = (text: string) => analyse({ text, language: "markdown" }, book);
const topics = [...new Set(builtInSentences.map(({ topic }) => topic))];

suite("Sentences that plans forget", () => {
  for (const topic of topics) {
    const sentences = builtInSentences.filter((sentence) => sentence.topic === topic);
    test(`${topic}: the first one supplies what it is offered for, and nothing can be said against any`, () => {
      const [first] = sentences;
      const supplies = suppliesOf(new FactTable(read(fillBlanks(first!.text)), book), book);
      assert.equal(supplies[first!.supplies].state, "satisfied");
      const document = read(sentences.map(({ text }) => fillBlanks(text)).join("\n\n"));
      const raised = judge(document, book, { ...CONSENSUS, everything: true }).map(({ message }) => message);
      assert.deepEqual(raised, []);
    });
  }

  test("every title is short enough for a list, and no two are the same", () => {
    const titles = builtInSentences.map(({ title }) => title);
    assert.deepEqual(new Set(titles).size, titles.length);
    assert.deepEqual(
      titles.filter((title) => title.length > 40),
      [],
    );
  });

  test("a mistake in a file is named with its line and cure, and the other files are read", () => {
    const good = "title: Pay\nsupplies: payment\nheadings: pay\nabout: Why.\nsentences:\n  - { title: T, text: X. }\n";
    const { sentences, problems } = readSentences({
      "sentences/good.yaml": good,
      "sentences/bad.yaml": good.replace("supplies: payment", "supplies: paymnt"),
      "sentences/poor.yaml": good.replace("supplies: payment\n", ""),
      "facts/other.yaml": "title: Not ours",
    });
    assert.deepEqual(
      sentences.map(({ id, topic, text }) => [id, topic, text]),
      [["good-1", "Pay", "X."]],
    );
    assert.deepEqual(
      problems.map(({ file, line, message }) => `${file}:${line}: ${message.split("?")[0]}`),
      [
        "sentences/bad.yaml:2: “paymnt” is no supplies. Did you mean “payment”",
        "sentences/poor.yaml:1: “supplies” is missing. Add a line `supplies: …`.",
      ],
    );
  });
});
