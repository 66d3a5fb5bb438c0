import { matches } from "../expect";
import { closeAll, eventually, finding, hoverText, open, placeOf } from "../window";

suite("hover", () => {
  teardown(closeAll);

  test("a finding explains itself under the pointer: what was read, why it matters, who differs, and its page", async () => {
    const { document } = await open("plan.md");
    const diagnostic = await finding(document, "consultation-called-coproduction");
    const text = await eventually("a hover", async () => {
      const shown = await hoverText(document, diagnostic.range.start);
      return shown.includes("**Consultation is called co-production**") ? shown : undefined;
    });
    matches(text, /\*\*Claimed:\*\* Co-produce .*\*\*Evidenced:\*\* Consult /);
    matches(text, /- \[Line 7\]\(.*plan\.md#L7\), “[^”]*survey”/);
    matches(text, /\*\*Why it matters\.\*\* /);
    matches(text, /\*\*Rests on:\*\* The Consultation Institute/);
    matches(text, /\*\*Where others differ\.\*\* /);
    matches(text, /\[About this rule\]\(command:engagementLint\.explainRule\?/);
  });

  test("a word of the field gives its meaning", async () => {
    const { document } = await open("plan.md");
    await finding(document, "people-first-wording");
    const place = placeOf(document, "engagement plan").start;
    const text = await eventually("a hover", async () => (await hoverText(document, place)) || undefined);
    matches(text, /\*\*Engagement\*\*\n\nA wide name for any contact/);
    matches(text, /\*\*Think Local Act Personal:\*\* /);
  });
});
