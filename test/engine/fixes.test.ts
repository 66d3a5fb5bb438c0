import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import compiled from "virtual:rulebook";
import { makeBook } from "../../server/src/engine/book";
import type { Edit, Finding } from "../../server/src/engine/finding";
import { quotations } from "../../server/src/engine/reading/guards";
import { readMarked } from "../accuracy/marked";
import { applyFix, findingsOf } from "../support/read-with";

const book = makeBook(compiled.definitions);
const PLANS = readdirSync("test/corpus/plans")
  .filter((name) => name.endsWith(".md"))
  .slice(0, 120)
  .map((name) => readMarked(name, readFileSync(`test/corpus/plans/${name}`, "utf8")).text);
const EXAMPLES = book.rules.flatMap(({ examples }) => examples.map(({ text }) => text));
const TEXTS = [...PLANS, ...EXAMPLES, EXAMPLES.join("\n\n")];

/** The first fix of each finding that is safe, without overlaps, as “fix all” applies them. */
function safeEdits(findings: readonly Finding[]): Edit[] {
  const edits = findings.flatMap(({ fixes }) => fixes.find(({ safe }) => safe)?.edits ?? []);
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start);
  return inOrder.filter((edit, i) => i === 0 || inOrder[i - 1]!.span.end <= edit.span.start);
}

/** What is left of a text when the stretches that edits touch are taken out. */
function untouched(text: string, edits: readonly Edit[]): string {
  return applyFix(
    text,
    edits.map(({ span }) => ({ span, text: "" })),
  );
}

suite("Fixes", () => {
  test("there are safe fixes to be tried", () => {
    assert.ok(TEXTS.some((text) => safeEdits(findingsOf(text, "markdown", book)).length > 0));
  });

  test("all safe fixes together leave every other character as it was, and doing it twice changes nothing", () => {
    for (const text of TEXTS) {
      const edits = safeEdits(findingsOf(text, "markdown", book));
      const once = applyFix(text, edits);
      let shift = 0;
      const replaced = edits.map((edit) => {
        const start = edit.span.start + shift;
        shift += edit.text.length - (edit.span.end - edit.span.start);
        return { span: { start, end: start + edit.text.length }, text: edit.text };
      });
      assert.equal(untouched(once, replaced), untouched(text, edits));
      assert.deepEqual(safeEdits(findingsOf(once, "markdown", book)), [], once.slice(0, 200));
    }
  });

  test("no fix touches a quotation, and the edits of one fix never overlap", () => {
    for (const text of TEXTS) {
      for (const { fixes } of findingsOf(text, "markdown", book)) {
        for (const { edits, title } of fixes) {
          const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start);
          for (let i = 1; i < inOrder.length; i++) assert.ok(inOrder[i]!.span.start >= inOrder[i - 1]!.span.end, title);
          for (const { span } of edits) {
            const paragraph = text.lastIndexOf("\n\n", span.start) + 2;
            const quoted = quotations(text.slice(paragraph, span.end)).some(
              (quote) => quote.start + paragraph < span.start && quote.end + paragraph > span.end,
            );
            assert.ok(!quoted, `${title}: ${text.slice(span.start, span.end)}`);
          }
        }
      }
    }
  });

  test("a blank that a fix leaves is never evidence", () => {
    const text =
      "The panel meets each month for two years. Members take part on a voluntary basis. Members are offered [rate] for each [hour or meeting]. A fee of [£20 an hour] is paid.";
    assert.ok(findingsOf(text, "markdown", book).some(({ ruleId }) => ruleId === "payment-excluded"));
  });
});
