import assert from "node:assert/strict";
import type { Resolution } from "../../server/src/config/resolution";
import { resolve } from "../../server/src/config/resolve";
import { WrittenFiles } from "../support/written-files";

const ROOT = "file:///team";

function at(texts: Record<string, string>, path = "team/plans/plan.md", frontMatter?: string): Promise<Resolution> {
  return resolve(`file:///${path}`, {
    files: new WrittenFiles(texts),
    roots: [ROOT],
    ...(frontMatter === undefined ? {} : { frontMatter }),
  });
}

/** Problems in one line each: where, and what. */
function told({ problems }: Resolution): string[] {
  return problems.map(({ file, line, column, message }) => `${file.slice(8)}:${line}:${column} ${message}`);
}

function used({ files }: Resolution): string[] {
  return files.map(({ uri }) => uri.slice(8));
}

suite("Finding the configuration", () => {
  test("without one, the consensus holds and every place that may bring one is watched", async () => {
    const found = await at({});
    assert.equal(found.settings.framework, "consensus");
    assert.equal(found.hasConfiguration, false);
    assert.deepEqual(found.watch, [`${ROOT}/plans/engagement-lint.yaml`, `${ROOT}/engagement-lint.yaml`]);
    assert.deepEqual(found.origins.get("framework"), { value: "consensus", from: "built in" });
  });

  test("one line is enough", async () => {
    const found = await at({ "team/engagement-lint.yaml": "framework: nihr" });
    assert.equal(found.settings.framework, "nihr");
    assert.deepEqual(found.origins.get("framework"), {
      value: "nihr",
      from: `${ROOT}/engagement-lint.yaml`,
      line: 1,
    });
    assert.deepEqual(found.problems, []);
  });

  test("a folder’s own is laid over the team’s, and `root: true` looks no further", async () => {
    const texts = {
      "team/engagement-lint.yaml": "framework: nihr\nrules:\n  payment-missing: error\n  expenses-gap: off",
      "team/plans/engagement-lint.yaml": "rules: { expenses-gap: hint }",
    };
    const both = await at(texts);
    assert.deepEqual(used(both), ["team/engagement-lint.yaml", "team/plans/engagement-lint.yaml"]);
    assert.deepEqual(both.settings.rules, { "payment-missing": "error", "expenses-gap": "hint" });
    assert.equal(both.settings.framework, "nihr");
    const own = await at({ ...texts, "team/plans/engagement-lint.yaml": "root: true\nrules: { expenses-gap: hint }" });
    assert.deepEqual(used(own), ["team/plans/engagement-lint.yaml"]);
    assert.equal(own.settings.framework, "consensus");
  });

  test("nothing above the workspace is read, nor above the repository that the document stands in", async () => {
    const above = await at({ "engagement-lint.yaml": "framework: nihr" });
    assert.deepEqual(used(above), []);
    const inside = await at({ "team/engagement-lint.yaml": "framework: nihr", "team/plans/.git/HEAD": "" });
    assert.deepEqual(used(inside), []);
    const around = await at({ "org/.git/HEAD": "", "org/engagement-lint.yaml": "framework: scie" }, "org/a/b/plan.md");
    assert.equal(around.settings.framework, "scie");
  });

  test("a loose file looks in its own folder only", async () => {
    const texts = { "else/engagement-lint.yaml": "framework: nihr", "else/a/engagement-lint.yaml": "framework: scie" };
    assert.deepEqual(used(await at(texts, "else/a/plan.md")), ["else/a/engagement-lint.yaml"]);
  });
});

suite("Extending", () => {
  test("a framework, a path, a package and a list, the later louder and the file itself loudest", async () => {
    const found = await at({
      "team/engagement-lint.yaml": "extends: [nihr, ./org/base.yaml, '@field/pack']\nrules: { payment-missing: hint }",
      "team/org/base.yaml": "framework: scie\nrules: { payment-missing: error, expenses-gap: error }",
      "team/node_modules/@field/pack/package.json": '{"engagementLint": "./lint/all.yaml"}',
      "team/node_modules/@field/pack/lint/all.yaml": "extends: ./more.yaml\nrules: { expenses-gap: info }",
      "team/node_modules/@field/pack/lint/more.yaml": "families: { law: off }",
    });
    assert.deepEqual(told(found), []);
    assert.deepEqual(used(found), [
      "team/org/base.yaml",
      "team/node_modules/@field/pack/lint/more.yaml",
      "team/node_modules/@field/pack/lint/all.yaml",
      "team/engagement-lint.yaml",
    ]);
    assert.equal(found.settings.framework, "scie");
    assert.deepEqual(found.settings.rules, { "payment-missing": "hint", "expenses-gap": "info" });
    assert.deepEqual(found.settings.families, { law: "off" });
    assert.equal(found.origins.get("rules.expenses-gap")?.from, `${ROOT}/node_modules/@field/pack/lint/all.yaml`);
  });

  test("a package is looked up from the file that names it, and one above the workspace counts as installed", async () => {
    const found = await at({
      "team/engagement-lint.yaml": "extends: outer",
      "node_modules/outer/engagement-lint.yaml": "extends: inner",
      "node_modules/outer/node_modules/inner/engagement-lint.yaml": "framework: tlap",
      "team/node_modules/inner/engagement-lint.yaml": "framework: scie",
    });
    assert.deepEqual(told(found), []);
    assert.equal(found.settings.framework, "tlap");
  });

  test("what is missing is named at its place, is waited for, and the rest goes on", async () => {
    const found = await at({
      "team/engagement-lint.yaml": "extends:\n  - ./gone.yaml\n  - not-there\n  - ../..//else\nframework: nihr",
    });
    assert.equal(found.settings.framework, "nihr");
    assert.deepEqual(told(found), [
      "team/engagement-lint.yaml:2:5 “./gone.yaml” is not there. Check the path, which is seen from this file.",
      "team/engagement-lint.yaml:3:5 The package “not-there” is not installed. Run `npm install --save-dev not-there`.",
      "team/engagement-lint.yaml:4:5 “../..//else/engagement-lint.yaml” lies outside the workspace and is not read. Move it inside, or make it a package.",
    ]);
    assert.ok(found.watch.includes(`${ROOT}/gone.yaml`));
    assert.ok(found.watch.includes(`${ROOT}/node_modules/not-there/package.json`));
  });

  test("a circle is told of once, where it closes", async () => {
    const found = await at({
      "team/engagement-lint.yaml": "extends: ./a.yaml\nframework: nihr",
      "team/a.yaml": "extends: ./b.yaml",
      "team/b.yaml": "extends: ./a.yaml",
    });
    assert.deepEqual(told(found), [
      "team/b.yaml:1:10 “./a.yaml” comes back to a file that this one is extended by. Take one of the two out.",
    ]);
    assert.equal(found.settings.framework, "nihr");
  });

  test("depth and number have limits", async () => {
    const deep: Record<string, string> = { "team/engagement-lint.yaml": "extends: ./0.yaml" };
    for (let i = 0; i < 30; i++) deep[`team/${i}.yaml`] = `extends: ./${i + 1}.yaml`;
    assert.match(told(await at(deep)).join("\n"), /^team\/14\.yaml:1:10 .*16 files deep/);
    const wide: Record<string, string> = {};
    const names = Array.from({ length: 300 }, (_, i) => `./${i}.yaml`);
    for (const name of names) wide[`team/${name.slice(2)}`] = "framework: nihr";
    const found = await at({ ...wide, "team/engagement-lint.yaml": `extends: [${names}]` });
    assert.equal(found.files.length, 100);
    assert.match(told(found)[0]!, /over 100 configurations/);
  });

  test("what lies outside is refused, through links too, and a pack keeps to its package", async () => {
    const found = await at({
      "team/engagement-lint.yaml":
        "extends: [./link.yaml, linked, pack, /secret.yaml]\nrulePaths: ../rules\nbaseline: ./b.json",
      "secret.yaml": "framework: nihr",
      "rules/x.yaml": "title: x",
      "elsewhere/engagement-lint.yaml": "framework: nihr",
      "team/link.yaml": "->secret.yaml",
      "team/b.json": "->secret.yaml",
      "team/node_modules/linked": "->elsewhere",
      "team/node_modules/pack/engagement-lint.yaml": "extends: ../../plain.yaml",
      "team/plain.yaml": "framework: scie",
    });
    assert.equal(found.settings.framework, "consensus");
    assert.equal(found.baseline, undefined);
    assert.deepEqual(
      told(found).map((line) => line.replace(/(refused|outside|absolute).*/, "$1")),
      [
        "team/engagement-lint.yaml:1:11 “./link.yaml” lies outside",
        "team/engagement-lint.yaml:1:24 The package “linked” is a link to a folder outside",
        "team/node_modules/pack/engagement-lint.yaml:1:10 “../../plain.yaml” lies outside",
        "team/engagement-lint.yaml:1:38 “/secret.yaml” is an absolute",
        "team/engagement-lint.yaml:2:12 “../rules” lies outside",
        "team/engagement-lint.yaml:3:11 “./b.json” lies outside",
      ],
    );
  });

  test("a configuration that is itself a link out of the workspace is not read", async () => {
    const found = await at({ "secret.yaml": "framework: nihr", "team/engagement-lint.yaml": "->secret.yaml" });
    assert.equal(found.settings.framework, "consensus");
    assert.match(told(found)[0]!, /leads out of the workspace/);
  });
});

suite("Covering a document", () => {
  const covered = async (config: string, path?: string, frontMatter?: string) =>
    (await at({ "team/engagement-lint.yaml": config }, path, frontMatter)).covered;

  test("patterns may be written with either slash", async () => {
    const found = await at({ "team/engagement-lint.yaml": "exclude: plans\\**\n" });
    assert.equal(found.covered.yes, false);
  });

  test("include takes in, exclude leaves out and is stronger", async () => {
    assert.equal((await covered("framework: nihr")).yes, true);
    assert.equal((await covered("include: plans/**")).yes, true);
    assert.equal((await covered("include: notes")).yes, false);
    assert.deepEqual(await covered("include: plans\nexclude: '*.md'"), {
      yes: false,
      because: "“exclude” in engagement-lint.yaml names it: *.md.",
    });
  });

  test("front matter says what a document is", async () => {
    assert.equal((await covered("framework: nihr", undefined, "kind: minutes")).yes, false);
    assert.equal((await covered("include: notes", undefined, "kind: plan")).yes, true);
  });
});

suite("Front matter", () => {
  test("chooses a framework and a context for one document", async () => {
    const found = await at(
      { "team/engagement-lint.yaml": "framework: scie\ncontext: { scale: small }" },
      undefined,
      "title: x\nframework: nihr\ncontext:\n  draft: true",
    );
    assert.equal(found.settings.framework, "nihr");
    assert.deepEqual(found.settings.context, { scale: "small", draft: true });
    assert.deepEqual(found.origins.get("framework"), { value: "nihr", from: `${ROOT}/plans/plan.md`, line: 3 });
  });

  test("means nothing where it is meant for another program, but a slip is told of", async () => {
    assert.deepEqual(told(await at({}, undefined, "framework: django\ncontext: home\ntags: [a")), []);
    assert.deepEqual(told(await at({}, undefined, "framework: django\ncontext: home")), []);
    assert.deepEqual(told(await at({}, undefined, "framework: nhir")), [
      "team/plans/plan.md:2:12 There is no framework “nhir”. Did you mean “nihr”?",
    ]);
    assert.match(told(await at({}, undefined, "engagement-lint:\n  framwork: nihr"))[0]!, /plan\.md:3:3 .*“framework”/);
  });
});

suite("A configuration that is wrong", () => {
  const WRONG = [
    ["framwork: nihr", "1:1 Unknown key “framwork”. Did you mean “framework”?"],
    ["framework: nhir", "1:12 There is no framework “nhir”. Did you mean “nihr”?"],
    ["rules: { payment-mising: off }", "1:10 There is no rule “payment-mising”. Did you mean “payment-missing”?"],
    ["rules:\n  payment-missing: of", "2:20 There is no level “of”. Did you mean “off”?"],
    ["rules:\n  payment-missing: { levl: off }", "2:22 Unknown key “levl”. Did you mean “level”?"],
    [
      "families: { words: off }",
      "1:13 There is no family of rules “words”. Choose from: wording, power, timing, resourcing, tokenism, feedback, inclusion, evidence, law.",
    ],
    ["accepted: [{ term: survivors }]", "1:12 “by” is missing. Add a line `by: Survivors’ Forum`."],
    ["context: urgent", "1:10 “context” must be `key: value` pairs. Write, say, `{ draft: true }`."],
    ["root: yes", "1:7 “root” must be true or false."],
    ["phrases: { paymnt: fund }", "1:12 There is no fact “paymnt”. Did you mean “payment”?"],
    ["phrases: { payment: '(fund' }", "1:21 The phrase “(fund” isn't used. A bracket is not closed."],
    [
      "phrases: { payment: '... fund' }",
      "1:21 The phrase “... fund” begins with a gap or a part that may be missing. Begin it with a word.",
    ],
    ["phrases: { payment: '{peeple} fund' }", "1:21 There is no word list “{peeple}”. Did you mean “people”?"],
    ["framework:", "1:11 “framework” has no value that can be read. Write, say, `nihr`."],
    ["rulePaths: rules", "1:12 “rules” is not there. Check the path, which is seen from this file."],
    ["overlays: [scotland, scotland2]", "1:22 There is no overlay “scotland2”. Did you mean “scotland”?"],
    ["failOn: always", "1:9 There is no level “always”. Choose from: error, warning, info, hint, never."],
    ["root: true\nroot: true", "2:1 The key “root” stands here twice. Take one away."],
    ["a: &a [x]\nframework: *a", "1:1 Unknown key “a”. Take it away, or check how far it is indented."],
    ["- nihr", "1:1 The file must be a list of `key: value` pairs, with a space after each colon."],
    ["framework:nihr", "1:1 The file must be a list of `key: value` pairs, with a space after each colon."],
    ["rules:\n\tpayment-missing: off", "2:1 A tab stands at the beginning of the line. Indent with spaces"],
    ["rules:\npayment-missing: off", "2:1 Unknown key “payment-missing”. It is a rule: indent it under `rules:`."],
    ["rules:\n# payment-missing: off", "1:7 “rules” holds nothing. Indent what belongs to it below, or take it away."],
    ["rules:\n  - payment-missing: off", "2:3 “rules” must be `name: value` pairs. Take the hyphens away."],
    ["rules:\n  payment-missing: off\n   expenses-gap: off", "2:20 A second colon stands here. Put quotes around"],
    ["rules:\n  payment-missing: off\n framework: nihr", "3:1 This line is indented by more or less than its"],
    ["rules:\n  payment-missing: warn", "2:20 There is no level “warn”. Did you mean “warning”?"],
    ["rules:\n  payment-missing: on", "2:20 There is no level “on”. Choose from: error, warning, info, hint, off."],
    ["framework: [nihr, iap2]", "1:12 “framework” takes one value, and there is more here. Write, say, `nihr`."],
    ["framework: NIHR", "1:12 There is no framework “NIHR”. Did you mean “nihr”?"],
    ["framework: “nihr”", "1:12 There is no framework ““nihr””. Did you mean “nihr”?"],
    ['framework: "nihr', "1:17 A quotation mark is opened and never closed. Close it, or take it away."],
    ["framework: nihr\n---\nframework: iap2", "2:1 A second document begins here, after `---`. Keep one in each file."],
    ["extends: @team/pack", "1:10 A value can’t begin with @. Put double quotes around the whole value."],
    [
      "include: **/*.md",
      "1:10 References (`*name`) are not read here. Write the value out, or put a pattern that begins",
    ],
    [
      "include: 'plans/*.{md,txt}'",
      "1:10 Braces don’t give a choice in a pattern. Write a pattern for each, in a list.",
    ],
    ["include: ['!old/**']", "1:11 A pattern can’t begin with !. Put it under `exclude`, without the !."],
    [
      "exclude: ../old/**",
      "1:10 A pattern is seen from this file’s folder and can’t leave it. Put it in the file of the",
    ],
    ['rulePaths: "house\\quad"', "1:18 A backslash in double quotes means something else. Write paths with / instead."],
  ] as const;
  for (const [text, message] of WRONG) {
    test(`says so where it is: ${text.replaceAll("\n", "\\n")}`, async () => {
      const found = await at({ "team/engagement-lint.yaml": text });
      assert.ok(told(found)[0]?.startsWith(`team/engagement-lint.yaml:${message}`), told(found)[0]);
      for (const problem of found.problems) assert.ok(problem.message.length < 160, problem.message);
    });
  }

  for (const text of ["", "\n", "# framework: nihr\n", "---\n# Nothing yet.\n", "\uFEFF# Nothing yet.\r\n"]) {
    test(`holds nothing, which is nothing wrong: ${JSON.stringify(text)}`, async () => {
      const found = await at({ "team/engagement-lint.yaml": text });
      assert.deepEqual([told(found), found.hasConfiguration, found.settings.framework], [[], true, "consensus"]);
      const extended = await at({
        "team/engagement-lint.yaml": "extends: pack\n",
        "team/node_modules/pack/engagement-lint.yaml": text,
      });
      assert.deepEqual([told(extended), extended.files.length], [[], 2]);
    });
  }

  test("may begin with a byte order mark and end its lines as Windows does", async () => {
    const found = await at({
      "team/engagement-lint.yaml": "\uFEFFframework: nihr\r\nrules:\r\n  expenses-gap: off\r\n",
    });
    assert.deepEqual([told(found), found.settings.framework], [[], "nihr"]);
    assert.equal(found.settings.rules["expenses-gap"], "off");
  });

  test("takes everything in where its include holds no pattern that can be read", async () => {
    const found = await at({ "team/engagement-lint.yaml": "include: '*.{md,txt}'\n" });
    assert.deepEqual([told(found).length, found.covered.yes], [1, true]);
  });

  test("keeps all of it that is right", async () => {
    const found = await at({
      "team/engagement-lint.yaml":
        "framework: nhir\nrules:\n  payment-missing: error\n  nothing: off\n  expenses-gap: bad\noverlays: [send]",
    });
    assert.equal(found.settings.rules["payment-missing"], "error");
    assert.deepEqual(found.settings.overlays, ["send"]);
    assert.equal(found.problems.length, 3);
  });
});
