import { strict as assert } from "node:assert";
import { activitiesOf, CONSENSUS, overviewOf } from "../../server/src/engine/analyse";
import type { PlannedActivity } from "../../server/src/engine/plan/overview";
import { builtInBook } from "../../server/src/rulebook/built-in";
import { findingsOf, readText } from "../support/read-with";

const names = (text: string): string[] => activitiesOf(readText(text), builtInBook()).map(({ name }) => name);
const overview = (text: string) => overviewOf(readText(text), builtInBook(), findingsOf(text));
const only = (text: string): PlannedActivity => {
  const { activities } = overview(text);
  assert.equal(activities.length, 1);
  return activities[0]!;
};

suite("The activities of a plan", () => {
  const cases: [string, string[]][] = [
    ["## 2. Workshops\n\nWe hold three workshops in May.\n\nTravel is paid.", ["Workshops"]],
    [
      "## How\n\n- **Survey** – ten questions, open for six weeks.\n- Two workshops, in May. Lunch is provided.",
      ["Survey", "Two workshops, in May"],
    ],
    ["| When | What |\n|---|---|\n| 3 May 2026 | Workshop with residents |\n", ["Workshop with residents"]],
    ["## What we want\n\nWe co-produce the park through a survey.", ["What we want"]],
    [
      "## The workshop\n\nCome to our workshop.\n\n## When\n\n| When | What |\n|---|---|\n| 3 May 2026 | Workshops |\n| 9 May 2026 | Survey |\n",
      ["The workshop", "Survey"],
    ],
    ["## What we heard\n\nA survey told us of the stairs.", []],
    ["## Budget\n\nThree workshops at £400.", []],
    ["| Item | Cost |\n|---|---|\n| Workshop hire | 400 |\n", []],
    ["## Risks\n\n- Few people come to the workshops.", []],
    ["## Background\n\nA survey was run.", []],
    ["## Aims\n\n- Win residents over to the scheme.", []],
    ["> We will hold three workshops in May.", []],
  ];
  for (const [text, expected] of cases) test(text.replace(/\n/g, " "), () => assert.deepEqual(names(text), expected));

  test("a long name ends with a whole word", () => {
    const [name] = names(
      "## The workshops that we hold with residents of every street between the river and the railway\n\nWe hold three workshops.",
    );
    assert.match(name!, /^The workshops that we hold .*\w…$/);
    assert.ok(name!.length <= 61);
    assert.ok(
      "The workshops that we hold with residents of every street between the river and the railway ".includes(
        `${name!.slice(0, -1)} `,
      ),
    );
  });
});

suite("A plan at a glance", () => {
  const plan =
    "# Plan 2026\n\n## The park\n\nWe will co-produce the park with residents. A survey is open for six weeks.\n\n" +
    "## Who decides\n\nThe Cabinet decides on 12 June 2026.\n";

  test("what is claimed, what is borne out and who decides stand together", () => {
    const park = only(plan);
    assert.deepEqual([park.claimed?.level, park.evidenced.level], [5, 2]);
    assert.deepEqual([park.decides?.who, park.decides?.date, park.decision], ["Cabinet", "2026-06-12", "organisation"]);
  });

  test("what taking part calls for depends on how much is asked", () => {
    assert.deepEqual(only("## Survey\n\nPlease fill in our survey.").lacking, ["access"]);
    assert.deepEqual(only("## Workshop\n\nCome to our workshop.").lacking, ["payment", "expenses", "access"]);
  });

  test("dates stand in order of time", () => {
    const { dates } = overview("# Plan\n\nWe vote on 3 May 2026. The survey opens on 3 March 2026.");
    assert.deepEqual(
      dates.map(({ iso }) => iso),
      ["2026-03-03", "2026-05-03"],
    );
  });

  test("each missing thing is told once, by the rule about it", () => {
    const { missing } = overview(`${plan}\n\n${"Residents will meet us to redraw the map of the park. ".repeat(14)}`);
    const supplies = missing.map(({ supply }) => supply);
    assert.ok(supplies.length > 0);
    assert.deepEqual(supplies, [...new Set(supplies)]);
    for (const { supply, ruleId } of missing) {
      const rule = builtInBook().rules.find(({ id }) => id === ruleId);
      assert.ok(rule?.absent?.includes(supply), `${ruleId} says nothing of ${supply}`);
    }
  });

  test("what is called missing is not told of as given", () => {
    const text = "# Plan\n\n## Workshop\n\nCome to our workshop. We pay your travel.";
    const [finding] = findingsOf(
      `${plan}\n\n${"Residents will meet us to redraw the map of the park. ".repeat(14)}`,
    ).filter(({ absent }) => absent);
    const given = overviewOf(readText(text), builtInBook(), [{ ...finding!, absent: ["access"] }]).activities[0];
    const withheld = overviewOf(readText(text), builtInBook(), [{ ...finding!, absent: ["expenses"] }]).activities[0];
    assert.deepEqual([given?.resourced.includes("expenses"), given?.lacking.includes("expenses")], [true, false]);
    assert.deepEqual([withheld?.resourced.includes("expenses"), withheld?.lacking.includes("expenses")], [false, true]);
  });

  test("the levels have the names of the framework", () => {
    const text = "# Plan\n\nA survey.";
    const settings = { ...CONSENSUS, framework: "tlap" };
    const { framework, levels } = overviewOf(readText(text), builtInBook(), [], settings);
    assert.equal(framework.id, "tlap");
    assert.equal(levels[5]?.name, "Co-production");
  });
});
