import { strict as assert } from "node:assert";
import type { Language } from "../../server/src/engine/analyse";
import { findingsOf, readText } from "../support/read-with";

/** Each block as `kind: words`, the words being what is read as prose. */
function outline(text: string, language: Language = "markdown"): string[] {
  return readText(text, language).blocks.map(({ block }) => {
    let prose = "";
    let at = 0;
    for (const veil of block.hidden) {
      prose += block.text.slice(at, veil.start) + (veil.joins ? "" : " ");
      at = veil.end;
    }
    prose += block.text.slice(at);
    return `${block.quoted ? "quoted " : ""}${block.kind}: ${prose.replace(/\s+/g, " ").trim()}`;
  });
}

suite("Blocks of Markdown", () => {
  const cases: [string, string, string[]][] = [
    [
      "headings and paragraphs",
      "# One\n\nTwo\nlines\n\nThree\n===",
      ["heading: One", "paragraph: Two lines", "heading: Three"],
    ],
    ["nested lists", "- one\n  - two\n\n1. three", ["item: one", "item: two", "item: three"]],
    [
      "a table row with its cells",
      "| Who | When |\n|---|---|\n| Cabinet | June |",
      ["header-row: Who When", "row: Cabinet June"],
    ],
    ["block quotes", "> They said *so*.", ["quoted paragraph: They said so."]],
    ["code is not prose", "```\nhard to reach\n```\n\nUse `hard to reach` here.", ["paragraph: Use here."]],
    ["link targets are not prose", "See [the plan](http://x.y/hard-to-reach) now.", ["paragraph: See the plan now."]],
    [
      "comments are not prose",
      "Before <!-- hard to reach --> after.\n\n<!-- the elderly -->",
      ["paragraph: Before after."],
    ],
    [
      "front matter: only its prose",
      "---\ntitle: Plan\nsummary: We will co-produce it with the elderly.\n---\n\nText",
      ["metadata: We will co-produce it with the elderly.", "paragraph: Text"],
    ],
    [
      "containers",
      "::: note\nInside\n:::\n\n{% hint %}\nTold\n{% endhint %}",
      ["paragraph: Inside", "paragraph: Told"],
    ],
    [
      "details",
      "<details>\n<summary>More</summary>\n\nInside\n\n</details>",
      ["paragraph: More", "paragraph: Inside", "paragraph:"],
    ],
    ["emphasis inside a word", "**co**-design", ["paragraph: co-design"]],
    ["tasks", "- [ ] pay people", ["item: pay people"]],
  ];
  for (const [name, text, expected] of cases) {
    test(name, () =>
      assert.deepEqual(
        outline(text).filter((line) => !/: ?$/.test(line)),
        expected.filter((line) => !/: ?$/.test(line)),
      ),
    );
  }
});

suite("Blocks of plain text", () => {
  test("hard-wrapped and numbered paragraphs", () => {
    const text = "THE PLAN\n\n1.1 We will ask\nresidents.\n1.2 Then\nwe decide.\n\n(a) first\n(b) second\n\n- item";
    assert.deepEqual(outline(text, "plaintext"), [
      "heading: THE PLAN",
      "paragraph: We will ask residents.",
      "paragraph: Then we decide.",
      "paragraph: first",
      "paragraph: second",
      "item: item",
    ]);
  });

  test("every block stands where it says, whatever the line ends", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = ["Title", "=====", "", "One", "two.", "", "  - three", "    four"].join(end);
      for (const { block, start } of readText(text, "plaintext").blocks) {
        assert.equal(text.slice(start, start + block.text.length), block.text);
      }
    }
  });
});

suite("Blocks of HTML", () => {
  test("headings, lists, quotes and tables", () => {
    const html =
      "<h1>Plan</h1><p>We <b>will</b> ask.</p><ul><li>One</li></ul><blockquote><p>Said</p></blockquote><table><tr><th>Who</th><th>When</th></tr><tr><td>Cabinet</td><td>June</td></tr></table><script>hard to reach</script>";
    assert.deepEqual(outline(html, "html"), [
      "heading: Plan",
      "paragraph: We will ask.",
      "item: One",
      "quoted paragraph: Said",
      "header-row: Who When",
      "row: Cabinet June",
    ]);
  });

  test("a finding stands on the author's own characters", () => {
    const html = "<p>For &amp; with the <em>elderly</em> people &ndash; and <b>hard&nbsp;to&nbsp;reach</b> groups.</p>";
    const found = findingsOf(html, "html").filter(({ ruleId }) => ruleId === "people-first-wording");
    assert.ok(found.some(({ span }) => html.slice(span.start, span.end).startsWith("hard&nbsp;to&nbsp;reach")));
  });
});

suite("Table rows", () => {
  test("a cell is read with the words at the head of its column", () => {
    const { blocks } = readText("| Group | Payment |\n|---|---|\n| Panel |  |\n| Board | £20 an hour |");
    assert.deepEqual(
      blocks[2]!.block.cells.map(({ header }) => header),
      ["Group", "Payment"],
    );
  });
});
