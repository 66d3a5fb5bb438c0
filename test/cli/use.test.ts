import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { CLI, engagementLint } from "../support/command-line";
import { LABEL } from "../support/rule-example";

suite("The command line's use", () => {
  test("--version and --help answer and read nothing", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    assert.deepEqual(await engagementLint(["--version"]), { code: 0, stdout: `${version}\n`, stderr: "" });
    const help = await engagementLint(["--help", "missing.md"]);
    assert.deepEqual([help.code, help.stderr], [0, ""]);
    for (const option of ["--format", "--print", "--fail-on", "--stdin-filename", "lsp"])
      assert.ok(help.stdout.includes(option));
  });

  test("--fail-on says how serious a finding must be to end with 1", async () => {
    const levels = ["error", "warning", "info", "hint"];
    const codes = await Promise.all(
      levels.map(async (level) => (await engagementLint(["-", "--fail-on", level], { stdin: LABEL.text })).code),
    );
    assert.deepEqual(
      codes,
      levels.map((_, place) => (place < levels.indexOf(LABEL.level) ? 0 : 1)),
    );
    assert.equal((await engagementLint(["-", "--fail-on", "never"], { stdin: LABEL.text })).code, 0);
  });

  test("input that can't be read outweighs findings", async () => {
    const { code } = await engagementLint(["-", "missing.md", "--fail-on=hint"], { stdin: LABEL.text });
    assert.equal(code, 2);
  });

  const misuses: readonly (readonly [string[], string])[] = [
    [
      ["--fromat", "json"],
      "There is no option --fromat. The options are --format, --print, --fail-on, --stdin-filename, --framework, --overlays, --check, --config, --no-config.",
    ],
    [["--format", "xml"], "--format can't be “xml”. It can be text, json, markdown, sarif, github."],
    [["--fail-on"], "--fail-on needs a value: error, warning, info, hint, never."],
    [
      ["--framework", "arnstien", "-"],
      "There is no framework “arnstien”. It can be consensus, iap2, inclusive, nhse, nihr, peoplehub, scie, tci, tlap.",
    ],
    [["--stdin-filename", "a.md"], "--stdin-filename needs “-” among the paths, for standard input."],
    [["-", "--print", "facts", "--format=json"], "--print facts is written as text only."],
  ];
  for (const [words, message] of misuses) {
    test(`${words.join(" ")} is answered with what would be right`, async () => {
      assert.deepEqual(await engagementLint(words), { code: 2, stdout: "", stderr: `engagement-lint: ${message}\n` });
    });
  }

  test("a name that begins with a dash can be given after --", async () => {
    const { stderr } = await engagementLint(["--", "--draft.md"]);
    assert.match(stderr, /^engagement-lint: --draft\.md is not there\./);
  });

  test("a reader that has seen enough may go", async () => {
    const child = spawn(process.execPath, [CLI, "-", "--format=json"], { stdio: ["pipe", "pipe", "pipe"] });
    const errors: Buffer[] = [];
    child.stderr.on("data", (chunk) => errors.push(chunk));
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.end(`${LABEL.text}\n\n`.repeat(2000));
    const code = await new Promise((done) => child.on("close", done));
    assert.deepEqual({ code, errors: Buffer.concat(errors).toString() }, { code: 0, errors: "" });
  });
});
