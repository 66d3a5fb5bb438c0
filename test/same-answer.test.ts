import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { globSync } from "tinyglobby";
import type { Diagnostic } from "vscode-languageserver";
import { engagementLint } from "./support/command-line";
import { withTeam } from "./support/team-client";

const ROOTS = ["council", "trust", "charity"] as const;
/** The rules that the pack weighs by name. */
const NAMED = ["people-first-wording", "riverside-jargon"];
const LEVELS = ["", "error", "warning", "info", "hint"];

interface Message {
  readonly ruleId: string;
  readonly fingerprint: string;
  readonly family: string;
  readonly severity: string;
  readonly message: string;
  readonly absent?: string | readonly string[];
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Result {
  readonly filePath: string;
  readonly messages: readonly Message[];
  readonly suppressed: readonly (Message & { readonly reason: string })[];
  readonly known: number;
}

const run = promisify(execFile);
const npm = (cwd: string, ...words: string[]) => run("npm", words, { cwd, shell: process.platform === "win32" });

suite("The editor and the command line, for three teams that share a pack", function () {
  // Packages are installed, and the command is run for each team.
  this.timeout(120_000);
  let folder: string;
  const at = (path: string) => join(folder, path);

  /** The pack is packed and installed as any package is, without the network. */
  suiteSetup(async () => {
    folder = mkdtempSync(join(tmpdir(), "engagement-lint-teams-"));
    cpSync("test/fixtures/teams", folder, { recursive: true });
    const pack = join(process.cwd(), "test/fixtures/pack");
    const { stdout } = await npm(folder, "pack", pack, "--pack-destination", folder, "--json");
    const file = at(JSON.parse(stdout)[0].filename);
    for (const team of ["council", "trust"])
      await npm(at(team), "install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", file);
    await writeDownWhatIsKnown();
    await setAsideInPlainText();
  });

  suiteTeardown(() => rmSync(folder, { recursive: true, force: true }));

  /** What stands in the council's plan today is known; one more of the same is not, nor is a comment with a slip in it. */
  async function writeDownWhatIsKnown(): Promise<void> {
    const { code, stderr } = await engagementLint(["baseline", "plans"], { cwd: at("council") });
    assert.equal(code, 0, stderr);
    appendFileSync(
      at("council/plans/library.md"),
      "\nLater we will meet the elderly again.\n\n<!-- engagement-lint-disable-next-line nothing-such: A slip. -->\nWe meet.\n",
    );
  }

  async function setAsideInPlainText(): Promise<void> {
    const [result] = await checkedIn("trust", "clinic.txt");
    const { ruleId, fingerprint } = result!.messages.find((one) => one.ruleId === "people-first-wording")!;
    const entry = { finding: fingerprint, rule: ruleId, reason: "The patients' panel asked for these words." };
    writeFileSync(at("trust/clinic.txt.engagement-lint.yaml"), JSON.stringify({ suppressions: [entry] }));
  }

  async function checkedIn(team: string, ...paths: string[]): Promise<Result[]> {
    const args = ["--format=json", ...(paths.length ? paths : ["."])];
    const { stdout, stderr } = await engagementLint(args, { cwd: at(team) });
    assert.equal(stderr, "");
    return JSON.parse(stdout);
  }

  async function byCommandLine(): Promise<Map<string, Result>> {
    const all = await Promise.all(ROOTS.map((team) => checkedIn(team)));
    return new Map(all.flat().map((result) => [relative(folder, result.filePath), result]));
  }

  test("say the same, finding by finding", async () => {
    const results = await byCommandLine();
    await withTeam(folder, ROOTS, async (team) => {
      for (const [path, { messages }] of results) {
        await team.open(path);
        const shown = await team.diagnostics(path);
        assert.deepEqual(shown.map(fromServer), messages.map(fromCommandLine), path);
      }
    });
  });

  test("agree on the packs, overrides, suppressions and baseline that the fixture is about", async () => {
    const results = await byCommandLine();
    const said = (path: string) => results.get(path)!.messages.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
    assert.deepEqual([...results.keys()].sort(), [
      "charity/archive/old.md",
      "charity/minutes.md",
      "charity/page.html",
      "charity/pilot.md",
      "council/plans/library.md",
      "trust/clinic.txt",
      "trust/pilot/study.md",
    ]);
    const library = results.get("council/plans/library.md")!;
    const named = said("council/plans/library.md").filter((one) => one.startsWith("people-first-wording"));
    assert.deepEqual(named, ["people-first-wording error"], "only the one that is new");
    assert.ok(library.known > 1);
    assert.deepEqual(
      library.suppressed.map(({ ruleId }) => ruleId),
      ["people-first-wording"],
    );
    assert.match(library.suppressed[0]!.reason, /Seniors' Forum/);
    const clinic = results.get("trust/clinic.txt")!;
    assert.deepEqual(
      clinic.suppressed.map(({ ruleId }) => ruleId),
      ["people-first-wording"],
    );
    assert.ok(said("trust/clinic.txt").includes("people-first-wording error"), "a rule that the pack names");
    const softened = clinic.messages.filter(({ ruleId, family }) => family === "wording" && !NAMED.includes(ruleId));
    assert.deepEqual(
      [...new Set(softened.map(({ severity }) => severity))],
      ["info"],
      "a family that the team softened",
    );
    assert.ok(!said("trust/clinic.txt").some((one) => one.startsWith("payment-missing")), "the pack's own words");
    const study = said("trust/pilot/study.md");
    assert.ok(study.includes("riverside-jargon error"), "a rule of the pack, weighed by a folder");
    assert.ok(study.includes("people-first-wording warning"), "a folder within a team");
    assert.ok(
      said("council/plans/library.md").some((one) => one.startsWith("suppression-unknown-rule")),
      "a mistyped comment",
    );
    assert.deepEqual(said("charity/archive/old.md"), [], "left out");
    assert.deepEqual(said("charity/minutes.md"), [], "no plan, by its own front matter");
    assert.ok(said("charity/pilot.md").includes("charity-reach-out warning"), "a rule of the team’s own");
    assert.ok(said("charity/page.html").length > 0);
    assert.ok(!said("charity/page.html").some((one) => one.startsWith("payment-missing")), "a standing policy");
  });

  test("say the same of documents that no configuration speaks of", async () => {
    const paths = globSync(["samples/**/*.md", "test/editor/workspace/**/*.{md,txt,html}"]).sort();
    const { stdout } = await engagementLint(["--format=json", ...paths]);
    const results = new Map((JSON.parse(stdout) as Result[]).map((result) => [relative(".", result.filePath), result]));
    assert.ok(
      [...results.values()].some(({ messages }) => messages.length > 0),
      "nothing was found to compare",
    );
    await withTeam(".", ["."], async (team) => {
      for (const path of paths) {
        await team.open(path);
        const shown = await team.diagnostics(path);
        const reported = withoutParts(results.get(path)!.messages);
        assert.deepEqual(shown.map(fromServer), reported.map(fromCommandLine), path);
      }
    });
  });

  test("take in a pack's new version together", async () => {
    await withTeam(folder, ROOTS, async (team) => {
      const path = "trust/pilot/study.md";
      await team.open(path);
      assert.ok((await team.codes(path)).includes("riverside-jargon"));
      const rule = "trust/node_modules/@riverside/engagement-rules/rules/riverside-jargon.yaml";
      const before = readFileSync(at(rule), "utf8");
      try {
        await team.changing(() => team.write(rule, before.replace('      - "system convening space"\n', "")));
        const [result] = await checkedIn("trust", "pilot/study.md");
        const shown = await team.diagnostics(path);
        assert.deepEqual(shown.map(fromServer), result!.messages.map(fromCommandLine));
        assert.ok(!shown.some(({ code }) => code === "riverside-jargon"));
      } finally {
        writeFileSync(at(rule), before);
      }
    });
  });
});

/** An umbrella speaks for its parts in the editor; a report keeps them all. */
function withoutParts(messages: readonly Message[]): Message[] {
  const missed = messages.map(({ absent = [] }) => [absent].flat());
  const covered = missed.filter(({ length }) => length > 1).flat();
  return messages.filter((_, number) => !(missed[number]!.length === 1 && covered.includes(missed[number]![0]!)));
}

const fromCommandLine = (one: Message) =>
  `${one.line}:${one.column}-${one.endLine}:${one.endColumn} ${one.severity} ${one.ruleId} ${one.fingerprint} ${one.message}`;

const fromServer = ({ code, message, severity, data, range: { start, end } }: Diagnostic) =>
  `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${LEVELS[severity!]} ${code} ${data.fingerprint} ${message}`;
