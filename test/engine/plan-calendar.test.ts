import { strict as assert } from "node:assert";
import { type CalendarDate, datesIn } from "../../server/src/engine/plan/calendar";
import { readText } from "../support/read-with";

const dates = (text: string, year?: number): CalendarDate[] => datesIn(readText(text), year);
const days = (text: string, year?: number): string[] => dates(text, year).map(({ iso }) => iso);
const kinds = (text: string): string[] => dates(text, 2026).map(({ iso, kind }) => `${iso.slice(5)} ${kind}`);

suite("The calendar of a plan: which day", () => {
  const cases: [string, string[]][] = [
    ["The Cabinet decides on 12 June 2026.", ["2026-06-12"]],
    ["The Cabinet decides on Friday the 12th of June 2026.", ["2026-06-12"]],
    ["The survey closes on 12/06/2026.", ["2026-06-12"]],
    ["The survey closes on 2026-06-12.", ["2026-06-12"]],
    ["The survey closes on 12.06.2026.", ["2026-06-12"]],
    ["We publish a summary by the end of March 2026.", ["2026-03-31"]],
    ["We publish a summary in mid-March 2026.", ["2026-03-15"]],
    ["We meet on 3, 10 and 17 June 2026.", ["2026-06-03", "2026-06-10", "2026-06-17"]],
    ["It runs from 1 December to 12 January 2027.", ["2026-12-01", "2027-01-12"]],
    ["It runs from 3–28 June 2026.", ["2026-06-03", "2026-06-28"]],
    ["**12 June** 2026 is the day.", ["2026-06-12"]],
    ["We may meet 3 times, and 14 march off.", []],
    ["On 31 June 2026 nothing can happen, but in June it may.", ["2026-06-01", "2026-06-01"]],
    ["See section 4.2.26, row 31/4/2026 and the Equality Act 2010.", []],
    ["> The vote was on 3 May 2024.", []],
  ];
  for (const [text, expected] of cases) test(text, () => assert.deepEqual(days(text), expected));

  test("a month or a season is told from a day", () => {
    const told = dates("Workshops in Spring 2026, a report in May 2026 and a vote on 3 June 2026.");
    assert.deepEqual(
      told.map(({ iso, approximate }) => [iso, approximate]),
      [
        ["2026-03-01", true],
        ["2026-05-01", true],
        ["2026-06-03", false],
      ],
    );
  });

  test("stands where its words stand, without the stop", () => {
    const text =
      "# Plan\n\nIt closes on **Friday 11 July**.\n\n| When | What |\n|---|---|\n| 3 June 2025 | Workshop |\n";
    assert.deepEqual(
      dates(text).map(({ span }) => text.slice(span.start, span.end)),
      ["Friday 11 July", "3 June 2025"],
    );
  });
});

suite("The calendar of a plan: which year", () => {
  test("the year of the same paragraph", () =>
    assert.deepEqual(days("Opens 3 November. Closes 9 January 2027."), ["2026-11-03", "2027-01-09"]));
  test("the year that most days of the document are in", () =>
    assert.deepEqual(
      days(
        "A meeting in May 2019.\n\n## Dates\n\nWritten on 2 March 2026, read on 9 March 2026.\n\n## Later\n\nWe vote on 1 June.",
      ),
      ["2019-05-01", "2026-03-02", "2026-03-09", "2026-06-01"],
    ));
  test("the year in which the day falls on its weekday", () =>
    assert.deepEqual(days("In July 2022 it was hot.\n\n## Come\n\nSaturday 21 June, at ten."), [
      "2022-07-01",
      "2025-06-21",
    ]));
  test("a timetable goes on from each day to the next", () =>
    assert.deepEqual(
      days("- 19 May 2025: begun.\n- 30 October: half.\n- 3 February: done.\n- 1 June 2029: looked back on."),
      ["2025-05-19", "2025-10-30", "2026-02-03", "2029-06-01"],
    ));
  test("a year in the title, but not an Act's", () =>
    assert.deepEqual(days("# The Act 2024 and our plan for 2026\n\nWe vote on 1 June."), ["2026-06-01"]));
  test("the year that is given, where the document names none", () => {
    assert.deepEqual(days("We vote on 1 June.", 2031), ["2031-06-01"]);
    assert.deepEqual(days("We vote on 1 June."), []);
  });
});

suite("The calendar of a plan: what happens", () => {
  const cases: [string, string[]][] = [
    ["The survey opens on 3 June and closes on 1 July.", ["06-03 opens", "07-01 closes"]],
    ["The consultation runs from 3 June to 1 July.", ["06-03 opens", "07-01 closes"]],
    ["The Cabinet decides on 12 June.", ["06-12 decision"]],
    ["On 12 June the Board votes.", ["06-12 decision"]],
    ["Workshops are held on 3 and 10 June.", ["06-03 event", "06-10 event"]],
    ["By 12 June we will publish a summary of what we heard.", ["06-12 feedback"]],
    ["Send us your comments by 12 June.", ["06-12 closes"]],
    ["The lease ends on 12 June.", ["06-12 other"]],
    ["An open evening on 12 June.", ["06-12 event"]],
    [
      "| Date | What |\n|---|---|\n| 12 June | Survey opens |\n| 3 July | Cabinet |\n",
      ["06-12 opens", "07-03 decision"],
    ],
    ["| Activity | Closes |\n|---|---|\n| Survey | 12 June |\n", ["06-12 closes"]],
    ["## The decision\n\n12 June, in the town hall.", ["06-12 decision"]],
  ];
  for (const [text, expected] of cases) test(text.replace(/\n/g, " "), () => assert.deepEqual(kinds(text), expected));
});
