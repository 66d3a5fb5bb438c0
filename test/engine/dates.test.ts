import { strict as assert } from "node:assert";
import { durationsIn } from "../../server/src/engine/reading/dates";
import { tokens } from "../../server/src/engine/text/tokens";

const days = (text: string): number[] => durationsIn(tokens(text)).map((duration) => duration.days);

suite("Stretches of time", () => {
  const cases: [string, number[]][] = [
    ["open for six weeks", [42]],
    ["a fortnight to reply", [14]],
    ["ten working days", [10]],
    ["13–20 October", [7]],
    ["from 1 to 14 May 2026", [13]],
    ["between 3 June and 1 July", [27]],
    ["opens on 20 December and closes on 5 January", [16]],
    ["we may meet 3 times", []],
    ["1st May to 3rd May", [2]],
  ];
  for (const [text, expected] of cases) {
    test(`“${text}”`, () =>
      assert.ok(
        expected.every((number) => days(text).some((found) => Math.abs(found - number) <= 1)) &&
          days(text).length >= expected.length,
        days(text).join(),
      ));
  }
  test("no word is a unit of time by accident of how units are kept", () =>
    assert.deepEqual(days("Two constructor firms will answer."), []));

  test("nothing is read into a text without time", () => assert.deepEqual(days("Residents may march."), []));
});
