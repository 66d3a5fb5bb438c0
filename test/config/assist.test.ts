import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { complete, explainWord, type TeamFile, teamFileOf } from "../../server/src/config/assist";
import { builtInVocabularies } from "../../server/src/config/built-in-names";
import type { Key } from "../../server/src/config/keys";
import { Reading } from "../../server/src/config/read-config";
import { FACT_KEYS, RULE_KEYS, WORD_KEYS } from "../../server/src/config/rule-keys";
import { schemaTexts } from "../../server/src/config/schema";
import { FileReader } from "../../server/src/rulebook/read-file";

const known = builtInVocabularies();

/** What is offered at the bar in a text; the bar is taken out. */
function offered(marked: string, file: TeamFile = "configuration"): string[] {
  const offset = marked.indexOf("‸");
  return complete(marked.replace("‸", ""), offset, file, known).map(({ label }) => label);
}

function completed(marked: string, label: string, file: TeamFile = "configuration"): string {
  const text = marked.replace("‸", "");
  const one = complete(text, marked.indexOf("‸"), file, known).find((completion) => completion.label === label)!;
  return text.slice(0, one.start) + one.insert + text.slice(one.end);
}

function said(marked: string, file: TeamFile = "configuration"): string | undefined {
  return explainWord(marked.replace("‸", ""), marked.indexOf("‸"), file, known)?.text;
}

suite("Help with writing a configuration", () => {
  const PLACES: readonly (readonly [string, string, string])[] = [
    ["‸", "extends", "rules"],
    ["fra‸", "framework", "families"],
    ["framework: ‸", "nihr", "scie"],
    ["extends: [nihr, ‸]", "nihr", "scie"],
    ["extends:\n  - ‸", "nihr", "scie"],
    ["overlays:\n  - scotland\n  - ‸", "wales", "send"],
    ["rules:\n  ‸", "payment-missing", "expenses-gap"],
    ["rules:\n  payment-missing: off\n  exp‸\nframework: nihr", "payment-missing", "expenses-gap"],
    ["rules: { ‸ }", "payment-missing", "expenses-gap"],
    ["rules: { payment-missing: off, ‸ }", "payment-missing", "expenses-gap"],
    ["rules: { payment-missing: ‸ }", "off", "error"],
    ["rules:\n  payment-missing: ‸", "off", "error"],
    ["rules:\n  payment-missing:\n    ‸", "level", "unless"],
    ["rules:\n  payment-missing: { level: ‸", "off", "error"],
    ["families:\n  ‸", "wording", "law"],
    ["accepted:\n  - term: survivors\n    ‸", "by", "why"],
    ["accepted: [{ ‸", "term", "by"],
    ["policies:\n  ‸", "payment", "definition"],
    ["phrases:\n  ‸", "payment", "access-given"],
    ["context:\n  draft: true\n  scale: ‸", "small", "large"],
    ["context: { urgent: ‸ }", "true", "false"],
    ["failOn: ‸", "never", "error"],
  ];
  for (const [text, ...expected] of PLACES) {
    test(`offers what can stand there: ${text.replaceAll("\n", "\\n")}`, () => {
      const labels = offered(text);
      for (const label of expected) assert.ok(labels.includes(label), labels.slice(0, 12).join(" "));
    });
  }

  test("offers nothing where anything may stand", () => {
    for (const text of ["include: ‸", "accepted: [{ term: ‸", "nothing:\n  ‸", "rulePaths:\n  - ‸"])
      assert.deepEqual(offered(text), []);
  });

  test("puts the whole word in place, with the colon that it needs", () => {
    assert.equal(completed("fra‸", "framework"), "framework: ");
    assert.equal(completed("fra‸: nihr", "framework"), "framework: nihr");
    assert.equal(completed("framework: ni‸", "nihr"), "framework: nihr");
    assert.equal(completed("rules:\n  payment-m‸issing: off", "expenses-gap"), "rules:\n  expenses-gap: off");
  });

  test("says under the pointer what a key, a rule and a level are", () => {
    assert.match(said("frame‸work: nihr")!, /^The source that the team works by\. For example, nihr\.$/);
    assert.equal(
      said("rules:\n  payment-‸missing: off"),
      known.rule.find(({ name }) => name === "payment-missing")!.doc,
    );
    assert.equal(said("rules: { payment-missing: o‸ff }"), "Not looked for.");
    assert.equal(said("rules:\n  nothing-‸known: off"), undefined);
    assert.equal(said("# frame‸work"), undefined);
  });
});

suite("Help with writing rules", () => {
  test("offers the keys and names of rule files", () => {
    assert.ok(offered("fam‸", "rule").includes("family"));
    assert.ok(offered("find:\n  - fact: ‸", "rule").includes("payment"));
    assert.ok(
      offered("find:\n  - phrase: x\n    unless:\n      - { fact: payment, within: ‸ }", "rule").includes("document"),
    );
    assert.ok(offered("find:\n  - phrase: x\n    unless:\n      - { ‸", "rule").includes("within"));
    assert.ok(offered("supplies: ‸", "fact").includes("payment"));
    assert.ok(offered("‸", "words").includes("entries"));
  });

  test("a team’s files are told by their names and by what the configuration names", () => {
    const rules = ["file:///t/rules/a.yaml", "file:///t/rules/facts/b.yaml", "file:///t/rules/words/c.yaml"];
    assert.equal(teamFileOf("file:///t/engagement-lint.yaml", rules), "configuration");
    assert.deepEqual(
      rules.map((uri) => teamFileOf(uri, rules)),
      ["rule", "fact", "words"],
    );
    assert.equal(teamFileOf("file:///t/docker.yaml", rules), undefined);
  });

  const FOLDERS: readonly (readonly [string, readonly Key[]])[] = [
    ["rules", RULE_KEYS],
    ["rules/facts", FACT_KEYS],
    ["rules/words", WORD_KEYS],
  ];
  for (const [folder, keys] of FOLDERS) {
    test(`knows every key that stands in ${folder}`, () => {
      const files = globSync(`${folder}/*.yaml`);
      assert.ok(files.length > 10);
      for (const file of files) {
        const reader = new FileReader(file, readFileSync(file, "utf8"));
        new Reading(reader, known, []).record(reader.root!, keys, "");
        assert.deepEqual(reader.problems, []);
      }
    });
  }
});

suite("JSON schemas", () => {
  for (const [name, text] of Object.entries(schemaTexts(known))) {
    test(`${name} is as its keys are: \`npm run schemas\` writes it`, () => {
      assert.equal(readFileSync(`rules/schema/${name}`, "utf8"), text);
    });
  }

  test("are offered to editors that read YAML by them, and the folder need not be trusted", () => {
    const { contributes, capabilities } = JSON.parse(readFileSync("package.json", "utf8"));
    for (const place of ["yamlValidation", "jsonValidation"]) {
      const [{ fileMatch, url }] = contributes[place];
      assert.deepEqual([fileMatch, existsSync(url)], ["engagement-lint.yaml", true], place);
    }
    assert.deepEqual(capabilities.untrustedWorkspaces, { supported: true });
  });
});
