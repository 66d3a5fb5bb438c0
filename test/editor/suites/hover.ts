import { matches } from "../expect";
import { closeAll, eventually, finding, hoverText, open } from "../window";

suite("hover", () => {
  teardown(closeAll);

  test("a finding explains itself under the pointer", async () => {
    const { document } = await open("plan.md");
    const diagnostic = await finding(document, "people-first-wording");
    const text = await eventually(
      "a hover",
      async () => (await hoverText(document, diagnostic.range.start)) || undefined,
    );
    matches(text, new RegExp(escaped(diagnostic.message)));
  });
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
