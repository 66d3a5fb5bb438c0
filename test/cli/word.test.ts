import assert from "node:assert/strict";
import { engagementLint } from "../support/command-line";
import { LABEL } from "../support/rule-example";
import { withFiles } from "../support/temporary-folder";
import { docx, para } from "../word/docx";

const PLAN = docx({
  body: para("Payment", "berschrift1") + para("The hall is open.") + para(LABEL.text),
  header: para("Draft"),
});

suite("The command line and Word", () => {
  test("findings are placed by heading and paragraph, for no one counts lines in Word", () =>
    withFiles({ "plan.docx": PLAN }, async (cwd) => {
      const { stdout } = await engagementLint(["plan.docx"], { cwd });
      assert.match(stdout, /^plan\.docx: Payment, paragraph 2 \w+ /m);
      assert.doesNotMatch(stdout, /plan\.docx:\d/);
      assert.match(
        stdout,
        /plan\.docx: not all of this Word document could be read\.\n {2}1 page header or footer is left/,
      );
    }));

  test("the places are there for programs too, and no edits that would be made in the wrong place", () =>
    withFiles({ "plan.docx": PLAN }, async (cwd) => {
      const { stdout } = await engagementLint(["plan.docx", "--format=json"], { cwd });
      const [{ messages, lost }] = JSON.parse(stdout);
      const found = messages.find((message: { ruleId: string }) => message.ruleId === LABEL.ruleId);
      assert.deepEqual(found.place, { heading: "Payment", paragraph: 2, text: "Payment, paragraph 2" });
      assert.ok(messages.every((message: { fixes: unknown[] }) => message.fixes.length === 0));
      assert.deepEqual(lost, ["1 page header or footer is left out (“Draft”)"]);
    }));

  test("a folder's Word documents are read, but not the locks that Word keeps beside them", () =>
    withFiles({ "plan.docx": PLAN, "~$plan.docx": "lock" }, async (cwd) => {
      const { code, stdout, stderr } = await engagementLint(["--format=json", "--fail-on=never"], { cwd });
      assert.deepEqual({ code, stderr, read: JSON.parse(stdout).length }, { code: 0, stderr: "", read: 1 });
    }));

  test("one that can't be read is told of, and the others are read", () =>
    withFiles({ "a.docx": "no zip", "b.docx": PLAN }, async (cwd) => {
      const { code, stdout, stderr } = await engagementLint(["a.docx", "b.docx", "--format=json"], { cwd });
      assert.equal(code, 2);
      assert.equal(stderr, "engagement-lint: a.docx is no Word document. Save it from Word as .docx.\n");
      assert.equal(JSON.parse(stdout).length, 1);
    }));

  test("it may come through standard input, under its name", async () => {
    const { stdout } = await engagementLint(["-", "--stdin-filename=plan.docx"], { stdin: PLAN });
    assert.match(stdout, /plan\.docx: Payment, paragraph 2/);
  });
});
