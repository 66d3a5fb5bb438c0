import assert from "node:assert/strict";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "vscode-languageserver";
import { engagementLint } from "./support/command-line";
import { LABEL } from "./support/rule-example";
import { withTeam } from "./support/team-client";
import { withFiles } from "./support/temporary-folder";

const PLAN = readFileSync("samples/riverside-plan.md", "utf8");
const LIDO = readFileSync("samples/lido-plan.md", "utf8");
const CONFIG = "engagement-lint.yaml";

const TEAM_RULE = `title: A buzzword stands for a step
family: wording
level: warning
message: “{found}” says nothing that can be held to. Say what will be done.
why: Our readers asked us to.
sources: [house-style]
find:
  - phrase: residents
examples:
  - flag: We meet <<residents>>.
  - flag: The <<residents>> meet.
  - pass: We meet.
  - pass: The panel meets.
`;

const ASIDE = `<!-- engagement-lint-disable-next-line ${LABEL.ruleId}: The group's own words. -->\n${LABEL.text}\n`;

/** Three teams that share nothing but the folder: a pack and a baseline, rules of its own, and nothing at all. */
const FILES = {
  "north/.git/HEAD": "",
  "north/node_modules/plain-pack/package.json": '{ "name": "plain-pack", "version": "1.0.0" }',
  [`north/node_modules/plain-pack/${CONFIG}`]: "framework: nihr\nfamilies: { tokenism: error }\n",
  [`north/${CONFIG}`]: `extends: plain-pack\nrules: { ${LABEL.ruleId}: error }\nbaseline: known.json\n`,
  "north/plan.md": PLAN,
  "north/aside.md": `${PLAN}\n${ASIDE}\n<!-- engagement-lint-disable nothing-such: Why. -->\n`,
  [`north/small/${CONFIG}`]: "context: { scale: small, draft: true }\nrules: { payment-missing: hint }\n",
  "north/small/plan.md": PLAN,
  [`south/${CONFIG}`]:
    "framework: scie\noverlays: [scotland]\nrulePaths: rules\naccepted: { term: the elderly, by: Riverside elders }\nexclude: old/**\n",
  "south/rules/team-buzzword.yaml": TEAM_RULE,
  "south/plan.txt": PLAN,
  "south/page.html": `<h1>Offer</h1>\n<p>${LABEL.text}</p>\n`,
  "south/old/plan.md": PLAN,
  "east/plan.md": LIDO,
  "east/said.md": `---\nkind: plan\nframework: tci\n---\n\n${LABEL.text}\n`,
  "east/minutes.md": `---\nkind: minutes\n---\n\n${PLAN}`,
};

const DOCUMENTS = Object.keys(FILES).filter((path) => /\.(md|txt|html)$/.test(path));
const SEVERITIES = ["error", "warning", "info", "hint"];

interface Message {
  readonly ruleId: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Result {
  readonly filePath: string;
  readonly messages: readonly Message[];
  readonly suppressed: readonly Message[];
  readonly known: number;
}

const fromCommandLine = ({ ruleId, severity, message, line, column, endLine, endColumn }: Message) =>
  `${line}:${column}-${endLine}:${endColumn} ${severity} ${ruleId} ${message}`;

const fromServer = ({ code, severity, message, range: { start, end } }: Diagnostic) =>
  `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${SEVERITIES[severity! - 1]} ${code} ${message}`;

async function resultsIn(folder: string): Promise<Map<string, Result>> {
  const results = new Map<string, Result>();
  for (const root of ["north", "south", "east"]) {
    const { stdout, stderr } = await engagementLint(["--format=json", "."], { cwd: join(folder, root) });
    assert.equal(stderr, "");
    for (const result of JSON.parse(stdout) as Result[]) results.set(result.filePath, result);
  }
  return results;
}

/** Before the teams' work goes on, what is there is known. */
async function withBaseline(folder: string): Promise<void> {
  const { code, stderr } = await engagementLint(["baseline", "plan.md"], { cwd: join(folder, "north") });
  assert.deepEqual([code, stderr], [0, ""]);
  appendFileSync(join(folder, "north/plan.md"), `\n${LABEL.text}\n`);
}

/** The side file of a finding, as whoever sets it aside writes it. */
async function withSideFile(folder: string): Promise<void> {
  const { stdout } = await engagementLint(["--format=json", "plan.txt"], { cwd: join(folder, "south") });
  const [{ messages }] = JSON.parse(stdout) as [Result];
  const { fingerprint, ruleId } = messages.at(-1)!;
  const entry = `suppressions:\n  - finding: ${fingerprint}\n    rule: ${ruleId}\n    reason: Agreed in March.\n`;
  appendFileSync(join(folder, "south/plan.txt.engagement-lint.yaml"), entry);
}

suite("Three teams, each in an editor and on the command line", () => {
  test("are told the same of every document, finding by finding", () =>
    withFiles(FILES, async (folder) => {
      await withBaseline(folder);
      await withSideFile(folder);
      const results = await resultsIn(folder);
      await withTeam(folder, ["north", "south", "east"], async (team) => {
        for (const path of DOCUMENTS) {
          await team.open(path);
          const told = (await team.diagnostics(path)).map(fromServer);
          assert.deepEqual(told, results.get(join(folder, path))?.messages.map(fromCommandLine), path);
        }
      });
      assertAllAtWork((path) => results.get(join(folder, path))!);
    }));
});

/** Two that are silent agree as well: each part of the fixture must have made a difference. */
function assertAllAtWork(of: (path: string) => Result): void {
  const rules = (path: string) => of(path).messages.map(({ ruleId }) => ruleId);
  assert.deepEqual(rules("north/plan.md"), [LABEL.ruleId], "the baseline");
  assert.ok(of("north/plan.md").known > 10, "the baseline");
  assert.ok(rules("north/aside.md").includes("suppression-unknown-rule"), "a mistyped suppression");
  assert.equal(of("north/aside.md").suppressed.length, 1, "a comment");
  assert.ok(
    of("north/aside.md").messages.some(({ severity }) => severity === "error"),
    "the pack",
  );
  assert.ok(of("north/small/plan.md").messages.length > 10, "a nested folder");
  assert.equal(of("south/plan.txt").suppressed.length, 1, "a side file");
  assert.ok(rules("south/plan.txt").includes("team-buzzword"), "a rule of the team's own");
  assert.deepEqual(rules("south/old/plan.md"), [], "a document that is left out");
  assert.deepEqual(rules("east/minutes.md"), [], "a document that says that it is no plan");
  assert.ok(rules("east/said.md").includes(LABEL.ruleId), "front matter");
}
