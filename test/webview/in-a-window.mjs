import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../hosts/install.mjs";
import { AXE, PLAN, THEMES, Window } from "./window.mjs";

const TEXT = await readFile(join(ROOT, "samples", PLAN), "utf8");
const lineOf = (words) => TEXT.slice(0, TEXT.indexOf(words)).split("\n").length;
const pictures = process.env.ENGAGEMENT_LINT_PICTURES;

suite("The ladder in a window", () => {
  let window;

  suiteSetup(async () => {
    window = await Window.open();
    await window.showLadder();
  });
  suiteTeardown(async () => await window?.close());

  test("draws the plan beside the text, under a policy that lets nothing else in", async () => {
    const frame = await window.frame();
    const policy = await frame.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    assert.match(policy, /^default-src 'none'; script-src 'nonce-\w+'; style-src 'nonce-\w+'$/);
    assert.match(await frame.locator("svg.ladder").textContent(), /Co-produce/);
  });

  for (const theme of Object.keys(THEMES))
    test(`has nothing that axe objects to, and words that can be read, in ${theme}`, async () => {
      const frame = await window.showLadder(theme);
      await openList(frame, true);
      await frame.evaluate(AXE);
      const { violations } = await frame.evaluate(() => window.axe.run(document));
      const told = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
      );
      assert.deepEqual(told, []);
      assert.deepEqual(await frame.evaluate(faintWords), []);
      await openList(frame, false);
      if (pictures) await window.page.screenshot({ path: join(pictures, `ladder-${theme.replaceAll(" ", "-")}.png`) });
    });

  test("leads from the picture to the words", async () => {
    const frame = await window.frame();
    await frame.locator('g.go[aria-label*="The workshop. The words claim"]').first().click();
    await window.isAtLine(lineOf("A half-day co-production workshop"));
  });

  test("leads from the list to the words", async () => {
    const frame = await window.frame();
    await openList(frame, true);
    await frame.locator("button.line", { hasText: "The workshop" }).first().click();
    const line = lineOf("A half-day co-production workshop");
    await window.isAtLine(line);
    await openList(frame, false);
  });

  test("can be walked through with the keyboard, and Enter goes to the words", async () => {
    const frame = await window.frame();
    const stops = frame.locator("g.go");
    assert.equal(await frame.locator('g.go[tabindex="0"]').count(), 1, "Tab reaches one part of the picture");
    await frame.locator('g.go[tabindex="0"]').focus();
    await window.page.keyboard.press("Home");
    await window.page.keyboard.press("ArrowRight");
    await window.page.keyboard.press("ArrowDown");
    assert.equal(await stops.nth(2).evaluate((stop) => stop === document.activeElement), true);
    await window.page.keyboard.press("End");
    const count = await stops.count();
    assert.equal(await stops.nth(count - 1).evaluate((stop) => stop === document.activeElement), true);
    await window.goToLine(30);
    await frame.locator('g.go[aria-label*="The workshop. The words claim"]').first().focus();
    await window.page.keyboard.press("Enter");
    await window.isAtLine(lineOf("A half-day co-production workshop"));
  });

  test("lights up what stands for the sentence under the cursor", async () => {
    const frame = await window.frame();
    await window.goToLine(lineOf("A half-day co-production workshop"));
    await frame.locator('g.go.lit[aria-label*="The workshop. The words claim"]').waitFor();
    if (pictures) await frame.locator("body").screenshot({ path: join(pictures, "ladder-lit.png") });
    await window.goToLine(lineOf("## Questions"));
    await frame.locator("g.go.lit").first().waitFor({ state: "detached" });
  });

  test("follows what is typed", async () => {
    const frame = await window.frame();
    await window.goToLine(lineOf("The survey will be open"));
    await window.page.keyboard.press("Home");
    await window.page.keyboard.type("We will co-produce this. ");
    await frame.locator('g.go[aria-label*="The survey. The words claim: Co-produce."]').first().waitFor();
    await window.page.keyboard.press("Shift+Home");
    await window.page.keyboard.press("Delete");
    await frame
      .locator('g.go[aria-label*="The survey. The words claim: Co-produce."]')
      .first()
      .waitFor({ state: "detached" });
  });

  test("stays as it is when it is told the same again, so that no click on it is lost", async () => {
    const frame = await window.frame();
    await frame.evaluate(() => {
      addEventListener("message", ({ data }) => {
        if (data.type === "plan") document.toldLast = data;
      });
    });
    await window.goToLine(lineOf("The survey will be open"));
    await window.page.keyboard.press("Home");
    await window.page.keyboard.type("x");
    await frame.waitForFunction(() => document.toldLast);
    const parts = await frame.evaluate(() => {
      const tell = (data) => dispatchEvent(new MessageEvent("message", { data }));
      const part = () => document.querySelector("g.go");
      tell(document.toldLast);
      const before = part();
      tell(document.toldLast);
      const after = part();
      tell({ ...document.toldLast, view: { ...document.toldLast.view, activities: [] } });
      return { same: before === after, gone: part() !== before };
    });
    assert.deepEqual(parts, { same: true, gone: true });
    await window.page.keyboard.press("Backspace");
  });

  test("is there again after the window was loaded anew", async () => {
    await window.reload();
    const frame = await window.frame();
    assert.match(await frame.locator("svg.ladder").textContent(), new RegExp(PLAN));
  });
});

async function openList(frame, open) {
  await frame.locator("#words").evaluate((list, isOpen) => (list.open = isOpen), open);
}

/** Runs in the page: the words of the picture that stand out less than 4.5 to 1 from what they stand on. */
function faintWords() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const colour = (css) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (css) => {
    const [red, green, blue] = colour(css).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const fill = (selector) => getComputedStyle(document.querySelector(selector)).fill;
  return [...document.querySelectorAll("svg.ladder text")].flatMap((text) => {
    const ground = fill(text.classList.contains("number") ? ".ladder .evidence" : ".ladder .paper");
    const [a, b] = [light(getComputedStyle(text).fill), light(ground)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return contrast < 4.5 ? [`${text.textContent}: ${contrast.toFixed(2)}`] : [];
  });
}
