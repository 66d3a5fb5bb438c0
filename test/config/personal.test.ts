import assert from "node:assert/strict";
import fc from "fast-check";
import { readPersonal, shownTo } from "../../server/src/config/personal";
import { FAMILIES, type Finding, SEVERITIES } from "../../server/src/engine/finding";
import { builtInBook } from "../../server/src/rulebook/built-in";
import { findingsOf } from "../support/read-with";

const TEXTS = [
  "# Panel\n\nWe will co-produce the plan with the elderly. The board decides. Members are volunteers.",
  "# Survey\n\nThe consultation is open for one week. Views will be considered. The disabled can have their say online.",
];
const IDS = builtInBook().rules.map(({ id }) => id);
const WEIGHT = (finding: Finding): number => SEVERITIES.indexOf(finding.severity);

/** Anything that may stand in an editor's settings, sensible or not. */
const settings = fc.oneof(
  fc.dictionary(
    fc.constantFrom<string>(...IDS, ...FAMILIES),
    fc.constantFrom<unknown>(...SEVERITIES, "off", "louder", 3, null),
  ),
  fc.anything(),
);

suite("Personal settings", () => {
  test("hide or soften what is shown, and do nothing else, whatever they say", () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), settings, (text, said) => {
        const all = findingsOf(text);
        const before = JSON.stringify(all);
        const shown = shownTo(readPersonal(said), all);
        assert.equal(JSON.stringify(all), before, "what the command line says is untouched");
        for (const one of shown) {
          const original = all.find(({ ruleId, span }) => ruleId === one.ruleId && span === one.span);
          assert.ok(original, "nothing is added");
          assert.ok(WEIGHT(one) >= WEIGHT(original), "nothing grows louder");
          assert.deepEqual({ ...one, severity: "" }, { ...original, severity: "" });
        }
      }),
    );
  });

  test("speak of a rule or of a family, the rule being stronger", () => {
    const all = findingsOf(TEXTS[0]!);
    const labels = (said: unknown): string[] =>
      shownTo(readPersonal(said), all)
        .filter(({ ruleId }) => ruleId === "people-first-wording")
        .map(({ severity }) => severity);
    assert.notDeepEqual(labels({}), []);
    assert.deepEqual(labels({ wording: "off" }), []);
    assert.deepEqual(labels({ "people-first-wording": "off" }), []);
    assert.deepEqual(
      labels({ wording: "off", "people-first-wording": "hint" }),
      labels({}).map(() => "hint"),
    );
  });
});
