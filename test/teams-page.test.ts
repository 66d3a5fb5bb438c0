import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { engagementLint } from "./support/command-line";
import { LABEL } from "./support/rule-example";
import { withFiles } from "./support/temporary-folder";

const page = readFileSync("README.md", "utf8");
const section = page.slice(page.indexOf("## For teams"), page.indexOf("**Accept one finding"));

/** What the page has a reader write and run, in its order. */
const blocks = [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, kind, text]) => ({ kind, text: text! }));
const [smallest, begin, rule, tryRules, pack, manifest, makePack, install, team] = blocks;

const run = promisify(execFile);

/** Runs the commands of a block as they stand there, in a folder, without the network. */
async function follow(block: { text: string } | undefined, cwd: string): Promise<string[]> {
  const said: string[] = [];
  for (const line of block!.text.trim().split("\n")) {
    const [program, ...words] = line.replace(/#.*/, "").trim().split(/\s+/);
    if (program === "engagement-lint") {
      const { code, stdout, stderr } = await engagementLint(words, { cwd });
      assert.deepEqual([code, stderr], [0, ""], `${line}\n${stdout}`);
      said.push(stdout);
    } else {
      assert.equal(program, "npm", line);
      const offline = words[0] === "install" ? ["--offline", "--no-audit", "--no-fund"] : [];
      said.push((await run("npm", [...words, ...offline], { cwd, shell: process.platform === "win32" })).stdout);
    }
  }
  return said;
}

function write(block: { text: string } | undefined, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, block!.text);
}

suite("The page for teams", () => {
  test("takes an empty folder to a shared pack, each command as it is written", () =>
    withFiles({ "team/hours.md": "We heard from stakeholder voices.\n", "team/.git/HEAD": "" }, async (folder) => {
      assert.equal(blocks.length, 9, "the page has other steps now");
      const at = (path: string) => join(folder, path);
      const [, explained] = await follow(begin, at("team"));
      assert.match(explained!, /^hours\.md\nChecked\./);
      write(smallest, at("team/engagement-lint.yaml"));
      const named = /^# (\S+)\n/.exec(rule!.text)![1]!;
      write(rule, at(`pack/${named}`));
      assert.match((await follow(tryRules, at("pack")))[0]!, /6 examples tried; all are as they should be/);
      write(pack, at("pack/riverside.yaml"));
      write(manifest, at("pack/package.json"));
      const [tried] = await follow(makePack, at("pack"));
      assert.match(tried!, /6 examples tried; all are as they should be/);
      await follow(install, at("team"));
      write(team, at("team/engagement-lint.yaml"));
      writeFileSync(at("team/hours.md"), `# Engagement plan\n\nWe heard from stakeholder voices.\n\n${LABEL.text}\n`);
      const { stdout, stderr } = await engagementLint(["--format=json", "--check=everything", "hours.md"], {
        cwd: at("team"),
      });
      assert.equal(stderr, "");
      const rules = JSON.parse(stdout)[0].messages.map(({ ruleId }: { ruleId: string }) => ruleId);
      assert.ok(rules.includes("riverside-jargon") && rules.includes(LABEL.ruleId), String(rules));
    })).timeout(120_000);
});
