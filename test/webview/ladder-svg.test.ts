import assert from "node:assert/strict";
import { SaxesParser } from "saxes";
import { inWordsHtml } from "../../client/src/ladder/in-words";
import { ladderSvg } from "../../client/src/ladder/ladder-svg";
import { saved } from "../../client/src/ladder/saved";
import { sayIn } from "../../client/src/ladder/say";
import { wrap } from "../../client/src/ladder/text-width";
import type { PlanView } from "../../client/src/plan-view";
import { aPlanView, PANEL, SURVEY } from "./a-plan-view";

const say = sayIn();

interface Drawn {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Reads the picture as any strict reader would, which throws where it isn't well formed. */
function elementsOf(svg: string): Drawn[] {
  const elements: Drawn[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => elements.push({ name, attributes }));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return elements;
}

const ofClass = (svg: string, name: string): Drawn[] =>
  elementsOf(svg).filter(({ attributes }) => attributes.class?.split(" ").includes(name));

/** The words of the picture, with what stood on several lines put together. */
const wordsOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!.replaceAll("&#39;", "'")).join(" ");

suite("Ladder: the picture", () => {
  test("is the same for the same plan, letter by letter", () => {
    assert.equal(ladderSvg(aPlanView()), ladderSvg(structuredClone(aPlanView())));
  });

  test("stands the claim above what is shown, with a way down between them", () => {
    const svg = ladderSvg(aPlanView({ activities: [SURVEY] }));
    const middleOf = ({ attributes }: Drawn) => Number(/^M[\d.]+ ([\d.]+)/.exec(attributes.d ?? "")?.[1]);
    const claim = ofClass(svg, "claim").at(-1)!;
    const evidence = ofClass(svg, "evidence").find(({ attributes }) => attributes.r === "13")!;
    assert.ok(middleOf(claim) < Number(evidence.attributes.cy), "the claim is not above");
    assert.equal(ofClass(svg, "further").length, 2, "one in the legend and one on the ladder");
  });

  test("draws no way where the plan bears the words out", () => {
    const svg = ladderSvg(aPlanView({ activities: [PANEL] }));
    assert.equal(ofClass(svg, "further").length, 1, "the legend's alone");
  });

  test("names the rungs as the framework does", () => {
    const levels = aPlanView().levels.map((level) => ({ ...level, name: `Rung ${level.level}` }));
    const drawn = wordsOf(ladderSvg(aPlanView({ levels })));
    for (const { name } of levels) assert.ok(drawn.includes(name), name);
  });

  test("says who decides and when, what is given and what is not found", () => {
    const drawn = wordsOf(ladderSvg(aPlanView()));
    for (const words of [
      "Decides: the Cabinet, 12 June 2026.",
      "Who decides isn't said.",
      "In the plan: Access.",
      "Not found: Payment.",
      "Nothing is said about payment",
    ])
      assert.ok(drawn.includes(words), `“${words}” is not in: ${drawn}`);
  });

  test("gives each supply a tick or a dash for each activity that calls for it", () => {
    const svg = ladderSvg(aPlanView());
    // Access twice, payment and the decision once, and one for the legend; for each dash too.
    assert.equal(ofClass(svg, "tick").length, 5);
    assert.equal(ofClass(svg, "dash").length, 3);
  });

  test("marks what people are asked after the decision", () => {
    const svg = ladderSvg(aPlanView());
    assert.equal(ofClass(svg, "late").length, 1);
    assert.match(wordsOf(svg), /still asked after the decision of 12 June 2026: 30 June 2026\./);
  });

  test("marks nothing where the decision comes last, or in a month that may end after it", () => {
    const [opens, decision, closes] = aPlanView().dates;
    const timely = [
      { ...closes!, iso: "2026-05-30" },
      { ...closes!, iso: "2026-06-30", approximate: true },
    ];
    for (const one of timely)
      assert.equal(ofClass(ladderSvg(aPlanView({ dates: [opens!, decision!, one] })), "late").length, 0);
  });

  test("takes a text for what it is, whatever is written in it", () => {
    const name = `</title><script>alert("1")</script> & 'so' on \u0001`;
    const svg = ladderSvg(aPlanView({ activities: [{ ...SURVEY, name }] }), { links: true });
    assert.deepEqual(
      elementsOf(svg).filter(({ name }) => name === "script"),
      [],
    );
    assert.ok(!inWordsHtml(aPlanView({ activities: [{ ...SURVEY, name }] }), say, true).includes("<script"));
  });

  test("begins every word and shape inside it, at every width", () => {
    for (const width of [340, 420, 599, 600, 760, 1000]) {
      const xs = elementsOf(ladderSvg(crowded(), { width })).map(({ attributes }) =>
        Number(attributes.x ?? attributes.cx ?? 0),
      );
      assert.ok(
        Math.min(...xs) >= 0 && Math.max(...xs) <= width,
        `at ${width}: ${Math.min(...xs)} to ${Math.max(...xs)}`,
      );
    }
  });

  test("shows every activity of a plan that has more than fit on one ladder", () => {
    const numbers = ofClass(ladderSvg(crowded(), { width: 400 }), "evidence").filter(
      ({ attributes }) => attributes.r === "13",
    );
    assert.equal(numbers.length, 2 * crowded().activities.length, "once on a ladder and once beside its name");
  });

  test("draws a plan in which nothing is said yet", () => {
    const empty = ladderSvg(aPlanView({ activities: [], decisions: [], dates: [], missing: [] }));
    assert.match(wordsOf(empty), /Nothing that people can take part in is described yet\./);
    assert.match(wordsOf(empty), /The plan names no date yet\./);
    assert.doesNotMatch(empty, /Infinity|NaN/);
    const below = elementsOf(empty).map(({ attributes }) => Number(attributes.y ?? 0));
    assert.ok(Number(elementsOf(empty)[0]!.attributes.height) > Math.max(...below), "It is cut off.");
  });

  test("doesn't judge what is no plan", () => {
    const svg = ladderSvg(aPlanView({ isPlan: false }));
    assert.match(wordsOf(svg), /doesn't read as a plan/);
    assert.equal(ofClass(svg, "evidence").length, 0);
  });

  test("leads to the words beside the text, and is one image where it was saved", () => {
    const links = ofClass(ladderSvg(aPlanView(), { links: true }), "go");
    assert.ok(links.length >= 8);
    for (const { attributes } of links) assert.match(attributes["data-at"]!, /^\d+:\d+-\d+:\d+/);
    const still = elementsOf(ladderSvg(aPlanView()));
    assert.equal(still[0]!.attributes.role, "img");
    assert.deepEqual(
      still.filter(({ attributes }) => attributes.tabindex),
      [],
    );
  });

  test("speaks the reader's language where it is known", () => {
    const svg = ladderSvg(aPlanView(), { say: sayIn({ "Not yet in this plan": "Ddim yn y cynllun hwn eto" }) });
    assert.match(wordsOf(svg), /Ddim yn y cynllun hwn eto/);
  });
});

suite("Ladder: the same in words", () => {
  test("says of each activity what the picture says", () => {
    const html = inWordsHtml(aPlanView(), say, false).replaceAll("&#39;", "'");
    assert.match(html, /1\. The survey\. The words claim: Co-produce\. The plan shows: Consult\. The words go further/);
    assert.match(html, /30 June 2026: closes\./);
    assert.match(html, /Nothing is said about payment\. State the rate\./);
  });
});

suite("Ladder: saved", () => {
  for (const as of ["svg", "html"] as const)
    test(`an ${as} file needs nothing from elsewhere and runs nothing`, () => {
      const file = saved(as, aPlanView(), say, "en-GB").replace("http://www.w3.org/2000/svg", "");
      assert.doesNotMatch(file, /https?:|<script|<link|@import|var\(|tabindex/);
      assert.match(file, /riverside plan\.md/);
    });
});

suite("Ladder: words in lines", () => {
  test("nothing is lost but what is said to be", () => {
    const text = "Residents of the quarter and an address that is https://example.org/far/too/long/for/one/line";
    assert.equal(wrap(text, { size: 12 }, 90).join("").replace(/\s/g, ""), text.replace(/\s/g, ""));
    assert.match(wrap(text, { size: 12 }, 90, 2).at(-1)!, /…$/);
  });

  test("a word too long for its line is parted at a hyphen it has", () => {
    const rung = { size: 13, bold: true };
    assert.deepEqual(wrap("Non-participation", rung, 118, 2), ["Non-", "participation"]);
    assert.deepEqual(wrap("A day-by-day non-participationist", rung, 118), [
      "A day-by-day",
      "non-",
      "participationist",
    ]);
  });
});

function crowded(): PlanView {
  const activities = Array.from({ length: 17 }, (_, number) => ({
    ...SURVEY,
    name: `A walk with neighbours ${number}`,
  }));
  const dates = Array.from({ length: 24 }, (_, day) => ({
    ...aPlanView().dates[0]!,
    iso: `2026-05-${String(day + 1).padStart(2, "0")}`,
  }));
  return aPlanView({ activities, dates: [...dates, ...aPlanView().dates.slice(1)] });
}
