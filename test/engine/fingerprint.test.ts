import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { analyse, CONSENSUS, judge, type Language } from "../../server/src/engine/analyse";
import { newSince } from "../../server/src/engine/baseline";
import { fingerprintsOf } from "../../server/src/engine/fingerprint";
import { builtInBook } from "../../server/src/rulebook/built-in";
import { LABEL } from "../support/rule-example";

/** Every finding of a text with its fingerprint, as if it were a plan. */
function knownIn(text: string, language: Language = "markdown") {
  const document = analyse({ text, language }, builtInBook());
  const settings = { ...CONSENSUS, everything: true };
  const findings = judge(document, builtInBook(), settings);
  const prints = fingerprintsOf(findings, document);
  return findings.map((finding, index) => ({ finding, fingerprint: prints[index]! }));
}

function printsIn(text: string, language?: Language): string[] {
  return knownIn(text, language).map(({ fingerprint }) => fingerprint);
}

function labelIn(text: string, language?: Language): string {
  const found = knownIn(text, language).find(({ finding }) => finding.ruleId === LABEL.ruleId);
  assert.ok(found, text);
  return found.fingerprint;
}

suite("A finding's fingerprint", () => {
  const section = `## Who takes part\n\n${LABEL.text}\n`;
  const known = labelIn(section);

  const same: Readonly<Record<string, string>> = {
    "text put in above": `## Before\n\n${"The hall is open.\n\n".repeat(200)}${section}`,
    "text put in below": `${section}\n${"The hall is open.\n\n".repeat(200)}`,
    "a comment in its words": section.replace(LABEL.found, LABEL.found.replace(" ", " <!-- a note --> ")),
    "a blank line more": section.replace("\n\n", "\n\n\n"),
    "lines that end as Windows ends them": section.replaceAll("\n", "\r\n"),
    "a section's number": section.replace("## Who", "## 2.1 Who"),
    "other words around it": section.replace(LABEL.text, `The hall is open. ${LABEL.text}`),
    emphasis: section.replace(LABEL.found, `**${LABEL.found}**`),
  };
  for (const [what, text] of Object.entries(same)) {
    test(`is kept through ${what}`, () => assert.equal(labelIn(text), known));
  }

  test("is the same in a page as in Markdown", () => {
    assert.equal(labelIn(`<h2>Who takes part</h2>\n<p>${LABEL.text}</p>`, "html"), known);
  });

  test("is another one under another heading", () => {
    assert.notEqual(labelIn(section.replace("Who", "How")), known);
    assert.notEqual(labelIn(`# Offer\n\n${section}`), known);
  });

  test("is told apart from its equals", () => {
    const prints = printsIn(`${section}\n${LABEL.text}\n\n${LABEL.text}\n`);
    assert.equal(new Set(prints).size, prints.length);
  });

  test("is never taken for a number or a word of YAML", () => {
    for (const print of printsIn(readFileSync("samples/riverside-plan.md", "utf8")))
      assert.match(print, /^f[0-9a-f]{16}(-\d+)?$/);
  });
});

suite("A baseline", () => {
  const text = readFileSync("samples/riverside-plan.md", "utf8");
  const before = new Set(printsIn(text));

  test("knows every finding again when two hundred lines are put in above", () => {
    const more = `${"The hall is open.\n\n".repeat(100)}${text}`;
    const stated = knownIn(more).filter(({ finding }) => !finding.absent);
    assert.ok(stated.length > 10);
    assert.deepEqual(newSince(stated, before), []);
  });

  test("takes a second fault of the same kind for exactly one new finding, wherever it is put", () => {
    const faulty = (parts: readonly string[]) => `# Offer\n\n${parts.join("\n\n")}\n`;
    const old = new Set(printsIn(faulty(["The hall is open.", LABEL.text, "The hall is shut."])));
    fc.assert(
      fc.property(fc.nat(3), (at) => {
        const parts = ["The hall is open.", LABEL.text, "The hall is shut."];
        parts.splice(at, 0, LABEL.text);
        const fresh = newSince(knownIn(faulty(parts)), old);
        assert.deepEqual(
          fresh.map(({ finding }) => finding.ruleId),
          [LABEL.ruleId],
        );
      }),
    );
  });
});
