import { goToLine, run, settle } from "./page.mjs";

/** What neither the README nor the walkthrough shows, but somebody who uses it all sees: only to be looked at. */

const STEPS = ["Open the sample plan", "See a finding", "Fix one", "Choose a framework", "Share the configuration"];

async function openWalkthrough(page) {
  await page.mouse.move(600, 500);
  await page.keyboard.press("Control+B");
  await run(page, "Welcome: Open Walkthrough");
  await page.keyboard.type("Get Started with Engagement Lint");
  await settle(page);
  await page.keyboard.press("Enter");
  await page.locator(".step-title", { hasText: STEPS[0] }).waitFor();
}

const step = (title) => async (page) => {
  if (title === STEPS[0]) await openWalkthrough(page);
  await page.locator(".step-title", { hasText: title }).click();
  await page.waitForTimeout(1000); // Its picture fades in.
};

/** A list to choose from, and what was shown before it out of the way. */
const pick = (command) => async (page) => {
  await page.keyboard.press("Escape");
  await settle(page);
  await page.locator(".tab", { hasText: "riverside-plan.md" }).first().click();
  await run(page, command);
  await page.locator(".quick-input-widget:visible .monaco-list-row").first().waitFor();
};

async function accept(page) {
  await page.keyboard.press("Escape");
  await goToLine(page, 9);
  for (let words = 0; words < 3; words++) await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget .monaco-list-row", { hasText: "Accept with a reason" }).first().click();
  await page.locator(".quick-input-widget:visible input.input").first().waitFor();
}

async function explainRule(page) {
  await page.keyboard.press("Escape");
  await run(page, "Engagement Lint: Explain Rule");
  const list = page.locator(".quick-input-widget:visible .monaco-list-row").first();
  if (await list.isVisible()) await page.keyboard.press("Enter");
  await page.locator(".tab.active", { hasNotText: "riverside-plan.md" }).waitFor();
  await page.waitForTimeout(1500);
}

async function explainConfiguration(page) {
  await closeOthers(page);
  await run(page, "Engagement Lint: Explain Configuration");
  await page.locator(".tab.active", { hasText: "Configuration of" }).waitFor();
}

async function closeOthers(page) {
  await page.keyboard.press("Control+1");
  await run(page, "View: Close Editors in Other Groups");
  await page.locator(".tab", { hasText: "riverside-plan.md" }).first().click();
  await run(page, "View: Close Other Editors in Group");
}

async function checkFolder(page) {
  await closeOthers(page);
  await run(page, "Engagement Lint: Check Folder");
  await page.locator(".notification-list-item", { hasText: "Documents checked in" }).first().waitFor();
  await page.keyboard.press("Control+Shift+M");
  await page.locator(".markers-panel .monaco-list-row").first().waitFor();
}

async function fromWord(page) {
  await page.keyboard.press("Control+J");
  await run(page, "Notifications: Clear All Notifications");
  await run(page, "View: Show Explorer");
  const header = page.locator(".pane-header", { hasText: "plans" }).first();
  if ((await header.getAttribute("aria-expanded")) !== "true") await header.click();
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: ".docx" }).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Open Word Document as Plan" }).click({ delay: 500 });
  await page.locator(".tab.active", { hasText: "hollin-brook.md" }).waitFor();
}

/** The same again, with the Markdown there already. */
async function wordDialog(page) {
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: ".docx" }).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Open Word Document as Plan" }).click({ delay: 500 });
  await page.locator(".monaco-dialog-box").waitFor();
}

async function outline(page) {
  await page.keyboard.press("Escape");
  await page.locator(".tab", { hasText: "riverside-plan.md" }).first().click();
  await run(page, "Explorer: Focus on Outline View");
  await page.waitForTimeout(1500);
}

export const MORE_SCENES = [
  ...STEPS.map((title, index) => ({ name: `walkthrough-${index + 1}`, show: step(title) })),
  { name: "frameworks", show: pick("Engagement Lint: Choose Framework") },
  { name: "new-plan", show: pick("Engagement Lint: New Plan") },
  { name: "accept", show: accept },
  { name: "explain-rule", show: explainRule },
  { name: "explain-configuration", show: explainConfiguration },
  { name: "check-folder", show: checkFolder },
  { name: "word", show: fromWord },
  { name: "word-dialog", show: wordDialog },
  { name: "outline", show: outline },
];
