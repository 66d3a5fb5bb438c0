import { MORE_SCENES } from "./more-scenes.mjs";
import { goToLine, run, settle } from "./page.mjs";

export const PLAN = "riverside-plan.md";
/** The walkthrough and the README show these at half of a screen's width, where a whole window could not be read. */
export const SMALL = { width: 880, height: 600 };
export const LARGE = { width: 1280, height: 800 };
export const THEMES = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "high-contrast": "Default High Contrast",
};

/** The claim that the pictures dwell on: the first one that is underlined and begins with these letters. */
const CLAIM = /^co-?(produc|design)/i;

export async function openPlan(page, address) {
  await page.goto(address);
  const row = page.locator(".explorer-folders-view .monaco-list-row", { hasText: PLAN });
  await row.dblclick();
  // The count of problems in the status bar says that the plan has been read, wherever in it the first finding stands.
  await page.locator('#status\\.problems:not([aria-label*="No Problems"])').waitFor();
  await page.keyboard.press("Control+B"); // The files have done their duty; the plan gets the room.
  await settle(page);
  await boxOfClaim(page);
}

/** Brings an underlined claim into view and tells where it stands on the screen. */
async function boxOfClaim(page) {
  for (let screens = 0; screens < 12; screens++) {
    const box = await page.evaluate(visibleClaim, [CLAIM.source, CLAIM.flags]);
    if (box) return box;
    await page.keyboard.press("PageDown");
    await settle(page);
  }
  throw new Error(
    `No words in ${PLAN} that are underlined begin with ${CLAIM}. Change the plan, or CLAIM in this file.`,
  );
}

/** Runs in the page. Squiggles lie in a layer of their own, so that the words are those found under each. */
function visibleClaim([source, flags]) {
  const isClaim = new RegExp(source, flags);
  const wordsUnder = ({ x, y, height }) => {
    const { offsetNode, offset } = document.caretPositionFromPoint(x + 1, y + height / 2) ?? {};
    return offsetNode?.textContent?.slice(offset) ?? "";
  };
  const boxes = [...document.querySelectorAll(".squiggly-warning")].map((squiggle) => squiggle.getBoundingClientRect());
  const found = boxes.find((box) => isClaim.test(wordsUnder(box)));
  return found && { x: found.x, y: found.y, width: found.width, height: found.height };
}

async function hover(page) {
  const { x, y, width, height } = await boxOfClaim(page);
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
  await page.locator(".monaco-hover:visible").first().waitFor();
}

async function quickFixes(page) {
  await clickClaim(page);
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget .monaco-list-row").first().waitFor();
}

async function clickClaim(page) {
  const { x, y, width, height } = await boxOfClaim(page);
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.mouse.move(SMALL.width - 40, SMALL.height - 60); // The pointer is out of the way of what it would point at.
}

/** What is offered on a new line under the heading that asks whether it worked. The line is taken back. */
async function completion(page) {
  await page.keyboard.press("Escape");
  await goToLine(page, 100);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Space");
  await page.locator(".suggest-widget .monaco-list-row .codicon-symbol-snippet").first().waitFor();
}

async function problems(page) {
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Z");
  await page.keyboard.press("Control+Z");
  await page.keyboard.press("Control+Shift+M");
  await page.locator(".markers-panel .monaco-list-row").first().waitFor();
}

/** The ladder beside the text, with what stands for the sentence that the cursor is in lit up. */
async function ladder(page) {
  await page.keyboard.press("Control+J");
  await run(page, "Engagement Lint: Show the Ladder");
  await page.locator(".tab", { hasText: "Ladder: " }).waitFor();
  await goToLine(page, 56);
  await page.waitForTimeout(1500); // The page in the panel is out of reach of a locator.
}

/** The tree, the line above an activity and the status. */
async function participation(page) {
  await run(page, "View: Close Editors in Other Groups");
  await run(page, "Explorer: Focus on Participation View");
  // By its header, as the whole side bar would be the tree's but for the files.
  await page.locator(".pane-header", { hasText: "plans" }).first().click();
  await page.locator(".monaco-list-row", { hasText: "Not yet in this plan" }).waitFor();
  await widenSideBar(page, 420);
  await page.locator(".monaco-list-row", { hasText: "The workshop" }).locator(".monaco-tl-twistie").click();
  await page.locator("a[aria-label*='Editor Language Status']").hover();
  await page.locator(".hover-language-status:visible").first().waitFor();
}

async function widenSideBar(page, width) {
  const { x, y, width: narrow, height } = await page.locator(".part.sidebar").boundingBox();
  await page.mouse.move(x + narrow + 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width, y + height / 2, { steps: 5 });
  await page.mouse.up();
}

/** In an order in which each begins where the one before ended. `shown`: in the themes of the walkthrough, or of the README. */
export const SCENES = [
  { name: "plan", size: SMALL, show: async () => {}, shown: Object.keys(THEMES) },
  { name: "hover", size: SMALL, show: hover, shown: Object.keys(THEMES) },
  { name: "quick-fix", size: SMALL, show: quickFixes, shown: Object.keys(THEMES) },
  { name: "completion", size: SMALL, show: completion, shown: ["light"] },
  { name: "problems", size: LARGE, show: problems, shown: [] },
  { name: "ladder", size: LARGE, show: ladder, shown: ["light"] },
  { name: "participation", size: LARGE, show: participation, shown: ["light"] },
  ...MORE_SCENES.map((scene) => ({ ...scene, size: LARGE, shown: [] })),
];
