import assert from "node:assert/strict";
import type { Finding, Severity } from "../../server/src/engine/finding";
import { withinBudget } from "../../server/src/engine/judge/budget";

function finding(start: number, severity: Severity): Finding {
  const span = { start, end: start + 1 };
  return { ruleId: "r", family: "wording", severity, message: "", span, related: [], fixes: [] };
}

const starts = (findings: readonly Finding[]): number[] => findings.map(({ span }) => span.start);
const hints = (count: number): Finding[] => Array.from({ length: count }, (_, i) => finding(i * 10, "hint"));

suite("The budget of findings", () => {
  test("shows twelve in a document, and says them in their order", () => {
    assert.deepEqual(starts(withinBudget(hints(15), [])), starts(hints(12)));
  });

  test("shows the more serious first, wherever they stand", () => {
    const all = [...hints(15), finding(900, "warning"), finding(950, "info")];
    const shown = starts(withinBudget(all, []));
    assert.equal(shown.length, 12);
    assert.deepEqual(shown.slice(-2), [900, 950]);
  });

  test("shows three in one activity, and others elsewhere", () => {
    const shown = starts(withinBudget(hints(8), [{ span: { start: 0, end: 55 } }]));
    assert.deepEqual(shown, [0, 10, 20, 60, 70]);
  });

  test("is lifted by 0", () => {
    assert.equal(withinBudget(hints(40), [{ span: { start: 0, end: 500 } }], { document: 0, activity: 0 }).length, 40);
  });

  test("leaves a short list as it is", () => {
    assert.deepEqual(withinBudget(hints(3), []), hints(3));
  });
});
