import { strict as assert } from "node:assert";
import { absorbParts } from "../../server/src/engine/analyse";
import type { Finding, Supply } from "../../server/src/engine/finding";

function missing(ruleId: string, ...absent: Supply[]): Finding {
  return {
    ruleId,
    family: "resourcing",
    absent,
    severity: "info",
    message: "",
    span: { start: 0, end: 1 },
    related: [],
    fixes: [],
  };
}

suite("What one finding says for others", () => {
  test("an umbrella speaks for its parts and for nothing else", () => {
    const all = [
      missing("umbrella", "payment", "access"),
      missing("a", "payment"),
      missing("b", "access"),
      missing("c", "feedback"),
    ];
    assert.deepEqual(
      absorbParts(all).map(({ ruleId }) => ruleId),
      ["umbrella", "c"],
    );
  });
  test("without an umbrella each part speaks", () => {
    assert.equal(absorbParts([missing("a", "payment"), missing("b", "access")]).length, 2);
  });
});
