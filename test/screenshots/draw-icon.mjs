/** `npm run icon`: draws images/icon.png from images/icon.svg, as large as galleries ask for. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { withChromium } from "../hosts/chromium.mjs";
import { installPrograms, ROOT } from "../hosts/install.mjs";
import { withinLimits } from "../hosts/limits.mjs";

const SIZE = 256;

async function draw() {
  const svg = await readFile(join(ROOT, "images/icon.svg"), "utf8");
  await withChromium(async (browser) => {
    const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
    await page.screenshot({ path: join(ROOT, "images/icon.png"), omitBackground: true });
  });
}

installPrograms("chromium");
await withinLimits(draw(), 60, "Drawing the icon");
