import assert from "node:assert/strict";
import { unlinkSync } from "node:fs";
import { join } from "node:path";
import type { CompletionItem } from "vscode-languageserver";
import { eventually } from "../support/eventually";
import { LABEL } from "../support/rule-example";
import { applied, PUSHED_IN_FOLDERS, type Team, withTeam } from "../support/team-client";
import { withFiles } from "../support/temporary-folder";

const RULE = LABEL.ruleId;
const level = (severity: string) => `rules:\n  ${RULE}: ${severity}\n`;
const SEVERITY = { error: 1, warning: 2, info: 3, hint: 4 };

const [FIRST_WORD = ""] = LABEL.text.split(" ");
const OWN_RULE = `title: Our own
family: wording
level: warning
message: “{found}” is not our word. Say it otherwise.
why: We agreed so.
sources: [ours]
find:
  - phrase: ${FIRST_WORD}
examples:
  - flag: <<${FIRST_WORD}>> met.
  - pass: Nobody met.
`;

async function severityIn(team: Team, path: string): Promise<number | undefined> {
  return (await team.diagnostics(path)).find(({ code }) => code === RULE)?.severity;
}

suite("The configuration of each document", () => {
  test("is that of its own folder of the workspace, and the nearest one there", () =>
    withFiles(
      {
        "north/engagement-lint.yaml": level("error"),
        "north/plan.md": LABEL.text,
        "north/deep/engagement-lint.yaml": level("hint"),
        "north/deep/plan.md": LABEL.text,
        "south/plan.md": LABEL.text,
        "south/off/engagement-lint.yaml": level("off"),
        "south/off/plan.md": LABEL.text,
      },
      (folder) =>
        withTeam(folder, ["north", "south"], async (team) => {
          const seen: Record<string, unknown> = {};
          for (const path of ["north/plan.md", "north/deep/plan.md", "south/plan.md", "south/off/plan.md"]) {
            await team.open(path);
            seen[path] = await severityIn(team, path);
          }
          assert.deepEqual(seen, {
            "north/plan.md": SEVERITY.error,
            "north/deep/plan.md": SEVERITY.hint,
            "south/plan.md": SEVERITY[LABEL.level as keyof typeof SEVERITY],
            "south/off/plan.md": undefined,
          });
        }),
    ));

  test("is for a document that was never saved that of the first folder, and for a loose file what lies beside it", () =>
    withFiles(
      {
        "team/engagement-lint.yaml": level("error"),
        "loose/plan.md": LABEL.text,
        "bare/plan.md": LABEL.text,
      },
      (folder) =>
        withTeam(folder, ["team"], async (team) => {
          const untitled = "untitled:Untitled-1";
          await team.client.open(untitled, LABEL.text);
          const report = await team.client.pull(untitled);
          assert.ok(report.kind === "full");
          assert.equal(report.items.find(({ code }) => code === RULE)?.severity, SEVERITY.error);
          await team.open("bare/plan.md");
          assert.equal(await severityIn(team, "bare/plan.md"), SEVERITY[LABEL.level as keyof typeof SEVERITY]);
        }),
    ));

  test("changes with the folders of the workspace", () =>
    withFiles({ "engagement-lint.yaml": level("error"), "team/plan.md": LABEL.text }, (folder) =>
      withTeam(folder, ["team"], async (team) => {
        await team.open("team/plan.md");
        assert.notEqual(await severityIn(team, "team/plan.md"), SEVERITY.error, "the folder is the limit");
        const [added, removed] = [[{ uri: team.uri("."), name: "all" }], [{ uri: team.uri("team"), name: "team" }]];
        await team.client.notify("workspace/didChangeWorkspaceFolders", { event: { added, removed } });
        await eventually(() => team.client.refreshes === 1);
        assert.equal(await severityIn(team, "team/plan.md"), SEVERITY.error);
      }),
    ));

  test("may be all that is checked, or one thing among others that are", () =>
    withFiles(
      { "team/engagement-lint.yaml": "root: true\n", "team/plan.md": LABEL.text, "bare/plan.md": LABEL.text },
      (folder) =>
        withTeam(folder, ["team", "bare"], async (team) => {
          const count = async (check: string) => {
            team.client.settings = { check };
            const { refreshes } = team.client;
            await team.client.notify("workspace/didChangeConfiguration", { settings: null });
            await eventually(() => team.client.refreshes > refreshes);
            return [(await team.codes("team/plan.md")).length, (await team.codes("bare/plan.md")).length];
          };
          await team.open("team/plan.md");
          await team.open("bare/plan.md");
          const [inTeam, bare] = await count("plans");
          assert.ok(inTeam! > 0 && bare! > 0);
          assert.deepEqual(await count("configured"), [inTeam, 0]);
          assert.deepEqual(await count("off"), [0, 0]);
          const [all, others] = await count("everything");
          assert.ok(all! >= inTeam! && others! >= bare!);
        }),
    ));

  test("may be softened by a person on their own screen, and not made louder", () =>
    withFiles({ "engagement-lint.yaml": level("warning"), "plan.md": LABEL.text }, (folder) =>
      withTeam(folder, ["."], async (team) => {
        const severity = async (mine: string) => {
          team.client.settings = { rules: { [RULE]: mine } };
          const { refreshes } = team.client;
          await team.client.notify("workspace/didChangeConfiguration", { settings: null });
          await eventually(() => team.client.refreshes > refreshes);
          return severityIn(team, "plan.md");
        };
        await team.open("plan.md");
        assert.equal(await severity("hint"), SEVERITY.hint);
        assert.equal(await severity("error"), SEVERITY.warning);
        assert.equal(await severity("off"), undefined);
      }),
    ));

  test("is explained: which files, each setting with its line, and whether the document is covered", () =>
    withFiles({ "engagement-lint.yaml": `exclude: drafts/**\n${level("error")}`, "drafts/plan.md": "" }, (folder) =>
      withTeam(folder, ["."], async (team) => {
        await team.open("drafts/plan.md");
        const ask = (uri: string) => team.client.connection.sendRequest("engagementLint/explainConfiguration", { uri });
        const { text } = (await ask(team.uri("drafts/plan.md"))) as { text: string };
        assert.match(text, /^drafts\/plan\.md\nNot checked\./);
        assert.match(text, new RegExp(`rules\\.${RULE}: error \\(engagement-lint\\.yaml:3\\)`));
        assert.equal(await ask(team.uri("nowhere.md")), null);
      }),
    ));
});

suite("A change of the configuration", () => {
  const FILES = { "engagement-lint.yaml": level("warning"), "one.md": LABEL.text, "two.md": LABEL.text };

  test("on the disk is taken in once for all open documents, and not at all where it changes nothing", () =>
    withFiles(FILES, (folder) =>
      withTeam(folder, ["."], async (team) => {
        for (const path of ["one.md", "two.md"]) {
          await team.open(path);
          assert.equal(await severityIn(team, path), SEVERITY.warning);
        }
        await team.changing(async () => {
          await team.write("engagement-lint.yaml", level("hint"));
          await team.touched("engagement-lint.yaml");
        });
        for (const path of ["one.md", "two.md"]) assert.equal(await severityIn(team, path), SEVERITY.hint);
        await team.write("engagement-lint.yaml", `# What we agreed.\n${level("hint")}`);
        await team.changing(() => team.write("engagement-lint.yaml", level("error")));
        assert.equal(await severityIn(team, "one.md"), SEVERITY.error);
        assert.equal(team.client.refreshes, 2);
      }),
    ));

  test("is pushed to a client that doesn't ask, once for each document", () =>
    withFiles(FILES, (folder) =>
      withTeam(
        folder,
        ["."],
        async (team) => {
          await team.open("one.md");
          await team.client.pushed(team.uri("one.md"), 1);
          await team.write("engagement-lint.yaml", level("error"));
          await eventually(() => team.client.pushes.length === 2);
          assert.equal(team.client.pushes[1]?.diagnostics.find(({ code }) => code === RULE)?.severity, SEVERITY.error);
        },
        PUSHED_IN_FOLDERS,
      ),
    ));

  test("counts as soon as it is typed, and saving it changes nothing more", () =>
    withFiles(FILES, (folder) =>
      withTeam(folder, ["."], async (team) => {
        await team.open("one.md");
        await team.open("engagement-lint.yaml");
        assert.equal(await severityIn(team, "one.md"), SEVERITY.warning);
        const uri = team.uri("engagement-lint.yaml");
        await team.changing(() => team.client.edit(uri, 2, { text: level("error") }));
        assert.equal(await severityIn(team, "one.md"), SEVERITY.error);
        await team.write("engagement-lint.yaml", level("error"));
        await team.client.close(uri);
        await team.changing(() => team.write("engagement-lint.yaml", level("hint")));
        assert.equal(await severityIn(team, "one.md"), SEVERITY.hint);
        assert.equal(team.client.refreshes, 2);
      }),
    ));

  test("that was thrown away without saving counts no more", () =>
    withFiles(FILES, (folder) =>
      withTeam(folder, ["."], async (team) => {
        await team.open("one.md");
        assert.equal(await severityIn(team, "one.md"), SEVERITY.warning);
        await team.changing(() => team.open("engagement-lint.yaml", level("error")));
        assert.equal(await severityIn(team, "one.md"), SEVERITY.error);
        await team.changing(() => team.client.close(team.uri("engagement-lint.yaml")));
        assert.equal(await severityIn(team, "one.md"), SEVERITY.warning);
      }),
    ));

  test("is noticed in every file of the chain, which the client is asked to watch", () =>
    withFiles(
      {
        ...FILES,
        "engagement-lint.yaml": "extends: ./shared/base.yaml\n",
        "shared/base.yaml": level("error"),
      },
      (folder) =>
        withTeam(folder, ["."], async (team) => {
          await team.open("one.md");
          assert.equal(await severityIn(team, "one.md"), SEVERITY.error);
          const watched = () => JSON.stringify([...team.watchers.values()]);
          await eventually(() => watched().includes('"base.yaml"'));
          assert.match(watched(), /\*\*\/engagement-lint\.yaml/);
          await team.changing(() => team.write("shared/base.yaml", level("hint")));
          assert.equal(await severityIn(team, "one.md"), SEVERITY.hint);
        }),
    ));

  test("in any file that has a say is taken in, once", () =>
    withFiles(
      {
        "engagement-lint.yaml": "extends: ./base.yaml\nrulePaths: rules\nbaseline: known.json\n",
        "base.yaml": "",
        "rules/facts/none.yaml": "title: None\nfind: [no such words]\nyes: [no such words]\nno: [we meet]\n",
        "known.json": '{ "documents": {} }',
        "plan.txt": LABEL.text,
      },
      (folder) =>
        withTeam(folder, ["."], async (team) => {
          await team.open("plan.txt");
          const { data } = (await team.diagnostics("plan.txt")).find(({ code }) => code === RULE)!;
          const entry = `{ finding: ${data.fingerprint}, rule: ${RULE}, reason: Theirs. }`;
          const changes: [string, string, boolean][] = [
            ["base.yaml", level("off"), false],
            ["base.yaml", "# As it was.\n", true],
            ["known.json", JSON.stringify({ documents: { "plan.txt": { [data.fingerprint]: RULE } } }), false],
            ["known.json", '{ "documents": {} }', true],
            ["plan.txt.engagement-lint.yaml", `suppressions: [${entry}]\n`, false],
            ["plan.txt.engagement-lint.yaml", "# As it was.\n", true],
          ];
          for (const [path, text, found] of changes) {
            const { refreshes } = team.client;
            await team.changing(() => team.write(path, text));
            assert.equal((await team.codes("plan.txt")).includes(RULE), found, path);
            assert.equal(team.client.refreshes, refreshes + 1, path);
          }
          await team.changing(() => team.write("rules/own-rule.yaml", OWN_RULE));
          assert.ok((await team.codes("plan.txt")).includes("own-rule"));
        }),
    ));

  test("may be that it comes or goes", () =>
    withFiles(FILES, (folder) =>
      withTeam(folder, ["."], async (team) => {
        await team.open("one.md");
        assert.equal(await severityIn(team, "one.md"), SEVERITY.warning);
        unlinkSync(join(folder, "engagement-lint.yaml"));
        await team.changing(() => team.touched("engagement-lint.yaml", 3));
        assert.equal(await severityIn(team, "one.md"), SEVERITY[LABEL.level as keyof typeof SEVERITY]);
        await team.changing(() => team.write("engagement-lint.yaml", level("error")));
        assert.equal(await severityIn(team, "one.md"), SEVERITY.error);
        unlinkSync(join(folder, "engagement-lint.yaml"));
        await team.changing(() => team.touched("engagement-lint.yaml", 3));
        assert.equal(await severityIn(team, "one.md"), SEVERITY[LABEL.level as keyof typeof SEVERITY]);
      }),
    ));

  const UNTITLED = "untitled:Untitled-1";
  const usual = SEVERITY[LABEL.level as keyof typeof SEVERITY];

  async function severityOfUntitled(team: Team): Promise<number | undefined> {
    const report = await team.client.pull(UNTITLED);
    return report.kind === "full" ? report.items.find(({ code }) => code === RULE)?.severity : undefined;
  }

  test("counts for a document that was never saved, from when the file comes until it goes", () =>
    withFiles({ "one.md": "" }, (folder) =>
      withTeam(folder, ["."], async (team) => {
        await team.client.open(UNTITLED, LABEL.text);
        assert.equal(await severityOfUntitled(team), usual);
        await team.changing(() => team.write("engagement-lint.yaml", level("error")));
        assert.equal(await severityOfUntitled(team), SEVERITY.error);
        unlinkSync(join(folder, "engagement-lint.yaml"));
        await team.changing(() => team.touched("engagement-lint.yaml", 3));
        assert.equal(await severityOfUntitled(team), usual);
      }),
    ));

  test("that nobody told of is taken in by the next document that opens", () =>
    withFiles(FILES, (folder) =>
      withTeam(folder, ["."], async (team) => {
        await team.open("one.md");
        assert.equal(await severityIn(team, "one.md"), SEVERITY.warning);
        unlinkSync(join(folder, "engagement-lint.yaml"));
        await team.client.open(UNTITLED, LABEL.text);
        assert.equal(await severityOfUntitled(team), usual);
      }),
    ));

  test("that was deleted counts no more, though an editor keeps its text open, until it is written in", () =>
    withFiles(FILES, (folder) =>
      withTeam(folder, ["."], async (team) => {
        const uri = team.uri("engagement-lint.yaml");
        await team.client.open(UNTITLED, LABEL.text);
        await team.open("engagement-lint.yaml");
        assert.equal(await severityOfUntitled(team), SEVERITY.warning);
        await team.changing(() => team.client.edit(uri, 2, { text: level("error") }));
        assert.equal(await severityOfUntitled(team), SEVERITY.error);
        unlinkSync(join(folder, "engagement-lint.yaml"));
        await team.changing(() => team.touched("engagement-lint.yaml", 3));
        assert.equal(await severityOfUntitled(team), usual);
        await team.changing(() => team.client.edit(uri, 3, { text: level("hint") }));
        assert.equal(await severityOfUntitled(team), SEVERITY.hint);
        await team.changing(() => team.client.close(uri));
        assert.equal(await severityOfUntitled(team), usual);
      }),
    ));

  test("that was saved and deleted at once counts no more either", () =>
    withFiles(FILES, (folder) =>
      withTeam(folder, ["."], async (team) => {
        const uri = team.uri("engagement-lint.yaml");
        await team.open("one.md");
        await team.open("engagement-lint.yaml");
        assert.equal(await severityIn(team, "one.md"), SEVERITY.warning);
        await team.client.edit(uri, 2, { text: level("error") });
        await team.client.notify("textDocument/didSave", { textDocument: { uri } });
        unlinkSync(join(folder, "engagement-lint.yaml"));
        await team.touched("engagement-lint.yaml", 3);
        await eventually(async () => (await severityIn(team, "one.md")) === usual);
      }),
    ));

  test("that stands in an editor only, before its first saving, counts", () =>
    withFiles({ "one.md": LABEL.text }, (folder) =>
      withTeam(folder, ["."], async (team) => {
        await team.open("one.md");
        assert.equal(await severityIn(team, "one.md"), usual);
        await team.changing(() => team.open("engagement-lint.yaml", level("error")));
        assert.equal(await severityIn(team, "one.md"), SEVERITY.error);
      }),
    ));
});

suite("A configuration that is open", () => {
  test("shows what is amiss at its place, and no longer once it is mended", () =>
    withFiles({ "engagement-lint.yaml": `${level("warning")}famework: nihr\n` }, (folder) =>
      withTeam(folder, ["."], async (team) => {
        await team.open("engagement-lint.yaml");
        const [problem, ...more] = await team.diagnostics("engagement-lint.yaml");
        assert.deepEqual(more, []);
        assert.match(String(problem!.message), /“famework”.*“framework”/);
        assert.deepEqual(problem!.range.start, { line: 2, character: 0 });
        await team.client.edit(team.uri("engagement-lint.yaml"), 2, { text: `${level("warning")}framework: nihr\n` });
        assert.deepEqual(await team.diagnostics("engagement-lint.yaml"), []);
      }),
    ));

  test("is told of when another file that it needs comes", () =>
    withFiles({ "engagement-lint.yaml": "extends: ./base.yaml\n" }, (folder) =>
      withTeam(folder, ["."], async (team) => {
        await team.open("engagement-lint.yaml");
        assert.equal((await team.diagnostics("engagement-lint.yaml")).length, 1);
        await team.changing(() => team.write("base.yaml", "framework: nihr\n"));
        assert.deepEqual(await team.diagnostics("engagement-lint.yaml"), []);
      }),
    ));
});

suite("Writing a configuration", () => {
  const complete = async (team: Team, path: string, line: number, character: number): Promise<CompletionItem[]> => {
    const params = { textDocument: { uri: team.uri(path) }, position: { line, character } };
    return team.client.connection.sendRequest("textDocument/completion", params);
  };

  test("is helped with keys, rules, levels and frameworks, and with what each means", () => {
    const text = `famew\nframework: ni\nrules:\n  people-f\n  ${RULE}: e\n`;
    return withFiles({ "engagement-lint.yaml": text }, (folder) =>
      withTeam(folder, ["."], async (team) => {
        const path = "engagement-lint.yaml";
        await team.open(path);
        const labels = async (line: number, character: number) =>
          (await complete(team, path, line, character)).map(({ label }) => label);
        assert.ok((await labels(0, 3)).includes("framework"));
        assert.ok((await labels(1, 13)).includes("nihr"));
        assert.ok((await labels(3, 10)).includes(RULE));
        assert.ok((await labels(4, text.split("\n")[4]!.length)).includes("error"));
        const hover = await team.client.hover(team.uri(path), 4, 4);
        assert.match(JSON.stringify(hover?.contents), new RegExp(LABEL.title));
      }),
    );
  });

  test("is helped in a rule file too, whose faults stand at their own lines", () => {
    const rule = "title: Our own\nfamliy: wording\n";
    return withFiles({ "engagement-lint.yaml": "rulePaths: own\n", "own/our-own.yaml": rule }, (folder) =>
      withTeam(folder, ["."], async (team) => {
        await team.open("own/our-own.yaml");
        const problems = await team.diagnostics("own/our-own.yaml");
        assert.ok(problems.some(({ message, range }) => range.start.line === 1 && /family/.test(String(message))));
        assert.ok((await complete(team, "own/our-own.yaml", 1, 3)).some(({ label }) => label === "family"));
        const hover = await team.client.hover(team.uri("own/our-own.yaml"), 0, 2);
        assert.match(JSON.stringify(hover?.contents), /What it is, in a few words/);
      }),
    );
  });

  test("leaves other YAML files alone", () =>
    withFiles({ "engagement-lint.yaml": "framework: nihr\n", "build.yaml": "famework: no\n" }, (folder) =>
      withTeam(folder, ["."], async (team) => {
        await team.open("build.yaml");
        assert.deepEqual(await team.diagnostics("build.yaml"), []);
        assert.equal(await team.client.hover(team.uri("build.yaml"), 0, 2), null);
      }),
    ));
});

suite("A configuration that is not open", () => {
  test("is told of where it is amiss, until it is opened or mended", () =>
    withFiles({ "engagement-lint.yaml": "famework: nihr\n", "plan.md": LABEL.text }, (folder) =>
      withTeam(folder, ["."], async (team) => {
        const uri = team.uri("engagement-lint.yaml");
        const pushes = () =>
          team.client.pushes.filter((push) => push.uri === uri).map((push) => push.diagnostics.length);
        await team.open("plan.md");
        await team.diagnostics("plan.md");
        await eventually(() => pushes().length === 1);
        await team.open("engagement-lint.yaml");
        assert.equal((await team.diagnostics("engagement-lint.yaml")).length, 1);
        assert.deepEqual(pushes(), [1, 0]);
        await team.client.close(uri);
        await team.diagnostics("plan.md");
        await eventually(() => pushes().length === 3);
        await team.write("engagement-lint.yaml", "framework: nihr\n");
        await eventually(() => pushes().length === 4);
        assert.deepEqual(pushes(), [1, 0, 1, 0]);
      }),
    ));
});

suite("Setting a finding aside", () => {
  const REASON = "The forum chose this word; see minutes -- item 4.";

  async function acceptFirst(team: Team, path: string, ruleId = RULE) {
    const diagnostic = (await team.diagnostics(path)).find(({ code }) => code === ruleId)!;
    const actions = await team.client.actions(team.uri(path), diagnostic.range);
    const action = actions.find(
      ({ title, diagnostics }) => /^Accept/.test(title) && diagnostics?.[0]?.code === ruleId,
    )!;
    const { uri, fingerprint } = action.command!.arguments![0];
    assert.equal(fingerprint, diagnostic.data.fingerprint);
    const params = { uri, fingerprint, reason: REASON };
    assert.deepEqual(await team.client.connection.sendRequest("engagementLint/acceptFinding", params), {});
    return team.edits.at(-1)!;
  }

  const PLACES: Record<string, readonly [string, RegExp]> = {
    "a paragraph": [LABEL.text, /^<!-- engagement-lint-disable-next-line/],
    "a later line of a paragraph": [`We will meet.\n${LABEL.text}\nAnd more.`, /\S <!-- engagement-lint-disable-line/],
    "a list": [`- First.\n- ${LABEL.text}\n- Third.\n`, /\S <!-- engagement-lint-disable-line/],
    "a table": [
      `| Who | How |\n| --- | --- |\n| ${LABEL.text} | A survey |\n`,
      /survey <!-- engagement-lint.*-->(?: \|)$/m,
    ],
  };

  for (const [place, [text, expected]] of Object.entries(PLACES)) {
    test(`in ${place} writes a comment there, which sets it aside and leaves the rest as it was`, () =>
      withFiles({ "plan.md": text }, (folder) =>
        withTeam(folder, ["."], async (team) => {
          await team.open("plan.md");
          const before = await team.codes("plan.md");
          const after = applied(await acceptFirst(team, "plan.md"), team.uri("plan.md"), text);
          assert.match(after, expected);
          assert.match(after, /see minutes – item 4\. -->/);
          await team.client.edit(team.uri("plan.md"), 2, { text: after });
          const gone = [...before];
          gone.splice(before.indexOf(RULE), 1);
          assert.deepEqual(await team.codes("plan.md"), gone);
        }),
      ));
  }

  test("in plain text writes an entry beside the document, and keeps those that were there", () =>
    withFiles({ "plan.txt": `${LABEL.text}\n\nLater we say: ${LABEL.text}\n` }, (folder) =>
      withTeam(folder, ["."], async (team) => {
        const beside = "plan.txt.engagement-lint.yaml";
        await team.open("plan.txt");
        const count = async () => (await team.codes("plan.txt")).filter((code) => code === RULE).length;
        assert.equal(await count(), 2);
        let text: string | undefined;
        for (const left of [1, 0]) {
          const after = applied(await acceptFirst(team, "plan.txt"), team.uri(beside), text);
          await team.changing(() => team.write(beside, after));
          text = after;
          assert.equal(await count(), left);
        }
        assert.equal(text!.match(/The forum chose/g)?.length, 2);
      }),
    ));

  test("needs a reason, and a finding that is still there", () =>
    withFiles({ "plan.md": LABEL.text }, (folder) =>
      withTeam(folder, ["."], async (team) => {
        await team.open("plan.md");
        const fingerprint = (await team.diagnostics("plan.md"))[0]!.data.fingerprint;
        for (const wrong of [
          { fingerprint, reason: "  " },
          { fingerprint: "0000", reason: REASON },
        ]) {
          const params = { uri: team.uri("plan.md"), ...wrong };
          const answer = await team.client.connection.sendRequest("engagementLint/acceptFinding", params);
          assert.match((answer as { trouble: string }).trouble, /\w/);
        }
        assert.deepEqual(team.edits, []);
      }),
    ));
});

suite("Turning a rule off for the team", () => {
  async function turnOff(team: Team, path: string) {
    const diagnostic = (await team.diagnostics(path)).find(({ code }) => code === RULE)!;
    const actions = await team.client.actions(team.uri(path), diagnostic.range);
    return actions.find(
      ({ title, diagnostics }) => /^Turn this rule off/.test(title) && diagnostics?.[0]?.code === RULE,
    )!.edit!;
  }

  test("makes a configuration in the workspace folder where there is none", () =>
    withFiles({ "deep/plan.md": LABEL.text }, (folder) =>
      withTeam(folder, ["."], async (team) => {
        await team.open("deep/plan.md");
        const edit = await turnOff(team, "deep/plan.md");
        const uri = team.uri("engagement-lint.yaml");
        assert.deepEqual(edit.documentChanges?.[0], { kind: "create", uri, options: { ignoreIfExists: true } });
        await team.changing(() => team.write("engagement-lint.yaml", applied(edit, uri)));
        assert.ok(!(await team.codes("deep/plan.md")).includes(RULE));
      }),
    ));

  test("changes the nearest configuration and keeps its comments", () => {
    const text = `# Agreed in March.\nframework: nihr\nrules:\n    # Ask Jo.\n    payment-missing: error # must\n`;
    return withFiles({ "deep/engagement-lint.yaml": text, "deep/plan.md": LABEL.text }, (folder) =>
      withTeam(folder, ["."], async (team) => {
        await team.open("deep/plan.md");
        const after = applied(await turnOff(team, "deep/plan.md"), team.uri("deep/engagement-lint.yaml"), text);
        assert.equal(after.replace(`    ${RULE}: off\n`, ""), text);
      }),
    );
  });
});
