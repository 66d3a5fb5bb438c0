import { strict as assert } from "node:assert";
import type { GuardName } from "../../server/src/engine/reading/guards";
import { builtInBook } from "../../server/src/rulebook/built-in";
import { readText } from "../support/read-with";

/** The guards on the first co-production claim of a text. */
function guardsOf(text: string): readonly GuardName[] {
  const book = builtInBook();
  const claim = book.factNumbers.get("coproduction-claim");
  const hit = readText(text)
    .blocks.flatMap(({ reading }) => reading.hits)
    .find(({ fact }) => fact === claim);
  assert.ok(hit, `no claim is read in “${text}”`);
  return hit.guards;
}

const CASES: [GuardName, string, string][] = [
  [
    "quotation",
    "Members called it “co-production in name only” at the time.",
    "We will start co-production in “Room 4”.",
  ],
  ["quotation", "> We will co-produce it.", "We will co-produce it."],
  ["heading", "## Co-production of the plan", "Co-production of the plan starts in May."],
  ["name", "The Co-production Board meets on Monday.", "Co-production of the plan starts on Monday."],
  ["name", "It is Co-production Week again.", "The co-production runs for a week."],
  ["definition", "Co-production means that power is shared.", "Co-production starts in May."],
  [
    "definition",
    "**Co-production** – doing it together from start to end.",
    "**Residents** – we will co-produce it with them.",
  ],
  ["negation", "This is not co-production.", "This is co-production, and not before time."],
  [
    "negation",
    "We ask for views rather than co-produce.",
    "Rather than wait, the board, which met in May, will now co-produce.",
  ],
  ["past", "In 2019 we co-produced a map.", "We will co-produce a map."],
  ["advice", "Avoid calling a survey co-production.", "We call the work co-production."],
  ["citation", "The guidance says that co-production takes time.", "We say how co-production is paid for."],
  ["other-speaker", "Residents said that co-production had failed.", "Residents join the co-production in May."],
  ["question", "Is this co-production?", "This is co-production."],
  ["placeholder", "Our aim: [co-production with whom?]", "Our aim is co-production [who]."],
];

suite("Guards", () => {
  for (const [guard, guarded, live] of CASES) {
    test(`${guard} holds in “${guarded}”`, () =>
      assert.ok(guardsOf(guarded).includes(guard), guardsOf(guarded).join()));
    test(`${guard} does not hold in “${live}”`, () =>
      assert.ok(!guardsOf(live).includes(guard), guardsOf(live).join()));
  }
});
