import assert from "node:assert/strict";
import { parse } from "yaml";
import { ruleOff } from "../../server/src/lsp/config-edits";

/** A configuration as people write it, and the lines of it that must be there afterwards, word for word. */
const TEXTS: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  "that is empty": ["", []],
  "that holds a comment only": ["# Ask Jo.\n", ["# Ask Jo."]],
  "without rules": ["framework: nihr # agreed", ["framework: nihr # agreed"]],
  "with rules": [
    "rules:\n    # Jo\n    payment-missing: error # must\nfailOn: error\n",
    ["    # Jo", "    payment-missing: error # must", "failOn: error"],
  ],
  "that weighs the rule": ["rules:\n  that-rule: error # agreed\n  other: hint\n", ["  other: hint"]],
  "that quotes the weight": ['rules:\n  that-rule: "error"\n', ["rules:"]],
  "with options for the rule": [
    "rules:\n  that-rule:\n    level: error\n    message: Say who.\n",
    ["    message: Say who."],
  ],
  "with options and no weight": ["rules:\n  that-rule:\n    message: Say who.\n", ["    message: Say who."]],
  "with options in braces": ["rules:\n  that-rule: { message: Say who. }\n", ["rules:"]],
  "with rules in braces": ["# Jo\nrules: { other: hint }\nfailOn: error\n", ["# Jo", "failOn: error"]],
  "with rules that are still to be written": ["rules:\nfailOn: error\n", ["failOn: error"]],
  "whose lines end as on Windows": ["framework: nihr\r\nrules:\r\n  other: hint\r\n", ["  other: hint"]],
};

suite("Turning a rule off in a configuration", () => {
  for (const [name, [text, kept]] of Object.entries(TEXTS)) {
    test(`${name} turns it off and leaves the rest as it was`, () => {
      const { span, text: put } = ruleOff(text, "that-rule");
      const after = text.slice(0, span.start) + put + text.slice(span.end);
      const before = parse(text) ?? {};
      const rule = parse(after).rules["that-rule"];
      const options = before.rules?.["that-rule"];
      assert.deepEqual(rule, typeof options === "object" ? { ...options, level: "off" } : "off");
      const rules = { ...before.rules, "that-rule": rule };
      assert.deepEqual(parse(after), { ...before, rules });
      const lines = after.split(/\r?\n/);
      for (const line of kept) assert.ok(lines.includes(line), `“${line}” is gone:\n${after}`);
    });
  }
});
