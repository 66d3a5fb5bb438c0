import assert from "node:assert/strict";
import type { ClientCapabilities, CodeAction, Range } from "vscode-languageserver";
import type { Finding } from "../../server/src/engine/finding";
import { hasBlanks, toSnippet } from "../../server/src/lsp/snippets";
import { apply } from "../support/apply";
import { type Client, PULLING, PUSHED, withLinter, withServer } from "../support/client";
import { fakeLinter } from "../support/fake-linter";
import { CLAIM, LABEL } from "../support/rule-example";

const PLAN = "file:///plan.md";

/** A client that asks for the edit of an action once it is chosen. */
const LAZY: ClientCapabilities = {
  ...PULLING,
  textDocument: {
    ...PULLING.textDocument,
    codeAction: { ...PULLING.textDocument?.codeAction, dataSupport: true, resolveSupport: { properties: ["edit"] } },
  },
};

/** A client that knows snippets, and commands for what is told of a finding. */
const ABLE: ClientCapabilities = {
  ...PULLING,
  workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
  experimental: { commands: { commands: ["engagementLint.explainRule", "engagementLint.copyAsComment"] } },
};

function characters(from: number, to: number): Range {
  return { start: { line: 0, character: from }, end: { line: 0, character: to } };
}

const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

const resolved = (client: Client, action: CodeAction | undefined): Promise<CodeAction> =>
  client.connection.sendRequest("codeAction/resolve", action);

/** Every fault is mended by a fix that is safe. */
const safe = (finding: Finding): Finding => ({
  ...finding,
  fixes: [{ ...finding.fixes[0]!, title: "Mend it", safe: true }],
});

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

  const preferredOf = (fixes: Finding["fixes"]) =>
    withLinter(
      fakeLinter((finding) => ({ ...finding, fixes })),
      PULLING,
      async (client) => {
        await client.open(PLAN, "a fault");
        return titles((await client.actions(PLAN, characters(2, 7))).filter(({ isPreferred }) => isPreferred));
      },
    );
  const fix = (title: string, text: string, isSafe = false) => ({
    title,
    safe: isSafe,
    edits: [{ span: { start: 2, end: 7 }, text }],
  });

  test("prefer the first safe fix, or the only fix where it leaves no blank; between two ways the author chooses", async () => {
    const rename = fix("Name it", "merit");
    const fill = fix("Say who", "merit [who]");
    assert.deepEqual(await preferredOf([rename, fix("Safe", "a", true), fix("Also safe", "b", true)]), ["Safe"]);
    assert.deepEqual(await preferredOf([rename]), ["Name it"]);
    assert.deepEqual(await preferredOf([fill]), []);
    assert.deepEqual(await preferredOf([rename, fill]), []);
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
      assert.deepEqual(
        [await asked("quickfix"), await asked(""), await asked("refactor", "source"), await asked("quick")],
        [1, 1, 0, 0],
      );
    }));

  test("are not offered to a client that can't take them", () =>
    withLinter(fakeLinter(), {}, async ({ initialized }) => {
      assert.equal(initialized?.capabilities.codeActionProvider, undefined);
    }));

  test("offer both ways: to name the thing honestly, or to make good what it promises, with blanks to fill in", () =>
    withServer(ABLE, async (client) => {
      await client.open(PLAN, CLAIM.text);
      const actions = await client.actions(PLAN, characters(CLAIM.start, CLAIM.end));
      const [rename, resource] = actions.filter(({ diagnostics }) => diagnostics?.[0]?.code === CLAIM.ruleId);
      assert.equal(apply(CLAIM.text, rename), CLAIM.fixed);
      const [change] = resource?.edit?.documentChanges ?? [];
      assert.ok(change && "edits" in change && "snippet" in change.edits[0]!);
      assert.match(
        change.edits[0].snippet.value,
        /^ A joint group of \$\{1:\[who\]\}, meeting from \$\{2:\[date\]\} to/,
      );
    }));

  test("leave the blanks in the text for a client that knows no snippets", () =>
    withServer(PULLING, async (client) => {
      await client.open(PLAN, CLAIM.text);
      const actions = await client.actions(PLAN, characters(CLAIM.start, CLAIM.end));
      const [, resource] = actions.filter(({ diagnostics }) => diagnostics?.[0]?.code === CLAIM.ruleId);
      assert.match(apply(CLAIM.text, resource), /A joint group of \[who\], meeting from \[date\]/);
    }));
});

suite("Code actions for many findings", () => {
  const TEXT = "fault, fault and fault";

  test("fix all of one kind where there are two or more with a safe fix", () =>
    withLinter(fakeLinter(safe), PULLING, async (client) => {
      await client.open(PLAN, TEXT);
      const actions = await client.actions(PLAN, characters(0, 0));
      assert.deepEqual(titles(actions), ["Mend it", "Fix all 3 of this kind: Mend it"]);
      assert.equal(apply(TEXT, actions[1]), "merit, merit and merit");
      await client.open("file:///one.md", "fault");
      assert.deepEqual(titles(await client.actions("file:///one.md", characters(0, 0))), ["Mend it"]);
    }));

  test("don't fix all of one kind where a fix has to be looked at", () =>
    withLinter(fakeLinter(), PULLING, async (client) => {
      await client.open(PLAN, TEXT);
      assert.deepEqual(titles(await client.actions(PLAN, characters(0, 0))), ["Make it good"]);
    }));

  test("apply all safe fixes for who asks for that by name, wherever the cursor is", () =>
    withLinter(
      fakeLinter((finding, place) => (place === 1 ? finding : safe(finding))),
      PULLING,
      async (client) => {
        await client.open(PLAN, TEXT);
        for (const kind of ["source.fixAll.engagementLint", "source.fixAll", "source"]) {
          const actions = await client.actions(PLAN, characters(6, 6), [kind]);
          assert.deepEqual(
            actions.map((one) => [one.kind, apply(TEXT, one)]),
            [["source.fixAll.engagementLint", "merit, fault and merit"]],
          );
        }
        assert.deepEqual(await client.actions(PLAN, characters(6, 6), ["source.fixAll.other"]), []);
        assert.deepEqual(await client.actions(PLAN, characters(6, 6)), []);
      },
    ));

  test("leave one of two findings for the next time where both would change the same words", () => {
    const wide = (finding: Finding, place: number): Finding => {
      const span = { start: place * 5, end: place * 5 + 8 };
      return { ...finding, fixes: [{ title: "Mend it", safe: true, edits: [{ span, text: "merit" }] }] };
    };
    return withLinter(fakeLinter(wide), PULLING, async (client) => {
      await client.open(PLAN, "faultfault and more");
      const [all] = await client.actions(PLAN, characters(0, 0), ["source.fixAll"]);
      assert.equal(apply("faultfault and more", all), "meritlt and more");
    });
  });

  test("tell clients that ask beforehand which kinds there are", () =>
    withLinter(fakeLinter(), LAZY, async ({ initialized }) => {
      assert.deepEqual(initialized?.capabilities.codeActionProvider, {
        codeActionKinds: ["quickfix", "source.fixAll.engagementLint"],
        resolveProvider: true,
      });
    }));
});

suite("Code actions that are resolved when they are chosen", () => {
  test("carry no edit until then, and the right one afterwards", () =>
    withLinter(fakeLinter(safe), LAZY, async (client) => {
      const text = "fault and fault";
      await client.open(PLAN, text);
      const actions = await client.actions(PLAN, characters(12, 12));
      assert.deepEqual(
        actions.map(({ edit }) => edit),
        [undefined, undefined],
      );
      assert.equal(apply(text, await resolved(client, actions[0])), "fault and merit");
      assert.equal(apply(text, await resolved(client, actions[1])), "merit and merit");
    }));

  test("are refused when the text has changed since", () =>
    withLinter(fakeLinter(), LAZY, async (client) => {
      await client.open(PLAN, "a fault");
      const [action] = await client.actions(PLAN, characters(2, 2));
      await client.edit(PLAN, 2, { range: characters(0, 1), text: "One" });
      await assert.rejects(resolved(client, action), { code: -32801, message: /The text has changed meanwhile/ });
      await client.close(PLAN);
      await assert.rejects(resolved(client, action), /The text has changed meanwhile/);
    }));

  test("are given back as they are where they need no edit", () =>
    withLinter(fakeLinter(), LAZY, async (client) => {
      const action = { title: "Another's", data: { of: "another" } };
      assert.deepEqual(await resolved(client, action), action);
    }));
});

suite("Code actions that tell", () => {
  test("explain the rule and copy a comment, for a client that has the commands", () =>
    withLinter(fakeLinter(), ABLE, async (client) => {
      await client.open(PLAN, "fault fault");
      const actions = await client.actions(PLAN, characters(0, 11));
      const told = actions.filter(({ command }) => command);
      assert.deepEqual(
        told.map(({ title, command, diagnostics }) => [
          title,
          command?.command,
          command?.arguments,
          diagnostics?.length,
        ]),
        [
          ["Explain rule: A fault is found", "engagementLint.explainRule", ["fault-found", PLAN], 2],
          ["Copy as review comment", "engagementLint.copyAsComment", [PLAN, characters(0, 11)], 2],
        ],
      );
    }));

  const pageOf = (client: Client, ruleId: string) =>
    client.connection.sendRequest<string | null>("engagementLint/rulePage", { ruleId, uri: PLAN });

  test("lead to a page for each rule, and to none for what is no rule", () =>
    withServer(ABLE, async (client) => {
      const page = (await pageOf(client, CLAIM.ruleId)) ?? "";
      assert.match(page, new RegExp(`^# ${CLAIM.title}\n[\\s\\S]*## Raised\n[\\s\\S]*## Level by framework`));
      assert.match(page, /^> “…” is described here/m);
      assert.equal(await pageOf(client, "nothing-of-the-kind"), null);
      const rules = await client.connection.sendRequest<{ id: string; title: string }[]>("engagementLint/rules", {});
      assert.ok(rules.some(({ id, title }) => id === CLAIM.ruleId && title === CLAIM.title));
      assert.deepEqual(
        rules.map(({ title }) => title),
        rules.map(({ title }) => title).sort((a, b) => a.localeCompare(b, "en")),
      );
    }));

  test("lead to a comment with the claim, the evidence and its line, the message, and a question", () =>
    withServer(ABLE, async (client) => {
      const text = "# Library plan\n\nWe will co-produce the *offer* with readers through a survey.\n";
      await client.open(PLAN, text);
      const range = { start: { line: 2, character: 10 }, end: { line: 2, character: 10 } };
      const comment = await client.connection.sendRequest<string>("engagementLint/reviewComment", { uri: PLAN, range });
      const part = comment.split("\n\n---\n\n").find((one) => one.includes("consultation methods only"));
      assert.match(
        part ?? "",
        /^> Line 3: “We will co-produce the \\\*offer\\\* with readers through a survey\.”\n\n“/,
      );
      assert.match(part ?? "", /\*\*Evidenced:\*\* Consult \(“[^”]*survey”, line 3\)/);
      assert.match(part ?? "", /\n- Line 3, “[^”]*survey”: This is how people take part here\n/);
      assert.match(part ?? "", /\n\n\*\*To ask:\*\* What do people decide together here, .*\?\n?$/);
      const nowhere = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
      const none = await client.connection.sendRequest("engagementLint/reviewComment", { uri: PLAN, range: nowhere });
      assert.equal(none, null);
    }));
});

suite("Snippets", () => {
  test("make a stop for the tab key of each blank, and keep what snippets would act upon as it is", () => {
    assert.equal(toSnippet("Paid [rate] by [date]."), `Paid \${1:[rate]} by \${2:[date]}.`);
    assert.equal(toSnippet("$5 {or} \\ [a $ or }]"), `\\$5 {or\\} \\\\ \${1:[a \\$ or \\}]}`);
    assert.deepEqual([hasBlanks("[rate]"), hasBlanks("rate"), hasBlanks("[]")], [true, false, false]);
  });
});
