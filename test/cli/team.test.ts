import assert from "node:assert/strict";
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { askFramework } from "../../server/src/cli/ask-framework";
import { builtInVocabularies } from "../../server/src/config/built-in-names";
import { readConfig } from "../../server/src/config/read-config";
import { builtInBook } from "../../server/src/rulebook/built-in";
import { engagementLint } from "../support/command-line";
import { LABEL } from "../support/rule-example";
import { withFiles } from "../support/temporary-folder";
import { docx, para } from "../word/docx";

/** Documents outside these files are not looked at, so that a configuration of whoever runs the tests says nothing. */
const ROOT = { ".git/HEAD": "ref: refs/heads/main\n" };
const CONFIG = "engagement-lint.yaml";
const BASELINE = "engagement-lint.baseline.json";
const PLAN = readFileSync("samples/riverside-plan.md", "utf8");

const TEAM_RULE = `title: a buzzword stands for a step
family: wording
level: warning
message: “{found}” says nothing that can be held to. Say what will be done.
why: Our readers asked us to.
sources: [house-style]
find:
  - phrase: synergise
examples:
  - flag: We will <<synergise>> with residents.
  - flag: The panel will <<synergise>>.
  - pass: We will meet residents.
  - pass: The panel meets.
`;

interface Message {
  readonly ruleId: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly reason?: string;
}

interface Result {
  readonly messages: readonly Message[];
  readonly suppressed: readonly Message[];
  readonly known: number;
  readonly notChecked?: string;
}

async function resultsIn(cwd: string, ...args: readonly string[]) {
  const { code, stdout, stderr } = await engagementLint(["--format=json", ...args], { cwd });
  return { code, stderr, results: JSON.parse(stdout) as Result[] };
}

suite("The command line and the team's configuration", () => {
  test("the nearest one says how a document is judged, and flags say it louder", () =>
    withFiles(
      { ...ROOT, [CONFIG]: `rules: { ${LABEL.ruleId}: error }\nfailOn: error\n`, "plans/a.md": LABEL.text },
      async (cwd) => {
        const { code, results } = await resultsIn(cwd, "plans");
        const levels = results[0]!.messages
          .filter(({ ruleId }) => ruleId === LABEL.ruleId)
          .map(({ severity }) => severity);
        assert.deepEqual([code, levels], [1, ["error"]]);
        assert.equal((await resultsIn(cwd, "plans", "--fail-on=never")).code, 0);
        const plain = await resultsIn(cwd, "plans", "--no-config");
        assert.deepEqual([plain.code, plain.results[0]!.messages.map(({ severity }) => severity)], [0, [LABEL.level]]);
      },
    ));

  test("each document is held to its own", () =>
    withFiles(
      {
        ...ROOT,
        [`strict/${CONFIG}`]: `failOn: ${LABEL.level}\n`,
        [`lax/${CONFIG}`]: `failOn: never\n`,
        "strict/a.md": LABEL.text,
        "lax/a.md": LABEL.text,
      },
      async (cwd) => {
        assert.equal((await resultsIn(cwd, "lax")).code, 0);
        assert.equal((await resultsIn(cwd, "strict")).code, 1);
      },
    ));

  test("one that is named is used in place of the nearest", () =>
    withFiles(
      { ...ROOT, [CONFIG]: "failOn: never\n", "ci/strict.yaml": "failOn: hint\n", "a.md": LABEL.text },
      async (cwd) => {
        assert.equal((await resultsIn(cwd, "a.md")).code, 0);
        assert.equal((await resultsIn(cwd, "a.md", "--config", "ci/strict.yaml")).code, 1);
      },
    ));

  test("what is wrong in it ends with 2, at its place and once, and everything else goes on", () =>
    withFiles(
      { ...ROOT, [CONFIG]: "failOn: hint\nframewrok: nihr\n", "a.md": LABEL.text, "b.md": LABEL.text },
      async (cwd) => {
        const { code, stderr, results } = await resultsIn(cwd, ".");
        assert.match(stderr, /^engagement-lint: engagement-lint\.yaml:2:1 .*Did you mean “framework”\?.*\n$/);
        assert.deepEqual([code, results.map(({ messages }) => messages.length > 0)], [2, [true, true]]);
      },
    ));

  test("a document that it leaves out is told of as left out", () =>
    withFiles({ ...ROOT, [CONFIG]: "exclude: old/**\n", "old/a.md": PLAN, "b.md": LABEL.text }, async (cwd) => {
      const { results } = await resultsIn(cwd, "old", "b.md");
      assert.deepEqual(
        results.map(({ messages, notChecked }) => [messages.length > 0, notChecked !== undefined]),
        [
          [false, true],
          [true, false],
        ],
      );
      const { stdout } = await engagementLint(["old", "b.md"], { cwd });
      assert.match(stdout, / in 1 document: /);
      assert.match(stdout, /\n1 document not checked, /);
    }));

  test("a pack runs nothing, whatever it calls its configuration", () =>
    withFiles(
      {
        ...ROOT,
        [CONFIG]: "extends: [loud, louder]\n",
        "a.md": LABEL.text,
        "node_modules/loud/package.json": '{ "name": "loud", "main": "index.js", "engagementLint": "index.js" }',
        "node_modules/loud/index.js": "require('node:fs').writeFileSync('ran.txt', '')",
        "node_modules/louder/package.json": '{ "name": "louder", "main": "index.js" }',
        "node_modules/louder/index.js": "require('node:fs').writeFileSync('ran.txt', '')",
        [`node_modules/louder/${CONFIG}`]: `!!js/function "x": "function () { require('fs').writeFileSync('ran.txt') }"\n`,
      },
      async (cwd) => {
        const { code, stderr } = await resultsIn(cwd, "a.md");
        assert.equal(code, 2);
        assert.match(stderr, /node_modules\/loud\/index\.js:1:1 /);
        assert.match(stderr, /node_modules\/louder\/engagement-lint\.yaml:1:\d+ /);
        assert.ok(!existsSync(join(cwd, "ran.txt")));
      },
    ));

  test("what leads out of the workspace is refused wherever it is named", () =>
    withFiles(
      {
        "out/base.yaml": "framework: nihr\n",
        "out/rules/team-buzzword.yaml": TEAM_RULE,
        "out/known.json": "{}",
        "w/.git/HEAD": "",
        "w/a.md": LABEL.text,
        "w/own/readme.txt": "",
        [`w/${CONFIG}`]: "extends: ./base.yaml\nrulePaths: [rules, own]\nbaseline: known.json\n",
      },
      async (folder) => {
        for (const name of ["base.yaml", "rules", "known.json"])
          symlinkSync(join(folder, "out", name), join(folder, "w", name));
        symlinkSync(join(folder, "out/rules/team-buzzword.yaml"), join(folder, "w/own/team-buzzword.yaml"));
        const { code, stderr } = await resultsIn(join(folder, "w"), "a.md");
        const outside = "lies outside the workspace and is not read. Move it inside, or make it a package.";
        assert.equal(code, 2);
        assert.deepEqual(stderr.trim().split("\n").sort(), [
          `engagement-lint: engagement-lint.yaml:1:10 “./base.yaml” ${outside}`,
          `engagement-lint: engagement-lint.yaml:2:13 “rules” ${outside}`,
          `engagement-lint: engagement-lint.yaml:3:11 “known.json” ${outside}`,
          "engagement-lint: own/team-buzzword.yaml:1:1 The file is a link that leads out of the workspace and is not read. Put the file itself here.",
        ]);
      },
    ));

  test("a configuration that is too large is not read, and everything else goes on", () =>
    withFiles({ ...ROOT, [CONFIG]: "#".repeat(256 * 1024 + 1), "a.md": LABEL.text }, async (cwd) => {
      const { code, stderr, results } = await resultsIn(cwd, "a.md");
      assert.match(
        stderr,
        /^engagement-lint: engagement-lint\.yaml:1:1 The file is over 256 kB and is not read\. Split/,
      );
      assert.deepEqual([code, results[0]!.messages.length > 0], [2, true]);
    }));

  test("a configuration that is named must be there", () =>
    withFiles({ ...ROOT, "a.md": LABEL.text }, async (cwd) => {
      const { code, stderr } = await engagementLint(["a.md", "--config", "missing.yaml"], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /missing\.yaml is not there/);
    }));
});

suite("The command line and what was set aside", () => {
  const comment = `<!-- engagement-lint-disable-next-line ${LABEL.ruleId}: Their own | words. -->`;

  test("gives the reason in every report, and doesn't fail", () =>
    withFiles({ ...ROOT, "a.md": `${comment}\n${LABEL.text}\n` }, async (cwd) => {
      const { code, results } = await resultsIn(cwd, "a.md", "--fail-on=hint");
      assert.deepEqual([code, results[0]!.messages], [0, []]);
      assert.deepEqual(
        results[0]!.suppressed.map(({ ruleId, reason }) => [ruleId, reason]),
        [[LABEL.ruleId, "Their own | words."]],
      );
      const reports = await Promise.all(
        ["text", "markdown", "sarif"].map((format) => engagementLint(["a.md", "--format", format], { cwd })),
      );
      for (const { stdout } of reports) assert.match(stdout, /Their own \\?\| words\./);
      const sarif = JSON.parse(reports[2]!.stdout).runs[0].results[0].suppressions;
      assert.deepEqual(sarif, [{ kind: "inSource", justification: "Their own | words." }]);
    }));

  const KINDS = {
    "a.txt": `${LABEL.text}\n`,
    "a.html": `<p>${LABEL.text}</p>\n`,
    "a.docx": docx({ body: para(LABEL.text) }),
  };
  for (const [name, content] of Object.entries(KINDS)) {
    test(`reads the side file of ${name}, which can't hold a comment`, () =>
      withFiles({ ...ROOT, [name]: content }, async (cwd) => {
        const [before] = (await resultsIn(cwd, name)).results;
        const { fingerprint } = before!.messages.find(({ ruleId }) => ruleId === LABEL.ruleId)!;
        const entry = `  - finding: ${fingerprint}\n    rule: ${LABEL.ruleId}\n    reason: Their own words.\n`;
        writeFileSync(join(cwd, `${name}.engagement-lint.yaml`), `suppressions:\n${entry}`);
        const { code, results } = await resultsIn(cwd, name, "--fail-on=hint");
        assert.deepEqual([code, results[0]!.messages, results[0]!.suppressed[0]!.reason], [0, [], "Their own words."]);
      }));
  }

  test("tells where a side file is wrong, and uses the rest of it", () =>
    withFiles({ ...ROOT, "a.txt": LABEL.text, "a.txt.engagement-lint.yaml": "suppresions: []\n" }, async (cwd) => {
      const { code, stderr } = await engagementLint(["a.txt"], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /a\.txt\.engagement-lint\.yaml:1:1 .*Did you mean “suppressions”\?/);
    }));

  test("has nothing against a side file whose last entry was taken out", () =>
    withFiles({ ...ROOT, "a.txt": LABEL.text, "a.txt.engagement-lint.yaml": "suppressions:\n" }, async (cwd) => {
      const { code, stderr } = await engagementLint(["a.txt", "--fail-on=never"], { cwd });
      assert.deepEqual([code, stderr], [0, ""]);
    }));

  test("refuses a side file that leads out of the workspace", () =>
    withFiles({ "outside.yaml": "suppressions: []\n", "w/.git/HEAD": "", "w/a.txt": LABEL.text }, async (folder) => {
      symlinkSync(join(folder, "outside.yaml"), join(folder, "w/a.txt.engagement-lint.yaml"));
      const { code, stderr } = await engagementLint(["a.txt"], { cwd: join(folder, "w") });
      assert.equal(code, 2);
      assert.match(stderr, /a\.txt\.engagement-lint\.yaml:1:1 .*leads out of the workspace/);
    }));
});

suite("A baseline on the command line", () => {
  const files = { ...ROOT, [CONFIG]: `baseline: ${BASELINE}\nfailOn: hint\n`, "plans/a.md": PLAN };
  const written = async (cwd: string) => {
    const { code, stdout, stderr } = await engagementLint(["baseline"], { cwd });
    assert.deepEqual([code, stderr], [0, ""], stdout);
  };

  test("that is missing is an error at the line that names it", () =>
    withFiles(files, async (cwd) => {
      const { code, stderr, results } = await resultsIn(cwd, ".");
      assert.equal(code, 2);
      assert.match(stderr, /^engagement-lint: engagement-lint\.yaml:1:\d+ There is no baseline /);
      assert.ok(results[0]!.messages.length > 10);
    }));

  test("that is damaged is an error too", () =>
    withFiles({ ...files, [BASELINE]: "{" }, async (cwd) => {
      const { code, stderr } = await resultsIn(cwd, ".");
      assert.equal(code, 2);
      assert.match(stderr, /is not JSON\. Write it anew/);
    }));

  test("knows what was there, and counts it", () =>
    withFiles(files, async (cwd) => {
      const before = (await resultsIn(cwd, ".")).results[0]!.messages.length;
      await written(cwd);
      const { code, results } = await resultsIn(cwd, ".");
      assert.deepEqual([code, results[0]!.messages, results[0]!.known], [0, [], before]);
    }));

  test("sees nothing new in two hundred lines above", () =>
    withFiles(files, async (cwd) => {
      await written(cwd);
      const [title, ...rest] = PLAN.split("\n");
      writeFileSync(join(cwd, "plans/a.md"), [title, ...Array(200).fill(""), ...rest].join("\n"));
      assert.deepEqual((await resultsIn(cwd, ".")).results[0]!.messages, []);
      const notes = Array.from({ length: 100 }, (_, number) => `<!-- Note ${number}. -->\n`);
      writeFileSync(join(cwd, "plans/a.md"), [...notes, PLAN].join("\n"));
      const { code, results } = await resultsIn(cwd, ".");
      assert.deepEqual([code, results[0]!.messages], [0, []]);
    }));

  test("sees exactly one new finding in a second fault of the same kind", () =>
    withFiles({ ...files, "plans/a.md": `# Offer\n\n${LABEL.text}\n` }, async (cwd) => {
      await written(cwd);
      writeFileSync(join(cwd, "plans/a.md"), `# Offer\n\n${LABEL.text}\n\n${LABEL.text}\n`);
      const { code, results } = await resultsIn(cwd, ".");
      assert.deepEqual([code, results[0]!.messages.map(({ ruleId }) => ruleId)], [1, [LABEL.ruleId]]);
    }));

  test("keeps what it knew of documents that weren't read, unless they are gone", () =>
    withFiles({ ...files, "plans/b.md": LABEL.text, "plans/gone.md": LABEL.text }, async (cwd) => {
      await written(cwd);
      const { rmSync } = await import("node:fs");
      rmSync(join(cwd, "plans/gone.md"));
      await engagementLint(["baseline", "plans/b.md"], { cwd });
      const { documents } = JSON.parse(readFileSync(join(cwd, BASELINE), "utf8"));
      assert.deepEqual(Object.keys(documents), ["plans/a.md", "plans/b.md"]);
    }));

  test("is the same text when nothing has changed", () =>
    withFiles(files, async (cwd) => {
      await written(cwd);
      const first = readFileSync(join(cwd, BASELINE), "utf8");
      await written(cwd);
      assert.equal(readFileSync(join(cwd, BASELINE), "utf8"), first);
    }));

  test("is not written while something can't be read", () =>
    withFiles({ ...files, "plans/b.md": new Uint8Array([0, 1, 2]) }, async (cwd) => {
      const { code, stderr } = await engagementLint(["baseline"], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /the baseline is left as it was/);
      assert.ok(!existsSync(join(cwd, BASELINE)));
    }));

  test("is not written through a link that leads out of the workspace", () =>
    withFiles({ "outside.json": "untouched", "w/.git/HEAD": "", "w/a.md": LABEL.text }, async (folder) => {
      symlinkSync(join(folder, "outside.json"), join(folder, "w", BASELINE));
      const { code, stderr } = await engagementLint(["baseline"], { cwd: join(folder, "w") });
      assert.equal(code, 2);
      assert.match(stderr, /leads out of the workspace/);
      assert.equal(readFileSync(join(folder, "outside.json"), "utf8"), "untouched");
    }));

  test("that nobody has named yet is told of as unused", () =>
    withFiles({ ...ROOT, "a.md": LABEL.text }, async (cwd) => {
      const { code, stdout } = await engagementLint(["baseline"], { cwd });
      assert.equal(code, 0);
      assert.match(stdout, /Add “baseline: engagement-lint\.baseline\.json” to engagement-lint\.yaml/);
    }));
});

suite("engagement-lint init", () => {
  test("writes a configuration that holds as it is, and with every line taken in", () =>
    withFiles(ROOT, async (cwd) => {
      const { code, stdout } = await engagementLint(["init"], { cwd });
      assert.equal(code, 0, stdout);
      const text = readFileSync(join(cwd, CONFIG), "utf8");
      const uri = pathToFileURL(join(cwd, CONFIG)).href;
      const problems = (config: string) => readConfig(uri, config, builtInVocabularies(), []).problems;
      assert.deepEqual(problems(text), []);
      const all = text.replace(/^# (\w+: .*)$/gm, "$1");
      assert.ok(all.split("\n").filter((line) => /^\w/.test(line)).length > 10);
      assert.deepEqual(problems(all), []);
    }));

  test("takes the framework that it is given, and knows which there are", () =>
    withFiles(ROOT, async (cwd) => {
      assert.equal((await engagementLint(["init", "--framework", "nihrr"], { cwd })).code, 2);
      await engagementLint(["init", "--framework", "nihr"], { cwd });
      assert.match(readFileSync(join(cwd, CONFIG), "utf8"), /^framework: nihr$/m);
    }));

  test("asks for the framework at a terminal, by number or name, until there is one", async () => {
    const { frameworks } = builtInBook();
    const ask = async (answers: string) => {
      const said: string[] = [];
      const output = new Writable({ write: (chunk, _, done) => done(void said.push(String(chunk))) });
      const chosen = await askFramework(frameworks, Readable.from(answers), output);
      return { chosen, said: said.join("") };
    };
    for (const [index, { id }] of frameworks.entries()) {
      assert.equal((await ask(`${index + 1}\n`)).chosen, id);
      assert.equal((await ask(`${id}\n`)).chosen, id);
    }
    assert.equal((await ask("\n")).chosen, "consensus");
    const { chosen, said } = await ask("nhs\n99\nnihr\n");
    assert.equal(chosen, "nihr");
    assert.match(said, /There is no “nhs” in the list\..*There is no “99” in the list\./s);
    assert.equal((await ask("nowhere\n")).chosen, undefined, "whoever goes away has chosen nothing");
  });

  test("writes over nothing", () =>
    withFiles({ ...ROOT, [CONFIG]: "framework: nihr\n" }, async (cwd) => {
      const { code, stderr } = await engagementLint(["init"], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /is there already/);
      assert.equal(readFileSync(join(cwd, CONFIG), "utf8"), "framework: nihr\n");
    }));
});

suite("engagement-lint explain", () => {
  test("tells the files in order, each setting and who said so, and whether the document is covered", () =>
    withFiles(
      {
        ...ROOT,
        [CONFIG]: "framework: nihr\nexclude: old/**\n",
        [`plans/${CONFIG}`]: `failOn: warning\nrules: { ${LABEL.ruleId}: error }\n`,
        "plans/a.md": PLAN,
        "old/a.md": PLAN,
      },
      async (cwd) => {
        const { code, stdout } = await engagementLint(["explain", "plans/a.md"], { cwd });
        assert.equal(code, 0);
        assert.match(stdout, /^plans\/a\.md\nChecked\. /);
        assert.ok(stdout.indexOf(`  ${CONFIG}: `) < stdout.indexOf(`  plans/${CONFIG}: `));
        assert.ok(stdout.includes(`framework: nihr (${CONFIG}:1)`), stdout);
        assert.ok(stdout.includes(`rules.${LABEL.ruleId}: error (plans/${CONFIG}:2)`), stdout);
        assert.match(stdout, /It reads as a plan/);
        const old = await engagementLint(["explain", "old/a.md"], { cwd });
        assert.match(old.stdout, /^old\/a\.md\nNot checked\. .*old\/\*\*/);
      },
    ));

  test("tells what the command line said", () =>
    withFiles({ ...ROOT, "a.md": PLAN }, async (cwd) => {
      const { stdout } = await engagementLint(["explain", "a.md", "--framework", "scie"], { cwd });
      assert.match(stdout, /framework: scie \(the command line\)/);
    }));

  test("needs a document that is there", async () => {
    assert.equal((await engagementLint(["explain"])).code, 2);
    assert.match((await engagementLint(["explain", "samples"])).stderr, /needs the path of one document/);
    assert.match((await engagementLint(["explain", "missing.md"])).stderr, /missing\.md is not there/);
  });
});

suite("engagement-lint test", () => {
  const files = { ...ROOT, [CONFIG]: "rulePaths: rules\n", "rules/team-buzzword.yaml": TEAM_RULE };

  test("tries each example of the team's rules and tells its file and line", () =>
    withFiles(files, async (cwd) => {
      const { code, stdout, stderr } = await engagementLint(["test"], { cwd });
      assert.deepEqual([code, stderr], [0, ""], stdout);
      assert.match(stdout, /^rules\/team-buzzword\.yaml:10 ok “We will synergise with residents\.”\n/);
      assert.match(stdout, /\n4 examples tried; all are as they should be\.\n$/);
    }));

  test("fails where one isn't as it should be, and says how", () =>
    withFiles(
      { ...files, "rules/team-buzzword.yaml": TEAM_RULE.replace("We will meet residents", "We synergise") },
      async (cwd) => {
        const { code, stdout } = await engagementLint(["test", "rules/team-buzzword.yaml"], { cwd });
        assert.equal(code, 1);
        assert.match(
          stdout,
          /\nrules\/team-buzzword\.yaml:12 failed “We synergise\.” It should pass, and flags “synergise”\./,
        );
        assert.match(stdout, /\n1 of 4 examples failed\.\n$/);
      },
    ));

  test("tells of a broken rule at its place, and tries the others", () =>
    withFiles({ ...files, "rules/team-broken.yaml": "titel: broken\n" }, async (cwd) => {
      const { code, stdout, stderr } = await engagementLint(["test"], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /rules\/team-broken\.yaml:1:1 .*Did you mean “title”\?/);
      assert.match(stdout, /4 examples tried/);
    }));

  test("tries the rules of a pack by the configuration that its package names", () =>
    withFiles(
      {
        ...ROOT,
        "package.json": JSON.stringify({ name: "pack", engagementLint: "pack.yaml" }),
        "pack.yaml": "framework: inclusive\nrulePaths: house\n",
        "house/team-buzzword.yaml": TEAM_RULE,
        "other.yaml": "title: no rule\n",
      },
      async (cwd) => {
        for (const path of [".", "house", "house/team-buzzword.yaml"]) {
          const { code, stdout, stderr } = await engagementLint(["test", path], { cwd });
          assert.deepEqual([code, stderr], [0, ""], stdout);
          assert.match(stdout, /^house\/team-buzzword\.yaml:10 ok .*\n(.*\n){3}4 examples tried; .*\n$/);
        }
      },
    ));

  test("tries rule files that no configuration names", () =>
    withFiles(
      { ...ROOT, "rules/team-buzzword.yaml": TEAM_RULE, "docker-compose.yaml": "services: {}\n" },
      async (cwd) => {
        for (const path of [".", "rules", "rules/team-buzzword.yaml"]) {
          const { code, stdout, stderr } = await engagementLint(["test", path], { cwd });
          assert.deepEqual([code, stderr], [0, ""], stdout);
          assert.match(stdout, /\n4 examples tried; all are as they should be\.\n$/);
        }
      },
    ));

  test("tells of a broken rule that no configuration names", () =>
    withFiles({ ...ROOT, "rules/team-broken.yaml": TEAM_RULE.replace("title", "titel") }, async (cwd) => {
      const { code, stdout, stderr } = await engagementLint(["test"], { cwd });
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, /rules\/team-broken\.yaml:1:1 .*Did you mean “title”\?/);
    }));

  test("is an error where there is nothing to try", () =>
    withFiles({ ...ROOT, "bare/readme.yaml": "about: us\n" }, async (cwd) => {
      for (const path of [".", "bare"]) {
        const { code, stdout, stderr } = await engagementLint(["test", path], { cwd });
        assert.deepEqual([code, stdout], [2, ""]);
        assert.equal(
          stderr,
          `engagement-lint: ${path} holds no rules of your own to test. Name their files under rulePaths in engagement-lint.yaml, or here.\n`,
        );
      }
    }));
});

suite("Reports", () => {
  test("for GitHub put each finding beside its line", () =>
    withFiles({ ...ROOT, "a, b.md": `# Offer\n\n${LABEL.text}\n` }, async (cwd) => {
      const { stdout } = await engagementLint(["a, b.md", "--format=github"], { cwd });
      const line = stdout.split("\n").find((one) => one.includes(`title=${LABEL.ruleId}`));
      const place = `line=3,endLine=3,col=${LABEL.start + 1},endColumn=${LABEL.end + 1}`;
      assert.match(line!, new RegExp(`^::(error|warning|notice) file=a%2C b\\.md,${place},title=${LABEL.ruleId}::“`));
    }));

  test("in SARIF name the rule, the place and the fingerprint", () =>
    withFiles({ ...ROOT, "a b.md": `# Offer\n\n${LABEL.text}\n` }, async (cwd) => {
      const { stdout } = await engagementLint(["a b.md", "--format=sarif"], { cwd });
      const { version, runs } = JSON.parse(stdout);
      const [{ tool, results }] = runs;
      const result = results.find(({ ruleId }: { ruleId: string }) => ruleId === LABEL.ruleId);
      assert.equal(version, "2.1.0");
      assert.ok(tool.driver.rules.some(({ id }: { id: string }) => id === LABEL.ruleId));
      assert.deepEqual(result.locations[0].physicalLocation, {
        artifactLocation: { uri: "a%20b.md", uriBaseId: "ROOT" },
        region: { startLine: 3, startColumn: LABEL.start + 1, endLine: 3, endColumn: LABEL.end + 1 },
      });
      assert.match(result.partialFingerprints["engagementLint/v1"], /^f/);
    }));

  test("for a board put the claim beside what bears on it, quoted and placed, and what is missing apart", () =>
    withFiles({ ...ROOT, [CONFIG]: "accepted: { term: survivors, by: Forum }\n", "a.md": PLAN }, async (cwd) => {
      const { stdout } = await engagementLint(["a.md", "--format=markdown"], { cwd });
      const line = PLAN.split("\n").findIndex((one) => one.includes("co-produce the Riverside")) + 1;
      const claim = `| “We will **co-produce** the Riverside strategy with residents through an online survey`;
      const row = stdout.split("\n").find((one) => one.startsWith(claim));
      assert.match(row!, new RegExp(` \\(line ${line}, under [^|]+\\) \\| “.*\\*\\*survey\\*\\*.*” \\(line ${line}, `));
      assert.match(stdout, /\n### What is missing\n\n- /);
      assert.match(stdout, /\n### Terms that the people concerned chose\n\n- “survivors”, chosen by Forum\n/);
    }));

  test("let nothing in a plan become markup of the report", () =>
    withFiles({ ...ROOT, "a.md": `# <b>Offer</b> | *x*\n\n${LABEL.text} \`<script>\` a|b\n` }, async (cwd) => {
      const { stdout } = await engagementLint(["a.md", "--format=markdown"], { cwd });
      assert.doesNotMatch(stdout, /<script>|<b>/);
    }));
});
