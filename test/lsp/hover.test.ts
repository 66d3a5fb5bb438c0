import assert from "node:assert/strict";
import type { ClientCapabilities, Hover } from "vscode-languageserver";
import type { Finding } from "../../server/src/engine/finding";
import { type Client, PULLING, withLinter, withServer } from "../support/client";
import { fakeLinter } from "../support/fake-linter";
import { CLAIM } from "../support/rule-example";

const PLAN = "file:///plan.md";

function told(hover: Hover | null): string {
  assert.ok(hover && typeof hover.contents === "object" && "value" in hover.contents);
  return hover.contents.value;
}

/** What is told of each thing at the first place of some words. */
async function partsAt(client: Client, text: string, words: string): Promise<string[]> {
  const before = text.slice(0, text.indexOf(words) + 1).split("\n");
  const line = before.length - 1;
  return told(await client.hover(PLAN, line, before[line]!.length)).split("\n\n---\n\n");
}

suite("Hover", () => {
  test("tells the rule's title, the message, and the words that bear on it with their lines", () =>
    withServer(PULLING, async (client) => {
      await client.open(PLAN, CLAIM.text);
      const parts = await partsAt(client, CLAIM.text, CLAIM.found);
      const part = parts.find((one) => one.startsWith(`**${CLAIM.title}**\n\n“${CLAIM.found}”`));
      assert.match(
        part ?? "",
        /\n- \[Line 1\]\(file:\/\/\/plan\.md#L1\), “[^”]+”: This is how people take part here\n/,
      );
    }));

  const PLAN_TEXT = [
    "# Library plan",
    "",
    "We will co-produce the branch offer with readers through an online survey.",
    "",
    "The council decides in June.",
    "",
  ].join("\n");

  test("tells what is claimed and what is evidenced, by the words that decided it", () =>
    withServer(PULLING, async (client) => {
      await client.open(PLAN, PLAN_TEXT);
      const words = (await partsAt(client, PLAN_TEXT, "co-produce")).join("\n");
      assert.match(words, /\*\*Claimed:\*\* Co-produce \(“[^”]*co-produce”, \[line 3\]\(file:\/\/\/plan\.md#L3\)\)\./);
      assert.match(words, /\*\*Evidenced:\*\* Consult \(“[^”]*survey”, \[line 3\]\(file:\/\/\/plan\.md#L3\)\)\./);
    }));

  test("sets a claim that stands apart beside the furthest that the text goes anywhere", () =>
    withServer(PULLING, async (client) => {
      const text = [
        "# Market plan",
        "",
        "## What we want",
        "",
        "This is resident-led regeneration of the market.",
        "",
        "## How people take part",
        "",
        "Residents can fill in a survey in March. The Cabinet will take the final decision in June.",
        "",
      ].join("\n");
      await client.open(PLAN, text);
      const words = (await partsAt(client, text, "resident-led")).join("\n");
      assert.match(words, /\*\*Claimed:\*\* People-led \(“resident-led”, \[line 5\]/);
      assert.match(words, /\*\*Evidenced by the only activity here:\*\* Consult \(“[^”]*survey”, \[line 9\]/);
    }));

  test("tells why it matters, who says so in full, and who differs", () =>
    withServer(PULLING, async (client) => {
      await client.open(PLAN, PLAN_TEXT);
      const [words] = (await partsAt(client, PLAN_TEXT, "co-produce")).filter((part) => part.includes(CLAIM.title));
      assert.match(words ?? "", /\*\*Why it matters\.\*\* Consultation asks for views/);
      assert.match(words ?? "", /\*\*Rests on:\*\* The Consultation Institute, .* and Think Local Act Personal\./);
      assert.match(
        words ?? "",
        /\*\*Where others differ\.\*\* It is (an error|a note|a hint|left alone) (for|by) [A-Z]/,
      );
    }));

  test("links to the rule's page for a client that has a command for it, and for no other", () => {
    const commands = { commands: ["engagementLint.explainRule"] };
    const able: ClientCapabilities = { ...PULLING, experimental: { commands } };
    const link = /\[About this rule\]\(command:engagementLint\.explainRule\?([^)]+)\)/;
    const hoverFor = (client: ClientCapabilities) =>
      withLinter(fakeLinter(), client, async (one) => {
        await one.open("file:///a(b).md", "a fault");
        return told(await one.hover("file:///a(b).md", 0, 3));
      });
    return Promise.all([hoverFor(able), hoverFor(PULLING)]).then(([linked, unlinked]) => {
      const args = JSON.parse(decodeURIComponent(link.exec(linked)?.[1] ?? ""));
      assert.deepEqual(args, ["fault-found", "file:///a(b).md"]);
      assert.doesNotMatch(unlinked, /command:/);
    });
  });

  test("leaves the message to a client that shows it above the hover", () =>
    withLinter(fakeLinter(), { ...PULLING, experimental: { messageInHover: true } }, async (client) => {
      await client.open(PLAN, "a fault");
      const words = told(await client.hover(PLAN, 0, 3));
      assert.match(words, /^\*\*A fault is found\*\*\n\n\*\*Why it matters\.\*\*/);
    }));

  const noted = (finding: Finding): Finding => ({
    ...finding,
    message: "*Loud* [words](command:danger).",
    related: [{ span: { start: 0, end: 1 }, message: "<b>Here</b>" }],
  });

  test("says the author's words as they are, whatever Markdown would make of them", () =>
    withLinter(fakeLinter(noted), PULLING, async (client) => {
      await client.open(PLAN, "_ fault");
      assert.equal(
        told(await client.hover(PLAN, 0, 3)),
        [
          "**A fault is found**",
          "\\*Loud\\* \\[words\\]\\(command:danger\\).",
          "- [Line 1](file:///plan.md#L1), “\\_”: \\<b\\>Here\\</b\\>",
          "**Why it matters.** Faults are a nuisance.",
          "**Rests on:** Social Care Institute for Excellence.",
        ].join("\n\n"),
      );
    }));

  test("is plain for a client that reads no Markdown", () =>
    withLinter(fakeLinter(noted), {}, async (client) => {
      await client.open(PLAN, "a fault");
      const hover = await client.hover(PLAN, 0, 3);
      assert.ok(hover && typeof hover.contents === "object" && "kind" in hover.contents);
      assert.equal(hover.contents.kind, "plaintext");
      assert.equal(
        hover.contents.value,
        [
          "A fault is found",
          "*Loud* [words](command:danger).",
          "Line 1, “a”: <b>Here</b>",
          "Why it matters. Faults are a nuisance.",
          "Rests on: Social Care Institute for Excellence.",
        ].join("\n"),
      );
    }));

  test("tells every finding at a place, and nothing where there is none", () =>
    withLinter(fakeLinter(), PULLING, async (client) => {
      await client.open(PLAN, "faultfault and more");
      assert.equal(told(await client.hover(PLAN, 0, 5)).split("\n\n---\n\n").length, 2);
      assert.equal(await client.hover(PLAN, 0, 15), null);
      assert.equal(await client.hover("file:///nowhere.md", 0, 0), null);
    }));

  test("tells the most serious finding first", () => {
    const weights = (finding: Finding, place: number): Finding => ({
      ...finding,
      severity: place === 0 ? "hint" : "warning",
      message: `Place ${place}.`,
    });
    return withLinter(fakeLinter(weights), PULLING, async (client) => {
      await client.open(PLAN, "faultfault");
      const words = told(await client.hover(PLAN, 0, 5));
      assert.ok(words.indexOf("Place 1.") < words.indexOf("Place 0."));
    });
  });

  test("holds for the words that all the findings it tells of have in common", () => {
    const ends = [12, 9];
    const wider = (finding: Finding, place: number): Finding => ({
      ...finding,
      span: { start: place * 6, end: ends[place]! },
    });
    return withLinter(fakeLinter(wider), PULLING, async (client) => {
      await client.open(PLAN, "fault, fault");
      const rangeAt = async (character: number) => {
        const range = (await client.hover(PLAN, 0, character))?.range;
        return [range?.start.character, range?.end.character];
      };
      assert.deepEqual(
        [await rangeAt(2), await rangeAt(7)],
        [
          [0, 12],
          [6, 9],
        ],
      );
    });
  });
});

suite("Hover on a word of the field", () => {
  const TEXT = "# Park plan\n\nPlacation helps nobody. Members of the park group meet weekly.\n";

  test("gives its meaning and what each framework says of it", () =>
    withServer(PULLING, async (client) => {
      await client.open(PLAN, TEXT);
      const hover = await client.hover(PLAN, 2, 4);
      const words = told(hover);
      assert.match(words, /^\*\*Placation\*\*\n\nA few people get seats .* Level: Involve\.\n\n- \*\*IAP2:\*\* /);
      assert.match(words, /\n- \*\*Arnstein’s ladder:\*\* The highest of the three rungs/);
      assert.deepEqual(hover?.range, { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } });
      assert.equal(await client.hover(PLAN, 2, 12), null);
    }));

  test("comes after the finding that stands on it, and is short there", () =>
    withServer(PULLING, async (client) => {
      await client.open(PLAN, CLAIM.text);
      const parts = await partsAt(client, CLAIM.text, CLAIM.found);
      assert.match(parts[parts.length - 1]!, /^\*\*Co-production\*\*\n\n[^\n]+ Level: Co-produce\.$/);
    }));
});
