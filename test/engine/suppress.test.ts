import { strict as assert } from "node:assert";
import type { Resolution } from "../../server/src/config/resolution";
import { NOTHING_EXTRA } from "../../server/src/config/resolution";
import type { SideFile } from "../../server/src/config/side-file";
import { judgeAs, type Verdict } from "../../server/src/config/verdict";
import { analyse, CONSENSUS, type Language } from "../../server/src/engine/analyse";
import { builtInBook } from "../../server/src/rulebook/built-in";
import { applyFix } from "../support/read-with";
import { LABEL } from "../support/rule-example";

const PLAIN: Resolution = {
  files: [],
  settings: { ...CONSENSUS, everything: true },
  origins: new Map(),
  covered: { yes: true, because: "" },
  hasConfiguration: false,
  problems: [],
  extra: NOTHING_EXTRA,
  boundary: "file:///",
  watch: [],
};

interface With {
  readonly language?: Language;
  readonly entries?: SideFile["entries"];
  readonly rules?: Resolution["settings"]["rules"];
}

function verdictOn(text: string, { language = "markdown", entries = [], rules = {} }: With = {}): Verdict {
  const document = analyse({ text, language }, builtInBook());
  const resolution = { ...PLAIN, settings: { ...PLAIN.settings, rules } };
  return judgeAs(document, resolution, builtInBook(), { side: { entries, problems: [] }, problems: [], watch: [] });
}

const ID = LABEL.ruleId;

/** How many findings of the example's rule stand, and the reasons of those that were set aside. */
function labels(text: string, how?: With): { open: number; reasons: string[] } {
  const { open, suppressed } = verdictOn(text, how);
  return {
    open: open.filter(({ finding }) => finding.ruleId === ID).length,
    reasons: suppressed.filter(({ finding }) => finding.ruleId === ID).map(({ reason }) => reason),
  };
}

/** The findings about the suppressions themselves, each with the words that it marks. */
function faults(text: string, how?: With): string[] {
  return verdictOn(text, how)
    .open.filter(({ finding }) => finding.ruleId.startsWith("suppression-"))
    .map(({ finding: { ruleId, span } }) => `${ruleId} “${text.slice(span.start, span.end)}”`);
}

suite("Suppressing a finding", () => {
  const asides: Readonly<Record<string, readonly [string, Language?]>> = {
    "the next line": [`<!-- engagement-lint-disable-next-line ${ID}: Their own words. -->\n${LABEL.text}\n`],
    "the next line with words, past blank lines and further comments": [
      `<!-- engagement-lint-disable-next-line ${ID}: Their own words. -->\n\n<!-- A note. -->\n\n${LABEL.text}\n`,
    ],
    "the same line": [`${LABEL.text} <!-- engagement-lint-disable-line ${ID}: Their own words. -->\n`],
    "a block": [
      `<!-- engagement-lint-disable ${ID}: Their own words. -->\n\nThe hall is open.\n\n${LABEL.text}\n\n<!-- engagement-lint-enable ${ID} -->\n`,
    ],
    "one of several rules": [
      `<!-- engagement-lint-disable-next-line payment-missing, ${ID}: Their own words. -->\n${LABEL.text}\n`,
    ],
    "a reason of several lines": [
      `<!-- engagement-lint-disable-next-line ${ID}:\n     Their own\n     words. -->\n${LABEL.text}\n`,
    ],
    "lines that end as Windows ends them": [
      `# Offer\r\n\r\n<!-- engagement-lint-disable-next-line ${ID}: Their own words. -->\r\n${LABEL.text}\r\n`,
    ],
    "front matter above": [
      `---\ntitle: Offer\n---\n<!-- engagement-lint-disable-next-line ${ID}: Their own words. -->\n${LABEL.text}\n`,
    ],
    "an HTML document": [
      `<body>\n<!-- engagement-lint-disable-next-line ${ID}: Their own words. -->\n<p>\n${LABEL.text}</p>\n</body>`,
      "html",
    ],
  };
  for (const [what, [text, language]] of Object.entries(asides)) {
    test(`with a reason: ${what}`, () => {
      assert.deepEqual(labels(text, { language }), { open: 0, reasons: ["Their own words."] });
    });
  }

  const stands: Readonly<Record<string, readonly [string, Language?]>> = {
    "on the line after the next": [
      `<!-- engagement-lint-disable-next-line ${ID}: Why. -->\nThe hall is open.\n\n${LABEL.text}\n`,
    ],
    "after the block's end": [
      `<!-- engagement-lint-disable ${ID}: Why. -->\n\nThe hall is open.\n\n<!-- engagement-lint-enable -->\n\n${LABEL.text}\n`,
    ],
    "under another rule's name": [`<!-- engagement-lint-disable-next-line payment-missing: Why. -->\n${LABEL.text}\n`],
    "without a reason": [`<!-- engagement-lint-disable-next-line ${ID} -->\n${LABEL.text}\n`],
    "with a reason of blanks": [`<!-- engagement-lint-disable-next-line ${ID}:   -->\n${LABEL.text}\n`],
    "under a comment in code": [`\`\`\`html\n<!-- engagement-lint-disable ${ID}: Why. -->\n\`\`\`\n\n${LABEL.text}\n`],
    "in plain text, where there are no comments": [
      `<!-- engagement-lint-disable ${ID}: Why. -->\n\n${LABEL.text}\n`,
      "plaintext",
    ],
  };
  for (const [what, [text, language]] of Object.entries(stands)) {
    test(`does nothing ${what}`, () => {
      assert.deepEqual(labels(text, { language }), { open: 1, reasons: [] });
    });
  }

  test("rules that were disabled together can be enabled one by one", () => {
    const text = `<!-- engagement-lint-disable payment-missing, ${ID}: Why. -->\n\n<!-- engagement-lint-enable payment-missing -->\n\n${LABEL.text}\n\n<!-- engagement-lint-enable ${ID} -->\n\n${LABEL.text}\n`;
    assert.deepEqual(labels(text), { open: 1, reasons: ["Why."] });
  });

  const amiss: Readonly<Record<string, readonly [string, string]>> = {
    "gives no reason": [
      `<!-- engagement-lint-disable-next-line ${ID} -->`,
      `suppression-without-reason “<!-- engagement-lint-disable-next-line ${ID} -->”`,
    ],
    "gives its reason without a colon": [
      `<!-- engagement-lint-disable-next-line ${ID} since they chose it -->`,
      `suppression-without-reason “<!-- engagement-lint-disable-next-line ${ID} since they chose it -->”`,
    ],
    "names a rule that isn't there": [
      "<!-- engagement-lint-disable-next-line people-first-wordings: Why. -->",
      "suppression-unknown-rule “people-first-wordings”",
    ],
    "names no rule": [
      "<!-- engagement-lint-disable-next-line: Why. -->",
      "suppression-unknown-rule “<!-- engagement-lint-disable-next-line: Why. -->”",
    ],
    "is mistyped": [
      `<!-- engagement-lint-disable-nextline ${ID}: Why. -->`,
      `suppression-unknown-rule “<!-- engagement-lint-disable-nextline ${ID}: Why. -->”`,
    ],
    "has nothing to suppress": [
      `<!-- engagement-lint-disable-next-line ${ID}, overpromise-x: Why. -->`,
      "suppression-unknown-rule “overpromise-x”",
    ],
  };
  for (const [what, [comment, fault]] of Object.entries(amiss)) {
    test(`a suppression that ${what} is a finding`, () => {
      assert.deepEqual(faults(`${comment}\n${LABEL.text}\n`), [fault]);
    });
  }

  test("one that is no longer needed is a finding, and its fix takes it out", () => {
    const text = `The hall is open.\n\n<!-- engagement-lint-disable-next-line ${ID}: Why. -->\nThe hall is shut.\n`;
    assert.deepEqual(faults(text), [`suppression-unused “${ID}”`]);
    const [idle] = verdictOn(text).open;
    assert.equal(applyFix(text, idle!.finding.fixes[0]!.edits), "The hall is open.\n\n\nThe hall is shut.\n");
  });

  test("a mistyped rule is mended by its fix", () => {
    const text = `<!-- engagement-lint-disable-next-line ${ID}s: Why. -->\n${LABEL.text}\n`;
    const [fault] = verdictOn(text).open;
    const mended = applyFix(text, fault!.finding.fixes[0]!.edits);
    assert.deepEqual([labels(mended), faults(mended)], [{ open: 0, reasons: ["Why."] }, []]);
  });

  test("a configuration weighs or silences what is said of suppressions", () => {
    const text = `<!-- engagement-lint-disable-next-line ${ID} -->\n${LABEL.text}\n`;
    assert.deepEqual(faults(text, { rules: { "suppression-without-reason": "off" } }), []);
    const { open } = verdictOn(text, { rules: { "suppression-without-reason": "error" } });
    assert.equal(open[0]!.finding.severity, "error");
  });

  test("what is said of suppressions can't be suppressed", () => {
    const text = `<!-- engagement-lint-disable suppression-unused: Why. -->\n\n<!-- engagement-lint-disable-next-line ${ID}: Why. -->\nThe hall is open.\n`;
    assert.deepEqual(faults(text), [`suppression-unused “suppression-unused”`, `suppression-unused “${ID}”`]);
  });

  test("every message is two short sentences", () => {
    const long = "x".repeat(200);
    const text = `<!-- engagement-lint-${long} a: b -->\n\n<!-- engagement-lint-disable ${long}: Why. -->\n\n<!-- engagement-lint-disable ${ID} -->\n\n<!-- engagement-lint-disable ${ID}: Why. -->\n`;
    const entries = [
      { fingerprint: long, rule: undefined, reason: "Why." },
      { fingerprint: long, rule: long, reason: "Why." },
      { fingerprint: long, rule: ID, reason: "" },
    ];
    const messages = verdictOn(text, { entries }).open.map(({ finding }) => finding.message);
    assert.equal(messages.length, 7);
    for (const message of messages) {
      assert.ok(message.length < 160, message);
      assert.match(message, /^[^.?!]+\. [^.?!]+[.?]$/);
    }
  });
});

suite("A side file's entries", () => {
  const text = `${LABEL.text}\n`;
  const print = verdictOn(text, { language: "plaintext" }).open.find(
    ({ finding }) => finding.ruleId === ID,
  )!.fingerprint;

  test("set the finding of that fingerprint aside", () => {
    const entries = [{ fingerprint: print, rule: ID, reason: "Their own words." }];
    assert.deepEqual(labels(text, { language: "plaintext", entries }), { open: 0, reasons: ["Their own words."] });
  });

  test("are findings where they give no reason, name no rule or find nothing", () => {
    const entries = [
      { fingerprint: print, rule: ID, reason: "" },
      { fingerprint: print, rule: `${ID}s`, reason: "" },
      { fingerprint: "f0", rule: ID, reason: "Why." },
    ];
    assert.deepEqual(labels(text, { language: "plaintext", entries }), { open: 1, reasons: [] });
    assert.deepEqual(
      faults(text, { language: "plaintext", entries }).map((fault) => fault.split(" ")[0]),
      ["suppression-without-reason", "suppression-unknown-rule", "suppression-unused"],
    );
  });
});
