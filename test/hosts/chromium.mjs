/** Debian's Chromium, driven by playwright-core: the window that web editors are shown in. */
import { format } from "node:util";
import { chromium } from "playwright-core";
import { findChromium } from "./install.mjs";

export const FLAGS = [
  "--no-sandbox", // Root, as in most containers, may not have one; all that is visited is our own server.
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function withChromium(use) {
  // Signals are ours to handle: playwright would end this process at once, and leave the editor it was shown running.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS, ...signals });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/**
 * Opens an editor that was told to run a test suite and resolves to the suite's exit code. A web editor that runs tests
 * looks for these two functions on its page and reports through them. What it says goes to `write`.
 */
export async function exitCodeOfSuite(browser, url, write) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const crashed = new Promise((_, reject) => page.once("crash", () => reject(new Error("The editor's page crashed."))));
  const ended = new Promise((resolve, reject) => {
    page.exposeFunction("codeAutomationLog", (_type, values) => write(`${format(...values)}\n`)).catch(reject);
    page.exposeFunction("codeAutomationExit", resolve).catch(reject);
  });
  await page.goto(url);
  return await Promise.race([ended, crashed]);
}
