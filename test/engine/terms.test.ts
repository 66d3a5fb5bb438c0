import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { analyse } from "../../server/src/engine/analyse";
import { termAt } from "../../server/src/engine/terms";
import { builtInBook } from "../../server/src/rulebook/built-in";
import { builtInReference, builtInTerms } from "../../server/src/rulebook/built-in-terms";
import { readReference } from "../../server/src/rulebook/read-reference";
import { readTerms } from "../../server/src/rulebook/read-terms";

/** The term under the mark `|`, and the words that it takes up. */
function under(marked: string): [string, string] | undefined {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const found = termAt(offset, analyse({ text, language: "markdown" }, builtInBook()), builtInTerms);
  return found && [found.term.id, text.slice(found.span.start, found.span.end)];
}

suite("Terms", () => {
  test("are known in any inflection, hyphenated or not, and over the end of a line", () => {
    assert.deepEqual(under("We are co-pro|ducing it."), ["co-production", "co-producing"]);
    assert.deepEqual(under("|Coproduction matters."), ["co-production", "Coproduction"]);
    assert.deepEqual(under("A co\u2011pro|duced plan."), ["co-production", "co\u2011produced"]);
    assert.deepEqual(under("> By the Gunning\n> prin|ciples it is fair."), [
      "gunning-principles",
      "Gunning\n> principles",
    ]);
    assert.deepEqual(under("Two experts by exp|erience sit on it."), ["expert-by-experience", "experts by experience"]);
  });

  test("of more words win over terms of fewer within them", () => {
    assert.deepEqual(under("A ladder of co-prod|uction."), ["ladder-of-participation", "ladder of co-production"]);
  });

  test("are not looked for in other words, code or the target of a link", () => {
    assert.equal(under("We will he|ar people."), undefined);
    assert.equal(under("Run `co-pro|duction` now."), undefined);
    assert.equal(under("See [this](https://example.org/co-pro|duction)."), undefined);
    assert.equal(under("\n|\n"), undefined);
  });

  test("have short meanings in plain words and sources that are named in full", () => {
    for (const { id, means, says, sources } of builtInTerms) {
      const sentences = [means, ...Object.values(says)];
      for (const text of sentences) assert.ok(text.length <= 340 && /[.!?]$/.test(text), `${id}: ${text}`);
      for (const source of sources) assert.ok(builtInReference.sources[source], `${id}: ${source}`);
    }
    for (const { id, sources } of builtInBook().rules)
      for (const source of sources) assert.ok(builtInReference.sources[source], `${id}: ${source}`);
  });

  test("that can't be read give problems with file, line and cure, and the others are read", () => {
    const good = readFileSync("rules/terms/placation.yaml", "utf8");
    const { terms, problems } = readTerms(
      { "terms/placation.yaml": good, "terms/x.yaml": "title: X\nwords: [x]\nmeans: X.\nsays:\n  tlp: Y.\n" },
      ["tlap", "arnstein", "iap2"],
    );
    assert.deepEqual(
      terms.map(({ id }) => id),
      ["placation"],
    );
    assert.deepEqual(
      problems.map(({ file, line, message }) => `${file}:${line} ${message}`),
      ["terms/x.yaml:5 There is no framework “tlp”. Did you mean “tlap”?"],
    );
  });

  test("come with a question for every concern and supply, and one left out is told", () => {
    const questions = readFileSync("rules/reference/questions.yaml", "utf8");
    const sources = readFileSync("rules/reference/sources.yaml", "utf8");
    const without = questions.replace(/\n {2}equality:.*/, "");
    const { problems } = readReference({ "reference/questions.yaml": without, "reference/sources.yaml": sources });
    assert.deepEqual(
      problems.map(({ message }) => message),
      ["“equality” is missing under “supplies”."],
    );
  });
});
