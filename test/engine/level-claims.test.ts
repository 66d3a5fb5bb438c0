import assert from "node:assert/strict";
import { analyse, CONSENSUS, judge } from "../../server/src/engine/analyse";
import { builtInBook } from "../../server/src/rulebook/built-in";

const CLAIM = "claimed-level-exceeds-evidence";

function claimsIn(text: string): string[][] {
  const document = analyse({ text, language: "markdown" }, builtInBook());
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return judge(document, builtInBook(), { ...CONSENSUS, everything: true })
    .filter(({ ruleId }) => ruleId === CLAIM)
    .map(({ span, related }) => [words(span), ...related.map((place) => words(place.span))]);
}

suite("A claim of a level", () => {
  test("is set beside the most that its activity bears out", () => {
    const text =
      "## Co-designing the new ward\n\nWe will co-design the ward with patients. Patients will be sent a questionnaire in May. The Board decides in June.\n";
    assert.deepEqual(claimsIn(text), [["co-design", "questionnaire"]]);
  });

  test("is borne out where people make things together", () => {
    const text =
      "## Co-designing the new ward\n\nWe will co-design the ward with patients, who draw it with the architects over six workshops.\n";
    assert.deepEqual(claimsIn(text), []);
  });
});
