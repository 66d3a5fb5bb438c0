/**
 * `npm run screenshots`: takes the pictures of the README from the real window, as a person sees it, in a light, a dark
 * and a high contrast theme. What they show is the sample plan and the packaged extension as they are today.
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
const SIZE = { width: 1280, height: 800 };

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
  "editor.fontSize": 15,
  "editor.lineHeight": 1.6,
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
  const { x, y, width, height } = await boxOfClaim(page);
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.mouse.move(SIZE.width - 20, SIZE.height - 60);
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget .monaco-list-row").first().waitFor();
}

async function problems(page) {
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Shift+M");
  await page.locator(".markers-panel .monaco-list-row").first().waitFor();
}

const SCENES = { plan: async () => {}, hover, "quick-fix": quickFixes, problems };

async function takeAll(page, theme) {
  for (const [name, show] of Object.entries(SCENES)) {
    await show(page);
    await settle(page);
    const path = join(IMAGES, `${name}-${theme}.png`);
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
  const page = await browser.newPage({ viewport: SIZE });
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
  await mkdir(IMAGES, { recursive: true });
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
