/** A real window with a plan in it and the ladder beside it, for tests to look into. */
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { FLAGS } from "../hosts/chromium.mjs";
import { addressOf, editorFolders, installExtension, startCodeServer } from "../hosts/code-server.mjs";
import { findChromium, ROOT } from "../hosts/install.mjs";
import { VSIX } from "../hosts/package.mjs";
import { QUIET_SETTINGS, writeSettings } from "../hosts/stage.mjs";

export const PLAN = "riverside-plan.md";

export const THEMES = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "high contrast": "Default High Contrast",
  "high contrast light": "Default High Contrast Light",
};

/** The class that the editor gives to a page by the kind of its theme. */
const KINDS = {
  light: "vscode-light",
  dark: "vscode-dark",
  "high contrast": "vscode-high-contrast",
  "high contrast light": "vscode-high-contrast-light",
};

/** Generous, because the machine may be busy: it is only ever waited out when a test is going to fail. */
const PATIENCE = 30_000;

export class Window {
  static async open() {
    const home = await mkdtemp(join(tmpdir(), "engagement-lint-"));
    const workspace = join(home, "plans");
    await mkdir(workspace);
    await cp(join(ROOT, "samples", PLAN), join(workspace, PLAN));
    const folders = editorFolders(home);
    await writeSettings(folders.userData, settingsIn("light"));
    await installExtension(VSIX, folders);
    const server = await startCodeServer(folders);
    const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
    const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS, ...signals });
    return new Window({ home, workspace, folders, server, browser });
  }

  constructor(parts) {
    Object.assign(this, parts);
  }

  async close() {
    await this.browser.close();
    await this.server.stop();
    await rm(this.home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  /** Opens the folder in a window that remembers nothing of those before it. */
  async showFolder(theme = "light") {
    await writeSettings(this.folders.userData, settingsIn(theme));
    await this.page?.context().close();
    const context = await this.browser.newContext({ viewport: { width: 1500, height: 900 } });
    this.page = await context.newPage();
    this.page.setDefaultTimeout(PATIENCE);
    await this.page.goto(addressOf(this.server, this.workspace));
  }

  /** The line of a file among those of the folder. */
  inExplorer(name) {
    return this.page.locator(".explorer-folders-view .monaco-list-row", { hasText: name });
  }

  /** Opens the plan and the ladder in a window that remembers nothing of those before it. */
  async showLadder(theme = "light") {
    await this.showFolder(theme);
    await this.inExplorer(PLAN).dblclick();
    await this.page.locator('#status\\.problems:not([aria-label*="No Problems"])').waitFor();
    await this.page.locator('.editor-actions [aria-label="Show the Ladder"]').click();
    await this.page.keyboard.press("Control+B"); // The files have done their duty; the plan gets the room.
    await this.ladder.locator(`body.${KINDS[theme]}`).waitFor();
    return await this.frame();
  }

  /** A driver's reload would be too abrupt for the editor to remember what it showed. */
  async reload() {
    await this.page.keyboard.press("F1");
    await this.page.locator(".quick-input-widget input").first().fill(">Developer: Reload Window");
    const loaded = this.page.waitForEvent("domcontentloaded");
    await this.page.keyboard.press("Enter");
    await loaded;
  }

  /** What is inside the panel. The editor holds the page in a frame of a frame. */
  get ladder() {
    return this.page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  }

  /** The same as a frame, in which programs can be run. */
  async frame() {
    await this.ladder.locator("svg.ladder").waitFor();
    return await (await this.ladder.locator("body").elementHandle()).ownerFrame();
  }

  /** Goes to a line of the plan, as a person who knows its number does. */
  async goToLine(line) {
    await this.page.locator(".monaco-editor .view-lines").first().click();
    await this.page.keyboard.press("Control+G");
    await this.page.locator(".quick-input-widget input").first().fill(`:${line}`);
    await this.page.keyboard.press("Enter");
  }

  /** Waits until the status bar says that the cursor is in a line. */
  async isAtLine(line) {
    await this.page.locator(`#status\\.editor\\.selection:has-text("Ln ${line},")`).waitFor();
  }
}

function settingsIn(theme) {
  return {
    ...QUIET_SETTINGS,
    "chat.commandCenter.enabled": false,
    "editor.minimap.enabled": false,
    "editor.wordWrap": "on",
    "window.commandCenter": false,
    "workbench.colorTheme": THEMES[theme],
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.sideBar.location": "left",
  };
}

export const AXE = await readFile(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
