import assert from "node:assert/strict";
import type { ClientCapabilities, Range } from "vscode-languageserver";
import { apply } from "../support/apply";
import { PULLING, PUSHED, withLinter, withServer } from "../support/client";
import { fakeLinter } from "../support/fake-linter";
import { LABEL } from "../support/rule-example";

const PLAN = "file:///plan.md";

function characters(from: number, to: number): Range {
  return { start: { line: 0, character: from }, end: { line: 0, character: to } };
}

suite("Code actions", () => {
  test("change the words that were found, and name the diagnostic that they mend", () =>
    withServer(PULLING, async (client) => {
      const text = `😀 ${LABEL.text}`;
      await client.open(PLAN, text);
      const report = await client.pull(PLAN);
      const actions = await client.actions(PLAN, characters(3 + LABEL.start, 3 + LABEL.start));
      const action = actions.find(({ title }) => title === LABEL.fix);
      assert.equal(apply(text, action), `😀 ${LABEL.fixed}`);
      assert.equal(action?.kind, "quickfix");
      assert.ok(report.kind === "full");
      const label = report.items.find(({ code }) => code === LABEL.ruleId);
      assert.deepEqual(action.diagnostics, [label]);
    }));

  test("are for the version that is open now, also straight after an edit", () =>
    withLinter(fakeLinter(), PUSHED, async (client) => {
      await client.open(PLAN, "A fault.");
      await client.pushed(PLAN, 1);
      void client.edit(PLAN, 2, { range: characters(0, 1), text: "Not one" });
      const actions = await client.actions(PLAN, characters(9, 9));
      assert.deepEqual(
        actions.map(({ edit }) => edit?.documentChanges),
        [[{ textDocument: { uri: PLAN, version: 2 }, edits: [{ range: characters(8, 13), newText: "merit" }] }]],
      );
    }));

  test("come without a version for a client that can't tell versions apart", async () => {
    const plain: ClientCapabilities = { ...PUSHED, workspace: {} };
    await withLinter(fakeLinter(), plain, async (client) => {
      await client.open(PLAN, "a fault");
      const [action] = await client.actions(PLAN, characters(2, 2));
      assert.deepEqual(action?.edit, { changes: { [PLAN]: [{ range: characters(2, 7), newText: "merit" }] } });
    });
  });

  test("prefer the first fix that is safe, and no other", () => {
    const linter = fakeLinter((finding) => {
      const [fix] = finding.fixes;
      return {
        ...finding,
        fixes: [fix!, { ...fix!, title: "Safe", safe: true }, { ...fix!, title: "Also safe", safe: true }],
      };
    });
    return withLinter(linter, PULLING, async (client) => {
      await client.open(PLAN, "a fault");
      const actions = await client.actions(PLAN, characters(2, 7));
      const preferred = actions.map(({ title, isPreferred }) => ({ title, isPreferred: isPreferred === true }));
      assert.deepEqual(preferred, [
        { title: "Make it good", isPreferred: false },
        { title: "Safe", isPreferred: true },
        { title: "Also safe", isPreferred: false },
      ]);
    });
  });

  test("are only for findings that the selection touches", () =>
    withLinter(fakeLinter(), PULLING, async (client) => {
      await client.open(PLAN, "fault and fault and fault");
      const at = async (from: number, to: number) => (await client.actions(PLAN, characters(from, to))).length;
      const counts = [await at(0, 0), await at(5, 5), await at(6, 9), await at(12, 12), await at(0, 25)];
      assert.deepEqual(counts, [1, 1, 0, 1, 3]);
    }));

  test("are given to who asks for quick fixes, and not to who asks for something else", () =>
    withLinter(fakeLinter(), PULLING, async (client) => {
      await client.open(PLAN, "a fault");
      const asked = async (...only: string[]) => (await client.actions(PLAN, characters(2, 7), only)).length;
      assert.deepEqual([await asked("quickfix"), await asked(""), await asked("refactor", "source")], [1, 1, 0]);
    }));

  test("are not offered to a client that can't take them", () =>
    withLinter(fakeLinter(), {}, async ({ initialized }) => {
      assert.equal(initialized?.capabilities.codeActionProvider, undefined);
    }));
});
