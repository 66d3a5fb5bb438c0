import assert from "node:assert/strict";
import { DiagnosticSeverity } from "vscode-languageserver";
import { PULLING, PUSHED, withLinter, withServer } from "../support/client";
import { eventually } from "../support/eventually";
import { fakeLinter } from "../support/fake-linter";
import { CLAIM, LABEL } from "../support/rule-example";

const PLAN = "file:///plan.md";

const SEVERITY: Readonly<Record<string, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

suite("Diagnostics that are pushed", () => {
  test("say what was found, how serious it is, where and by which rule", () =>
    withServer(PUSHED, async (client) => {
      await client.open(PLAN, LABEL.text);
      const found = await client.pushed(PLAN, 1);
      const label = found.find(({ code }) => code === LABEL.ruleId);
      assert.deepEqual(label?.range, {
        start: { line: 0, character: LABEL.start },
        end: { line: 0, character: LABEL.end },
      });
      assert.equal(label.severity, SEVERITY[LABEL.level]);
      assert.equal(label.source, "engagement-lint");
      assert.ok(String(label.message).includes(`“${LABEL.found}”`));
      const { fingerprint, ...told } = label.data;
      assert.match(fingerprint, /^[0-9a-f]{16}/);
      assert.deepEqual(told, { family: "wording", concern: "people-wording" });
    }));

  test("show the words that undo a claim beside the claim", () =>
    withServer(PUSHED, async (client) => {
      await client.open(PLAN, CLAIM.text);
      const found = (await client.pushed(PLAN, 1)).find(({ code }) => code === CLAIM.ruleId);
      assert.equal(found?.range.start.character, CLAIM.start);
      const [related] = found.relatedInformation ?? [];
      assert.equal(related?.location.uri, PLAN);
      assert.equal(related.location.range.start.line, 0);
      assert.notDeepEqual(related.location.range, found.range);
    }));

  test("leave related places out for a client that has no room for them", async () => {
    const { textDocument, ...rest } = PUSHED;
    const plain = { ...rest, textDocument: { ...textDocument, publishDiagnostics: { versionSupport: true } } };
    await withServer(plain, async (client) => {
      await client.open(PLAN, CLAIM.text);
      const found = await client.pushed(PLAN, 1);
      assert.ok(found.length > 0);
      assert.ok(found.every((diagnostic) => diagnostic.relatedInformation === undefined));
    });
  });

  test("carry no version for a client that knows none", () =>
    withServer({}, async (client) => {
      await client.open(PLAN, LABEL.text);
      const push = await eventually(() => client.pushes[0]);
      assert.ok(push.diagnostics.length > 0);
      assert.ok(!("version" in push));
    }));

  test("are taken back when the document is closed", () =>
    withServer(PUSHED, async (client) => {
      await client.open(PLAN, LABEL.text);
      await client.pushed(PLAN, 1);
      await client.close(PLAN);
      const last = await eventually(() => client.pushes[1]);
      assert.deepEqual(last, { uri: PLAN, diagnostics: [] });
    }));

  test("don't come for a document that was closed before it was read", () =>
    withServer(PUSHED, async (client) => {
      await client.open(PLAN, LABEL.text);
      await client.close(PLAN);
      await client.open("file:///other.md", LABEL.text);
      await client.pushed("file:///other.md", 1);
      const about = client.pushes.filter(({ uri }) => uri === PLAN);
      assert.deepEqual(about, [{ uri: PLAN, diagnostics: [] }]);
    }));

  test("come without being asked for: the server offers no pulling", () =>
    withServer(PUSHED, async ({ initialized }) => {
      assert.equal(initialized?.capabilities.diagnosticProvider, undefined);
      assert.equal(initialized?.capabilities.positionEncoding, "utf-16");
    }));
});

suite("Diagnostics that are pulled", () => {
  test("are given for the version in hand, then called unchanged until it changes", () =>
    withServer(PULLING, async (client) => {
      await client.open(PLAN, LABEL.text);
      const first = await client.pull(PLAN);
      assert.ok(first.kind === "full" && first.resultId && first.items.length > 0);
      const again = await client.pull(PLAN, first.resultId);
      assert.deepEqual(again, { kind: "unchanged", resultId: first.resultId });

      const start = { line: 0, character: 0 };
      await client.edit(PLAN, 2, { range: { start, end: start }, text: "Oh! " });
      const moved = await client.pull(PLAN, first.resultId);
      assert.ok(moved.kind === "full" && moved.resultId !== first.resultId);
      assert.equal(moved.items[0]?.range.start.character, first.items[0]!.range.start.character + 4);
    }));

  test("are never pushed as well", () =>
    withServer(PULLING, async (client) => {
      await client.open(PLAN, LABEL.text);
      await client.pull(PLAN);
      await client.close(PLAN);
      await client.pull(PLAN);
      assert.deepEqual(client.pushes, []);
      assert.deepEqual(client.initialized?.capabilities.diagnosticProvider, {
        identifier: "engagement-lint",
        interFileDependencies: false,
        workspaceDiagnostics: false,
      });
    }));

  test("are none for a document that isn't open", () =>
    withServer(PULLING, async (client) => {
      assert.deepEqual(await client.pull("file:///nowhere.md"), { kind: "full", items: [] });
    }));
});

suite("Diagnostics of any kind", () => {
  test("are given for Markdown, plain text and HTML, and for nothing else", () =>
    withServer(PULLING, async (client) => {
      const counts: Record<string, number> = {};
      for (const language of ["markdown", "plaintext", "text", "html", "javascript", "constructor"]) {
        const uri = `file:///plan.${language}`;
        await client.open(uri, `<p>${LABEL.text}</p>`, language);
        const report = await client.pull(uri);
        counts[language] = report.kind === "full" ? report.items.length : -1;
      }
      const found = Object.keys(counts).filter((language) => counts[language]! > 0);
      assert.deepEqual(found, ["markdown", "plaintext", "text", "html"]);
    }));

  test("count in UTF-16 units across emoji, odd hyphens and lines that end as Windows ends them", () =>
    withServer(PULLING, async (client) => {
      const before = "👩‍👩‍👧 It’s a long‑term plan. ";
      assert.equal(before.length, 32);
      await client.open(PLAN, `# 🧭 Plan\r\n\r\n${before}${LABEL.text} 🙂\r\n`);
      const report = await client.pull(PLAN);
      assert.ok(report.kind === "full");
      const label = report.items.find(({ code }) => code === LABEL.ruleId);
      assert.deepEqual(label?.range, {
        start: { line: 2, character: before.length + LABEL.start },
        end: { line: 2, character: before.length + LABEL.end },
      });
    }));

  test("are at most a thousand, the most serious, and the last says that there are more", async () => {
    const linter = fakeLinter((finding, place) => (place === 1190 ? { ...finding, severity: "error" } : finding));
    await withLinter(linter, PULLING, async (client) => {
      await client.open(PLAN, "fault\n".repeat(1200));
      const report = await client.pull(PLAN);
      assert.ok(report.kind === "full");
      assert.equal(report.items.length, 1000);
      assert.equal(report.items[0]?.range.start.line, 1190);
      assert.equal(report.items[998]?.range.start.line, 997);
      const last = report.items[999]!;
      assert.equal(last.message, "201 more findings are not shown: these are the 999 most serious.");
      assert.equal(last.range.start.line, 998);
    });
  });

  test("are all there when they are a thousand", () =>
    withLinter(fakeLinter(), PULLING, async (client) => {
      await client.open(PLAN, "fault\n".repeat(1000));
      const report = await client.pull(PLAN);
      assert.ok(report.kind === "full" && report.items.every(({ message }) => message === "There is a fault."));
      assert.equal(report.items.length, 1000);
    }));

  test("a client that asks is told to ask again for a document that it closed and opened", () =>
    withServer(PULLING, async (client) => {
      await client.open(PLAN, LABEL.text);
      assert.equal(client.refreshes, 0);
      await client.notify("textDocument/didClose", { textDocument: { uri: PLAN } });
      await client.open(PLAN, LABEL.text);
      await eventually(() => client.refreshes === 1);
    }));
});
