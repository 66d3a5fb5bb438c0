import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { toSnippet } from "../client/src/blanks";
import { analyse, CONSENSUS, judge } from "../server/src/engine/analyse";
import type { Finding } from "../server/src/engine/finding";
import { builtInBook } from "../server/src/rulebook/built-in";
import { BLANK, fillBlanks } from "./support/fill-blanks";

const FOLDER = "samples/templates";
const book = builtInBook();

function findingsIn(text: string, framework: string): readonly Finding[] {
  const settings = { ...CONSENSUS, framework, everything: true };
  return judge(analyse({ text, language: "markdown" }, book), book, settings);
}

const said = (findings: readonly Finding[], text: string) =>
  findings.map(({ message, span }) => `${text.slice(span.start, span.end)}: ${message}`);

suite("Templates", () => {
  const names = readdirSync(FOLDER);

  test("there is one for each kind of document", () => {
    assert.deepEqual(names.sort(), [
      "co-production-plan.md",
      "consultation-plan.md",
      "feedback-report.md",
      "terms-of-reference.md",
    ]);
  });

  for (const name of names) {
    const text = readFileSync(`${FOLDER}/${name}`, "utf8");
    const filled = fillBlanks(text);

    for (const { id } of book.frameworks) {
      test(`${name}: there is nothing to say against it once it is filled in, by ${id}`, () => {
        assert.deepEqual(said(findingsIn(filled, id), filled), []);
      });
    }

    test(`${name}: as it is, nothing is missing but what its blanks stand for`, () => {
      // Whatever is still missing in the template is there once it is filled in, as the tests above hold.
      const others = findingsIn(text, CONSENSUS.framework).filter(({ absent }) => !absent);
      assert.deepEqual(said(others, text), []);
    });

    test(`${name}: a plan says that it is one, since its blanks hide that until they are filled in`, () => {
      assert.equal(/^---\nkind: plan\n---\n/.test(text), name !== "feedback-report.md");
    });

    test(`${name}: it begins with its title, has blanks to fill in, and none of them is a link by mistake`, () => {
      assert.match(text, /^(?:---\n.*\n---\n\n)?# /);
      assert.ok([...text.matchAll(BLANK)].length > 10);
      assert.deepEqual(text.match(/\]\(|^\[[^\]]*\]:|\[[^\]]*\n/gm) ?? [], []);
    });
  }

  test("a promise that the rest doesn't keep is found in a filled template too", () => {
    const text = fillBlanks(readFileSync(`${FOLDER}/consultation-plan.md`, "utf8"));
    const more = `${text}\nWe will co-produce the layout with residents through an online survey.\n`;
    assert.notDeepEqual(findingsIn(more, CONSENSUS.framework), []);
  });

  test("blanks of one name are filled together, and what a snippet would act upon stands for itself", () => {
    assert.equal(
      toSnippet("[Who] pays $5 to [whom]; [Who] {signs}."),
      `\${1:[Who]} pays \\$5 to \${2:[whom]}; \${1:[Who]} {signs\\}.`,
    );
    assert.equal(toSnippet("- [ ] See [here](a.md), [^1] and [it](b)"), "- [ ] See [here](a.md), [^1] and [it](b)");
  });
});
