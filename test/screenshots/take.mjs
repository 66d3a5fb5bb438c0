/**
 * `npm run screenshots`: takes pictures of the real window, as a person sees it, in a light, a dark and a high contrast
 * theme. What they show is the sample plan and the packaged extension as they are today. Those that the README and the
 * walkthrough show go to `samples/images`, the others to `out/screenshots`, to be looked at. Each is taken where the one
 * before it left the window.
 */
import { spawnSync } from "node:child_process";
import { cp, mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { withChromium } from "../hosts/chromium.mjs";
import { addressOf, editorFolders, installExtension, startCodeServer } from "../hosts/code-server.mjs";
import { installHosts, installPrograms, ROOT } from "../hosts/install.mjs";
import { withinLimits } from "../hosts/limits.mjs";
import { ensurePackaged, VSIX } from "../hosts/package.mjs";
import { QUIET_SETTINGS, withTemporaryFolder, writeSettings } from "../hosts/stage.mjs";
import { settle } from "./page.mjs";
import { openPlan, PLAN, SCENES, SMALL, THEMES } from "./scenes.mjs";

const IMAGES = join(ROOT, "samples/images");
const TO_LOOK_AT = join(ROOT, "out/screenshots");
/** What lies in the folder. */
const SHOWN = [`samples/${PLAN}`, "samples/lido-plan.md", "test/fixtures/word/hollin-brook.docx"];

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

async function takeInTheme(browser, folders, home, theme) {
  const workspace = join(home, theme, "plans");
  for (const file of SHOWN) await cp(join(ROOT, file), join(workspace, basename(file)));
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

/** `npm run screenshots -- dark` takes the pictures in that theme alone. */
function themesAskedFor() {
  const [, , ...asked] = process.argv;
  return Object.keys(THEMES).filter((theme) => asked.length === 0 || asked.includes(theme));
}

async function takeInAllThemes(home) {
  for (const folder of [IMAGES, TO_LOOK_AT]) await mkdir(folder, { recursive: true });
  const folders = editorFolders(home);
  await installExtension(VSIX, folders);
  await withChromium(async (browser) => {
    for (const theme of themesAskedFor())
      await withinLimits(takeInTheme(browser, folders, home, theme), 300, `Taking the pictures in ${theme}`);
  });
}

installPrograms("chromium", "pngquant");
await installHosts("code-server");
ensurePackaged();
await withTemporaryFolder(takeInAllThemes);
