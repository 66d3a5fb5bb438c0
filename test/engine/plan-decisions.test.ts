import { strict as assert } from "node:assert";
import { datesIn } from "../../server/src/engine/plan/calendar";
import { decisionsIn } from "../../server/src/engine/plan/decisions";
import { builtInBook } from "../../server/src/rulebook/built-in";
import { readText } from "../support/read-with";

function decided(text: string): string[] {
  const document = readText(text);
  return decisionsIn(document, builtInBook(), datesIn(document)).map(({ who, date }) =>
    [who, date].filter(Boolean).join(" "),
  );
}

suite("Who decides in a plan, and when", () => {
  const cases: [string, string[]][] = [
    ["The Cabinet decides on 12 June 2026.", ["Cabinet 2026-06-12"]],
    ["The final decision rests with the Director of Housing.", ["Director of Housing"]],
    ["On 17 July 2026 the ICB Board approves the model.", ["ICB Board 2026-07-17"]],
    ["The route is chosen by the project executive.", ["project executive"]],
    ["> The Cabinet decides on 12 June 2026.", []],
    ["The Steering Group meets every Tuesday.", []],
    ["Members can choose to be paid later.", []],
    [
      "| What | Who decides | When |\n|---|---|---|\n| Route | The Board, by vote | 3 May 2026 |\n| Price | None | 4 May 2026 |\n",
      ["Board 2026-05-03"],
    ],
    [
      "The Cabinet decides.\n\nThe Cabinet decides on 12 June 2026.\n\nCabinet decides on 12 June 2026.",
      ["Cabinet 2026-06-12"],
    ],
  ];
  for (const [text, expected] of cases) test(text.replace(/\n/g, " "), () => assert.deepEqual(decided(text), expected));

  test("stands at the name, with its sentence beside it", () => {
    const text = "Come along. **The Cabinet** decides on 12 June 2026. Thank you.";
    const document = readText(text);
    const [decision] = decisionsIn(document, builtInBook(), datesIn(document));
    assert.equal(text.slice(decision!.span.start, decision!.span.end), "Cabinet");
    assert.equal(decision!.words, "The Cabinet decides on 12 June 2026.");
  });
});
