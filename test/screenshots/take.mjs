/**
 * `npm run screenshots`: takes pictures of the real window, as a person sees it, in a light, a dark and a high contrast
 * theme. What they show is the sample plan and the packaged extension as they are today. Those that the README and the
 * walkthrough show go to `samples/images`, the others to `out/screenshots`, to be looked at.
 */
import { spawnSync } from "node:child_process";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { withChromium } from "../hosts/chromium.mjs";
import { addressOf, editorFolders, installExtension, startCodeServer } from "../hosts/code-server.mjs";
import { installHosts, installPrograms, ROOT } from "../hosts/install.mjs";
import { withinLimits } from "../hosts/limits.mjs";
import { ensurePackaged, VSIX } from "../hosts/package.mjs";
import { QUIET_SETTINGS, withTemporaryFolder, writeSettings } from "../hosts/stage.mjs";

const PLAN = "riverside-plan.md";
const IMAGES = join(ROOT, "samples/images");
const TO_LOOK_AT = join(ROOT, "out/screenshots");
/** The walkthrough and the README show these at half of a screen's width, where a whole window could not be read. */
const SMALL = { width: 880, height: 600 };
const LARGE = { width: 1280, height: 800 };

const THEMES = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "high-contrast": "Default High Contrast",
};

/** Nothing on the picture but the plan: a reader looks at it for a few seconds. */
const TIDY_SETTINGS = {
  ...QUIET_SETTINGS,
  "breadcrumbs.enabled": false,
  "chat.commandCenter.enabled": false,
  "editor.minimap.enabled": false,
  "editor.wordWrap": "on",
  "explorer.compactFolders": false,
  "window.commandCenter": false,
  "workbench.layoutControl.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
};

/** The claim that the pictures dwell on: the first one that is underlined and begins with these letters. */
const CLAIM = /^co-?(produc|design)/i;

async function openPlan(page, address) {
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

/** Two frames without a change in layout: whatever was asked for has been drawn. */
async function settle(page) {
  await page.waitForTimeout(400);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
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

async function walkthrough(page) {
  await page.mouse.move(LARGE.width / 2, LARGE.height / 2);
  await page.keyboard.press("Control+B");
  await run(page, "Welcome: Open Walkthrough");
  await page.keyboard.type("Get Started with Engagement Lint");
  await settle(page);
  await page.keyboard.press("Enter");
  await page.locator(".step-title", { hasText: "See a finding" }).click();
  await page.waitForTimeout(1000); // Its picture fades in.
}

async function run(page, title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget:visible input.input").first().waitFor();
  await page.keyboard.type(title);
  await settle(page);
  await page.keyboard.press("Enter");
  await settle(page);
}

async function goToLine(page, line) {
  await page.keyboard.press("Control+1");
  await page.keyboard.press("Control+G");
  await settle(page);
  await page.keyboard.type(String(line));
  await page.keyboard.press("Enter");
  await settle(page);
}

/** In an order in which each begins where the one before ended. `shown`: in the themes of the walkthrough, or of the README. */
const SCENES = [
  { name: "plan", size: SMALL, show: async () => {}, shown: Object.keys(THEMES) },
  { name: "hover", size: SMALL, show: hover, shown: Object.keys(THEMES) },
  { name: "quick-fix", size: SMALL, show: quickFixes, shown: Object.keys(THEMES) },
  { name: "completion", size: SMALL, show: completion, shown: ["light"] },
  { name: "problems", size: LARGE, show: problems, shown: [] },
  { name: "ladder", size: LARGE, show: ladder, shown: ["light"] },
  { name: "participation", size: LARGE, show: participation, shown: ["light"] },
  { name: "walkthrough", size: LARGE, show: walkthrough, shown: [] },
];

async function takeAll(page, theme) {
  for (const { name, size, show, shown } of SCENES) {
    await page.setViewportSize(size);
    await show(page);
    await settle(page);
    const path = join(shown.includes(theme) ? IMAGES : TO_LOOK_AT, `${name}-${theme}.png`);
    await page.screenshot({ path });
    shrink(path);
  }
}

/** A window has few colours: a palette of them makes the file a third of its size, and no reader sees a difference. */
function shrink(path) {
  const { status, stderr } = spawnSync("pngquant", ["--force", "--skip-if-larger", "--strip", "--output", path, path], {
    encoding: "utf8",
  });
  const LARGER = 98;
  if (status !== 0 && status !== LARGER) throw new Error(`Shrinking ${path} ended with ${status}.\n${stderr}`);
}

async function takeInTheme(browser, folders, workspace, theme) {
  await writeSettings(folders.userData, { ...TIDY_SETTINGS, "workbench.colorTheme": THEMES[theme] });
  const server = await startCodeServer(folders);
  const page = await browser.newPage({ viewport: SMALL });
  try {
    await openPlan(page, addressOf(server, workspace));
    await takeAll(page, theme);
  } finally {
    await page.close();
    await server.stop();
  }
}

async function takeInAllThemes(home) {
  const workspace = join(home, "plans");
  await cp(join(ROOT, "samples", PLAN), join(workspace, PLAN));
  for (const folder of [IMAGES, TO_LOOK_AT]) await mkdir(folder, { recursive: true });
  const folders = editorFolders(home);
  await installExtension(VSIX, folders);
  await withChromium(async (browser) => {
    for (const theme of Object.keys(THEMES))
      await withinLimits(takeInTheme(browser, folders, workspace, theme), 120, `Taking the pictures in ${theme}`);
  });
}

installPrograms("chromium", "pngquant");
await installHosts("code-server");
ensurePackaged();
await withTemporaryFolder(takeInAllThemes);
