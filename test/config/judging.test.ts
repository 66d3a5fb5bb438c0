import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "../../server/src/config/resolve";
import { bookOf } from "../../server/src/config/team-book";
import { analyse, judge } from "../../server/src/engine/analyse";
import type { Finding } from "../../server/src/engine/finding";
import { WrittenFiles } from "../support/written-files";

const PLAN = `# Shaping the night bus

We will co-produce the timetable with twelve passengers, who meet every fortnight from 4 May to 30 October 2027.

Members read the papers, go out with drivers and write the questions for each round.

The elderly and wheelchair-bound passengers will be asked first.

Passengers' forum members hold a drop-in at the depot each month and keep the notes.

The transport committee decides on the timetable in November 2027.

Each meeting is at the town hall, from seven to nine.

The forum is asked for its views on fares, stops and lighting.

Notes of every meeting go on the noticeboard within a week.

Drivers tell the members what they hear at night.

The group visits two other towns in June.

Members go through the draft timetable line by line in September.

An officer takes calls from members on weekdays.
`;

async function judged(config: string, files: Record<string, string> = {}, text = PLAN): Promise<readonly Finding[]> {
  const resolution = await resolve("file:///team/plan.md", {
    files: new WrittenFiles({ ...files, "team/engagement-lint.yaml": config }),
    roots: ["file:///team"],
  });
  assert.deepEqual(resolution.problems, []);
  const book = bookOf(resolution);
  return judge(analyse({ text, language: "markdown" }, book), book, { ...resolution.settings, everything: true });
}

const idsOf = (findings: readonly Finding[]): string[] => findings.map(({ ruleId }) => ruleId);
const of = (findings: readonly Finding[], id: string): Finding[] => findings.filter(({ ruleId }) => ruleId === id);

const severityOf = (findings: readonly Finding[], id: string): string | undefined => of(findings, id)[0]?.severity;

suite("Judging by a configuration", () => {
  test("the team’s word on a rule holds, whatever the framework and the learned reader say", async () => {
    const found = await judged("rules: { payment-missing: error, people-first-wording: warning, expenses-gap: off }");
    assert.equal(severityOf(found, "payment-missing"), "error");
    assert.equal(severityOf(found, "people-first-wording"), "warning");
    assert.deepEqual(of(found, "expenses-gap"), []);
  });

  test("a family gives its rules a level, but turns none on, and a rule’s own stands", async () => {
    const usual = await judged("root: true");
    const found = await judged("families: { resourcing: error, law: off }\nrules: { payment-missing: hint }");
    assert.equal(
      severityOf(found, "coproduction-unresourced"),
      "info",
      "the reader is not certain of all that is missing",
    );
    assert.equal(severityOf(found, "staff-capacity-missing"), "error");
    assert.equal(severityOf(found, "payment-missing"), "hint");
    assert.ok(found.every(({ family }) => family !== "law"));
    const kept = usual.filter(({ family }) => family !== "law");
    assert.deepEqual([...new Set(idsOf(found))].sort(), [...new Set(idsOf(kept))].sort());
  });

  test("a rule says what the team would say, and is silent beside the team’s exceptions", async () => {
    const said = await judged('rules: { payment-missing: { message: "Ask the panel team for the rate." } }');
    assert.equal(of(said, "payment-missing")[0]?.message, "Ask the panel team for the rate.");
    const unpaid = `${PLAN}\nMembers will not be paid.\n`;
    const [usual] = of(await judged("root: true", {}, unpaid), "payment-missing");
    assert.match(usual!.message, /rules payment out/, "what the plan refuses isn't said to be unsaid");
    const own = await judged('rules: { payment-missing: { message: "Ask the panel team for the rate." } }', {}, unpaid);
    assert.equal(of(own, "payment-missing")[0]?.message, "Ask the panel team for the rate.");
    const silent = await judged("rules: { people-first-wording: { unless: asked first } }");
    assert.deepEqual(of(silent, "people-first-wording"), []);
  });

  test("an accepted term is passed over in every finding about wording, and only there", async () => {
    const found = await judged(
      "accepted: [{ term: wheelchair-bound, by: Bus Users’ Forum }, { term: decides, by: us }]",
    );
    const words = of(found, "people-first-wording").map(({ span }) => PLAN.slice(span.start, span.end));
    assert.deepEqual(words, ["The elderly"]);
    assert.equal(found.length, (await judged("root: true")).length - 1);
  });

  test("a policy gives every document what it links to", async () => {
    const found = await judged("policies:\n  payment: https://example.org/pay\n  access: { link: ../access.md }");
    assert.deepEqual(of(found, "payment-missing"), []);
    assert.deepEqual(of(found, "access-support-missing"), []);
    assert.equal(of(found, "expenses-gap").length, 1);
  });

  test("a policy that defines the word satisfies the rule that asks for a definition", async () => {
    const text = "# Panel\n\nWe believe in co-production. Co-production is at the heart of the panel.";
    const usual = await judged("rules: { coproduction-undefined: warning }", {}, text);
    assert.equal(of(usual, "coproduction-undefined").length, 1);
    const found = await judged(
      "rules: { coproduction-undefined: warning }\npolicies: { definition: https://example.org/words }",
      {},
      text,
    );
    assert.deepEqual(of(found, "coproduction-undefined"), []);
  });

  test("the team’s own words give a plan what they say", async () => {
    const text = PLAN.replace("Notes of every", "Members draw on the passenger purse. Notes of every");
    assert.equal(of(await judged("root: true", {}, text), "payment-missing").length, 1);
    const found = await judged("phrases: { payment: passenger purse }", {}, text);
    assert.deepEqual(of(found, "payment-missing"), []);
    const denied = text.replace("draw on", "are not paid from");
    assert.equal(of(await judged("phrases: { payment: passenger purse }", {}, denied), "payment-missing").length, 1);
  });

  test("a small, urgent or unfinished piece of work is judged more gently", async () => {
    const small = await judged("context: { scale: small }");
    assert.ok(small.filter(({ absent }) => absent).every(({ severity }) => severity === "hint"));
    const framework = "framework: nhse";
    const firm = await judged(`${framework}\nrules: { payment-missing: error }\ncontext: { draft: true }`);
    assert.equal(severityOf(firm, "payment-missing"), "error", "the team’s own word is not softened");
    const ends = "# Survey\n\nA survey runs for one week. Tell us by Friday what you think of the closure.";
    const usual = (await judged(framework, {}, ends)).filter(({ family }) => family === "timing");
    const urgent = (await judged(`${framework}\ncontext: { urgent: true }`, {}, ends)).filter(
      ({ family }) => family === "timing",
    );
    assert.deepEqual(idsOf(urgent), idsOf(usual));
    assert.ok(urgent.every(({ severity }) => severity === "info" || severity === "hint"));
  });
});

const OWN_RULE = `title: Depots are named
family: wording
level: warning
message: "“{found}” doesn't say which depot. Name it."
why: There are four.
sources: [Our style guide]
find:
  - fact: depot
    unless: [{ phrase: "{depot-names}", within: sentence }]
examples:
  - flag: Come to <<the depot>>.
  - pass: Come to the depot at Eastgate.
`;
const OWN_FACT = "title: A depot\nfind: [the depot]\nyes: [Come to the depot.]\nno: [Come to the hall.]\n";
const OWN_WORDS = "title: Depots\nentries: [eastgate, northside]\n";
const OWN = {
  "team/rules/depot-named.yaml": OWN_RULE,
  "team/rules/facts/depot.yaml": OWN_FACT,
  "team/rules/words/depot-names.yaml": OWN_WORDS,
};

suite("A team’s own rules", () => {
  test("speak with their facts and words", async () => {
    const found = of(await judged("rulePaths: rules", OWN), "depot-named");
    assert.deepEqual(
      found.map(({ severity, message }) => `${severity} ${message}`),
      ["warning “the depot” doesn't say which depot. Name it."],
    );
    const named = PLAN.replace("at the depot", "at the depot in Eastgate");
    assert.deepEqual(of(await judged("rulePaths: rules", OWN, named), "depot-named"), []);
    assert.equal(
      of(await judged("rulePaths: rules/depot-named.yaml\nrules: { depot-named: hint }", OWN), "depot-named")[0]
        ?.severity,
      "hint",
    );
  });

  test("change nothing else in any plan, since the learned reader doesn’t see them", async () => {
    const plans = readdirSync("test/corpus/plans").filter((_, i) => i % 12 === 0);
    for (const name of plans) {
      const text = readFileSync(`test/corpus/plans/${name}`, "utf8");
      const words = OWN_WORDS.replace("eastgate", "the, of, we, people, members, council");
      const usual = await judged("root: true", {}, text);
      const found = await judged(
        "rulePaths: rules\nphrases: { budget-set: xyzzy }",
        { ...OWN, "team/rules/words/depot-names.yaml": words },
        text,
      );
      const others = found.filter(({ ruleId }) => ruleId !== "depot-named");
      assert.deepEqual(JSON.parse(JSON.stringify(others)), JSON.parse(JSON.stringify(usual)), name);
    }
  });

  const BROKEN = [
    ["level: warning", "level: warnin", "x.yaml:3:8 “warnin” is no level. Did you mean “warning”?"],
    ["fact: depot", "fact: deppot", "x.yaml:8:11 There is no fact “deppot”. Did you mean “depot”?"],
    ["{depot-names}", "{depotnames}", "x.yaml:9:24 There is no word list “{depotnames}”. Did you mean “depot-names”?"],
    ["{depot-names}", "(a", "x.yaml:9:24 The phrase “(a” isn't used. A bracket is not closed."],
    ["{depot-names}", "depot.*yard", "x.yaml:9:24 The phrase “depot.*yard” reads as a regular expression. Write"],
    ["why: There", "suspects: unpaid\nwhy: There", "x.yaml:5:11 “suspects” is for the rules"],
    ["title: Depots", "titel: Depots", "x.yaml:1:1 Unknown key “titel”. Did you mean “title”?"],
    ["  - flag:", "\t- flag:", "x.yaml:11:1 A tab stands at the beginning of the line. Indent with"],
  ] as const;
  for (const [right, wrong, message] of BROKEN) {
    test(`a broken one is told of in its own file, and the others go on: ${wrong}`, async () => {
      const files = new WrittenFiles({
        ...OWN,
        "team/rules/x.yaml": OWN_RULE.replace(right, wrong),
        "team/engagement-lint.yaml": "rulePaths: rules",
      });
      const found = await resolve("file:///team/plan.md", { files, roots: ["file:///team"] });
      const told = found.problems.map(
        ({ file, line, column, message: what }) => `${file.slice(19)}:${line}:${column} ${what}`,
      );
      assert.ok(told[0]?.startsWith(message), told.join("\n"));
      assert.deepEqual(
        found.extra.rules.map(({ id }) => id),
        ["depot-named"],
      );
    });
  }

  test("need a name of their own", async () => {
    const files = new WrittenFiles({
      "team/engagement-lint.yaml": "rulePaths: [rules, more]",
      "team/rules/payment-missing.yaml": OWN_RULE.replace("fact: depot", "phrase: depot").replace(/ +unless.*\n/, ""),
      "team/more/two words.yaml": OWN_RULE,
    });
    const found = await resolve("file:///team/plan.md", { files, roots: ["file:///team"] });
    assert.deepEqual(
      found.problems.map(({ file, message }) => `${file.slice(13)} ${message}`),
      [
        "rules/payment-missing.yaml There is a “payment-missing” already. Give this one a name of its own.",
        "more/two%20words.yaml A rule file is named after its rule, in letters, digits and hyphens, and ends in .yaml. Rename it.",
      ],
    );
  });

  test("are made ready once for all documents that have the same", async () => {
    const files = new WrittenFiles({ ...OWN, "team/engagement-lint.yaml": "rulePaths: rules" });
    const [one, two] = await Promise.all(
      ["a.md", "b/c.md"].map((name) => resolve(`file:///team/${name}`, { files, roots: ["file:///team"] })),
    );
    assert.equal(bookOf(one!), bookOf(two!));
  });
});
