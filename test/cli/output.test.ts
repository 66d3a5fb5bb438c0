import assert from "node:assert/strict";
import { join } from "node:path";
import { SUPPLIES } from "../../server/src/engine/finding";
import { engagementLint } from "../support/command-line";
import { CLAIM, LABEL } from "../support/rule-example";
import { withFiles } from "../support/temporary-folder";

/** The findings of one rule in what `--format json` wrote. */
function messagesOf(stdout: string, ruleId: string, document = 0) {
  const results = JSON.parse(stdout);
  return results[document].messages.filter((message: { ruleId: string }) => message.ruleId === ruleId);
}

suite("The command line's text", () => {
  test("gives the place, how serious it is, the words in their line, and the words that bear on them", () =>
    withFiles({ "plan.md": `# Offer\n\n${CLAIM.text}\n` }, async (cwd) => {
      const { code, stdout, stderr } = await engagementLint(["plan.md"], { cwd });
      const lines = stdout.split("\n");
      const head = lines.findIndex((line) => line.endsWith(` ${CLAIM.ruleId}`));
      assert.ok(lines[head]?.startsWith(`plan.md:3:${CLAIM.start + 1} ${CLAIM.level} “${CLAIM.found}” `), lines[head]);
      assert.deepEqual(lines.slice(head + 1, head + 3), [
        `     3 | ${CLAIM.text}`,
        `       | ${" ".repeat(CLAIM.start)}${"^".repeat(CLAIM.found.length)}`,
      ]);
      assert.equal(lines[head + 3], lines[head + 1]);
      assert.match(lines[head + 4]!, / \^+ This is how people take part here$/);
      assert.match(stdout, /\n\d+ findings? in 1 document: [a-z0-9, ]+\.\nBy family: [a-z0-9, ]+\.\n$/);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    }));

  test("cuts a long paragraph around the words", async () => {
    const padding = "The hall is open. ".repeat(40);
    const stdin = `${padding}${LABEL.text} ${padding}`;
    const { stdout } = await engagementLint(["--check", "everything", "-"], { stdin });
    const lines = stdout.split("\n");
    const quoted = lines.findIndex((line) => line.includes("| ") && line.includes(LABEL.found));
    assert.match(lines[quoted]!, /^ +1 \| ….*…$/);
    assert.ok(lines[quoted]!.length <= 100, lines[quoted]);
    const marked = lines[quoted + 1]!;
    assert.equal(lines[quoted]!.slice(marked.indexOf("^"), marked.lastIndexOf("^") + 1), LABEL.found);
  });

  test("has no colours for a program, and lets nothing in a document change the terminal", async () => {
    const stdin = `${LABEL.text} \u001b[31mRed\u001b[0m and \u202eturned\u202c words.\n`;
    const { stdout } = await engagementLint(["-"], { stdin, env: { FORCE_COLOR: "1" } });
    assert.match(stdout, /\. {2}\[31mRed \[0m and {2}turned {2}words\.\n/);
    assert.doesNotMatch(stdout, /[\u001b\u202a-\u202e]/);
  });

  test("says so when there is nothing to say", async () => {
    const { code, stdout } = await engagementLint(["-"], { stdin: "The hall is open.\n" });
    assert.deepEqual({ code, stdout }, { code: 0, stdout: "1 document read; nothing found.\n" });
  });
});

suite("The command line's JSON", () => {
  test("has an entry for each document, with findings as they were agreed", () =>
    withFiles({ "a.md": CLAIM.text, "b.txt": "The hall is open.\n" }, async (cwd) => {
      const { stdout } = await engagementLint(["--format", "json", "a.md", "b.txt"], { cwd });
      const results = JSON.parse(stdout);
      assert.deepEqual(
        results.map(({ filePath }: { filePath: string }) => filePath),
        [join(cwd, "a.md"), join(cwd, "b.txt")],
      );
      assert.deepEqual(results[1].messages, []);
      const [message] = messagesOf(stdout, CLAIM.ruleId);
      const { message: words, related, fixes, fingerprint, ...rest } = message;
      assert.match(fingerprint, /^f[0-9a-f]{16}$/);
      assert.deepEqual(rest, {
        ruleId: CLAIM.ruleId,
        concern: "co-word-misused",
        family: "wording",
        severity: CLAIM.level,
        line: 1,
        column: CLAIM.start + 1,
        endLine: 1,
        endColumn: CLAIM.end + 1,
      });
      assert.ok(words.includes(`“${CLAIM.found}”`));
      assert.deepEqual(Object.keys(related[0]), ["line", "column", "endLine", "endColumn", "message"]);
      const { edits, ...fix } = fixes[0];
      assert.deepEqual(fix, { title: CLAIM.fix, safe: false });
      const { text, ...place } = edits[0];
      assert.deepEqual(place, { line: 1, column: CLAIM.start + 1, endLine: 1, endColumn: CLAIM.end + 1 });
      assert.equal(CLAIM.text.slice(0, CLAIM.start) + text + CLAIM.text.slice(CLAIM.end), CLAIM.fixed);
    }));

  test("names what is absent, once, at the title", async () => {
    const { stdout } = await engagementLint(["samples/riverside-plan.md", "--format", "json"]);
    const [{ messages }] = JSON.parse(stdout);
    const missing = messages.filter((message: { absent?: string[] }) => message.absent);
    assert.ok(missing.length > 0);
    for (const message of missing) {
      assert.ok(!("concern" in message));
      assert.deepEqual([message.line, message.column], [1, 3]);
      assert.ok(message.absent.every((supply: string) => (SUPPLIES as readonly string[]).includes(supply)));
    }
    assert.equal(new Set(missing.map(({ ruleId }: { ruleId: string }) => ruleId)).size, missing.length);
  });

  test("counts columns as the editor does: without a byte order mark, in UTF-16 units, whatever ends the lines", () =>
    withFiles({ "plan.md": `\ufeff${LABEL.text}\r\n\r\n🙂 long‑term: ${LABEL.text}\r\n` }, async (cwd) => {
      const { stdout } = await engagementLint(["--format=json", "."], { cwd });
      const places = messagesOf(stdout, LABEL.ruleId).map(
        ({ line, column, endLine, endColumn }: Record<string, number>) => [line, column, endLine, endColumn],
      );
      assert.deepEqual(places, [
        [1, LABEL.start + 1, 1, LABEL.end + 1],
        [3, LABEL.start + 15, 3, LABEL.end + 15],
      ]);
    }));
});

suite("What the reader made of a document", () => {
  test("can be printed as blocks", async () => {
    const { stdout } = await engagementLint(["-", "--print", "blocks"], {
      stdin: "# Plan\n\nWords\nand words.\n\n- one\n",
    });
    assert.equal(stdout, "<stdin>\n  1: heading 1: # Plan\n  3: paragraph: Words and words.\n  6: item 1: one\n");
  });

  test("can be printed as facts", async () => {
    const { stdout } = await engagementLint(["-", "--print", "facts"], { stdin: LABEL.text });
    assert.match(stdout, /^<stdin>\n(?: {2}1:\d+: [\w-]+: “.+\n)+$/);
    assert.ok(stdout.includes(`  1:${LABEL.start + 1}: `));
    assert.ok(stdout.includes(`: “${LABEL.found}”`));
  });
});
