import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languageOfFile } from "../../server/src/cli/language";
import { analyse, CONSENSUS, judge, type Language } from "../../server/src/engine/analyse";
import { builtInBook } from "../../server/src/rulebook/built-in";
import { markedDocuments } from "../accuracy/marked";

const book = builtInBook();
const languageOf = (name: string): Language => languageOfFile(name) ?? "markdown";

/** READMEs of the packages that this project itself uses: software, not plans. */
function readmes(): { name: string; text: string }[] {
  return readdirSync("node_modules")
    .flatMap((name) =>
      name.startsWith("@") ? readdirSync(join("node_modules", name)).map((inner) => join(name, inner)) : [name],
    )
    .map((name) => join("node_modules", name, "README.md"))
    .filter(existsSync)
    .map((name) => ({ name, text: readFileSync(name, "utf8") }));
}

suite("Whole documents", () => {
  test("READMEs of dependencies are left alone", () => {
    const all = readmes();
    assert.ok(all.length > 20, `only ${all.length} READMEs`);
    const raised = all.flatMap(({ name, text }) =>
      judge(analyse({ text, language: "markdown" }, book), book).map(({ ruleId }) => `${name}: ${ruleId}`),
    );
    assert.deepEqual(raised, []);
  });

  test("every finding stands on whole characters inside the document, with related places that do too", () => {
    for (const { name, text } of markedDocuments("test/corpus/plans").filter((_, i) => i % 6 === 0)) {
      for (const version of [text, `\uFEFF${text}`, text.replace(/\n/g, "\r\n")]) {
        for (const { span, related, message } of judge(
          analyse({ text: version, language: languageOf(name) }, book),
          book,
        )) {
          for (const place of [span, ...related.map((one) => one.span)]) {
            assert.ok(
              place.start >= 0 && place.start < place.end && place.end <= version.length,
              `${name}: ${message}`,
            );
          }
          assert.ok(message.length <= 200, message);
        }
      }
    }
  });

  test("line ends change no finding", () => {
    for (const { name, text } of markedDocuments("test/corpus/plans").filter((_, i) => i % 7 === 0)) {
      const said = (version: string): string[] =>
        judge(analyse({ text: version, language: languageOf(name) }, book), book).map(
          ({ ruleId, message }) => `${ruleId}: ${message}`,
        );
      assert.deepEqual(said(text.replace(/\n/g, "\r\n")), said(text), name);
    }
  });

  test("a document that is no plan is judged when that is asked for", () => {
    const readme = readmes().find(({ text }) => text.length > 3000)!;
    const text = `${readme.text}\n\nWe will work with hard to reach groups.\n`;
    const document = analyse({ text, language: "markdown" }, book);
    const raised = judge(document, book, { ...CONSENSUS, everything: true });
    assert.ok(raised.some(({ ruleId }) => ruleId === "people-first-wording"));
  });

  test("a framework changes what a rule weighs and says", () => {
    const text = "We will co-produce the day centre offer through an online survey that closes in March.";
    const document = analyse({ text, language: "markdown" }, { ...book, reader: undefined });
    const weight = (framework: string): unknown =>
      judge(document, { ...book, reader: undefined }, { ...CONSENSUS, framework }).find(
        ({ ruleId }) => ruleId === "consultation-called-coproduction",
      )?.severity;
    assert.equal(weight("consensus"), "warning");
    assert.equal(weight("tci"), "error");
  });
});
