import assert from "node:assert/strict";
import type { Finding } from "../../server/src/engine/finding";
import { PULLING, withLinter, withServer } from "../support/client";
import { fakeLinter } from "../support/fake-linter";
import { CLAIM } from "../support/rule-example";

const PLAN = "file:///plan.md";

suite("Hover", () => {
  test("tells the rule's title, the message, and where the words stand that bear on it", () =>
    withServer(PULLING, async (client) => {
      await client.open(PLAN, CLAIM.text);
      const hover = await client.hover(PLAN, 0, CLAIM.start + 1);
      assert.ok(hover && typeof hover.contents === "object" && "kind" in hover.contents);
      assert.equal(hover.contents.kind, "markdown");
      const parts = hover.contents.value.split("\n\n---\n\n");
      const part = parts.find((one) => one.startsWith(`**${CLAIM.title}**\n\n“${CLAIM.found}”`));
      assert.match(part ?? "", /\n- \[Line 1\]\(file:\/\/\/plan\.md#L1\): This is how people take part here$/);
    }));

  const noted = (finding: Finding): Finding => ({
    ...finding,
    message: "*Loud* [words](command:danger).",
    related: [{ span: { start: 0, end: 1 }, message: "<b>Here</b>" }],
  });

  test("says the author's words as they are, whatever Markdown would make of them", () =>
    withLinter(fakeLinter(noted), PULLING, async (client) => {
      await client.open(PLAN, "a fault");
      assert.deepEqual((await client.hover(PLAN, 0, 3))?.contents, {
        kind: "markdown",
        value:
          "**A fault is found**\n\n\\*Loud\\* \\[words\\]\\(command:danger\\).\n\n- [Line 1](file:///plan.md#L1): \\<b\\>Here\\</b\\>",
      });
    }));

  test("is plain for a client that reads no Markdown", () =>
    withLinter(fakeLinter(noted), {}, async (client) => {
      await client.open(PLAN, "a fault");
      assert.deepEqual((await client.hover(PLAN, 0, 3))?.contents, {
        kind: "plaintext",
        value: "A fault is found\n*Loud* [words](command:danger).\nLine 1: <b>Here</b>",
      });
    }));

  test("tells every finding at a place, and nothing where there is none", () =>
    withLinter(fakeLinter(), PULLING, async (client) => {
      await client.open(PLAN, "faultfault and more");
      const contents = (await client.hover(PLAN, 0, 5))?.contents;
      assert.ok(typeof contents === "object" && "value" in contents);
      assert.equal(contents.value.split("\n\n---\n\n").length, 2);
      assert.equal(await client.hover(PLAN, 0, 15), null);
      assert.equal(await client.hover("file:///nowhere.md", 0, 0), null);
    }));

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
