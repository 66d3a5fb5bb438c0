import assert from "node:assert/strict";
import fc from "fast-check";
import type { Range, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { PULLING, PUSHED, withLinter, withServer } from "../support/client";
import { fakeLinter } from "../support/fake-linter";
import { LABEL } from "../support/rule-example";

const PLAN = "file:///plan.md";

function at(line: number, character: number): Range {
  const place = { line, character };
  return { start: place, end: place };
}

suite("Editing", () => {
  test("a burst of edits is answered once, for the newest version", () =>
    withServer(PUSHED, async (client) => {
      await client.open(PLAN, LABEL.text);
      await client.pushed(PLAN, 1);
      for (let version = 2; version <= 60; version++) {
        void client.edit(PLAN, version, { range: at(0, 0), text: "x " });
      }
      const found = await client.pushed(PLAN, 60);
      const label = found.find(({ code }) => code === LABEL.ruleId);
      assert.equal(label?.range.start.character, 2 * 59 + LABEL.start);
      assert.deepEqual(
        client.pushes.map(({ version }) => version),
        [1, 60],
      );
    }));

  test("pulls among a burst of edits all get the newest version, which is read once", async () => {
    const linter = fakeLinter();
    await withLinter(linter, PULLING, async (client) => {
      await client.open(PLAN, "fault");
      const pulls = [client.pull(PLAN)];
      for (let version = 2; version <= 40; version++) {
        void client.edit(PLAN, version, { range: at(0, 0), text: "x" });
        pulls.push(client.pull(PLAN));
      }
      const reports = await Promise.all(pulls);
      const starts = reports.map((report) => (report.kind === "full" ? report.items[0]?.range.start.character : -1));
      assert.deepEqual([...new Set(starts)], [39]);
      assert.deepEqual(linter.texts, [`${"x".repeat(39)}fault`]);
    });
  });

  test("a version that was read is not read again, whatever is asked of it", async () => {
    const linter = fakeLinter();
    await withLinter(linter, PULLING, async (client) => {
      await client.open(PLAN, "a fault");
      await client.pull(PLAN);
      await client.actions(PLAN, at(0, 3));
      await client.hover(PLAN, 0, 3);
      await client.pull(PLAN, "an older result");
      assert.deepEqual(linter.texts, ["a fault"]);
    });
  });

  test("a document is read anew when it is opened again", () =>
    withServer(PULLING, async (client) => {
      await client.open(PLAN, LABEL.text);
      const before = await client.pull(PLAN);
      await client.close(PLAN);
      await client.open(PLAN, "The hall is open.");
      const after = await client.pull(PLAN, before.kind === "full" ? before.resultId : undefined);
      assert.ok(before.kind === "full" && before.items.some(({ code }) => code === LABEL.ruleId));
      assert.ok(after.kind === "full" && !after.items.some(({ code }) => code === LABEL.ruleId));
    }));

  test("whatever edits come in, the text that is read is the text that the editor has", async () => {
    const word = fc.constantFrom("", "fault", "\r\n", "\n", "\r", "🙂", "a b", "é");
    const place = fc.record({ line: fc.integer({ min: 0, max: 6 }), character: fc.integer({ min: 0, max: 12 }) });
    const change = fc.record({ a: place, b: place, text: word });
    const linter = fakeLinter();
    await withLinter(linter, PULLING, (client) =>
      fc.assert(
        fc.asyncProperty(
          fc.array(word, { maxLength: 8 }),
          fc.array(change, { minLength: 1, maxLength: 6 }),
          async (words, changes) => {
            let text = words.join("");
            await client.open(PLAN, text);
            const events = changes.map(({ a, b, text: inserted }) => {
              const [start, end] = [offset(text, a), offset(text, b)].sort((x, y) => x - y) as [number, number];
              const [first, last] = offset(text, a) <= offset(text, b) ? [a, b] : [b, a];
              text = text.slice(0, start) + inserted + text.slice(end);
              return { range: { start: first, end: last }, text: inserted } satisfies TextDocumentContentChangeEvent;
            });
            await client.edit(PLAN, 2, ...events);
            await client.pull(PLAN);
            assert.equal(linter.texts.at(-1), text);
            await client.close(PLAN);
          },
        ),
        { numRuns: 60 },
      ),
    );
  });
});

/** The offset of a place, as the protocol defines it: beyond the end of a line is its end, beyond the text is its end. */
function offset(text: string, { line, character }: { line: number; character: number }): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  if (/[\r\n]$/.test(text) || text === "") lines.push("");
  if (line >= lines.length) return text.length;
  const before = lines.slice(0, line).join("").length;
  return before + Math.min(character, lines[line]!.replace(/[\r\n]+$/, "").length);
}
