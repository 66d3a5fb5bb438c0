import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { PLAN, Window } from "./window.mjs";

const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const LETTER = zipSync({
  "_rels/.rels": strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="${TYPE}" Target="word/document.xml"/>
    </Relationships>`,
  ),
  "word/document.xml": strToU8(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:body><w:p><w:r><w:t>We will meet in May.</w:t></w:r></w:p></w:body>
    </w:document>`,
  ),
});
const FROM_WORD = "We will meet in May.";
const OWN = "We will meet in June.\n";

suite("A Word document whose Markdown is there already", () => {
  let window;

  suiteSetup(async () => {
    window = await Window.open();
    await writeFile(join(window.workspace, "letter.docx"), LETTER);
    await writeFile(join(window.workspace, "letter.md"), OWN);
    await window.showFolder();
    // Once a plan has its buttons, menus have what the extension brings to them.
    await window.inExplorer(PLAN).dblclick();
    await window.page.locator('.editor-actions [aria-label="Show the Ladder"]').waitFor();
  });
  suiteTeardown(async () => await window?.close());

  setup(async () => {
    await until(chooseInMenu);
  });

  /** While a window is still filling, it may close a menu under somebody's hand, who then opens it again. */
  async function chooseInMenu() {
    if (await dialog().isVisible()) return true;
    await window.inExplorer("letter.docx").click({ button: "right" });
    const item = window.page.getByRole("menuitem", { name: "Open Word Document as Plan" });
    try {
      // A menu that has only just opened pays no heed to a button that is let go at once.
      await item.click({ delay: 500, timeout: 5_000 });
      await dialog().waitFor({ timeout: 10_000 });
      return true;
    } catch {
      await window.page.keyboard.press("Escape");
      return false;
    }
  }

  const dialog = () => window.page.locator(".monaco-dialog-box", { hasText: "letter.md is already there." });
  const answer = (words) => dialog().getByRole("button", { name: words, exact: true }).click();
  const onDisk = () => readFile(join(window.workspace, "letter.md"), "utf8");
  const shown = (words) => window.page.locator(".monaco-editor .view-line", { hasText: words }).waitFor();
  const inFront = (name) => window.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();

  test("is left alone, and closed, where the dialog is turned away", async () => {
    await answer("Cancel");
    await dialog().waitFor({ state: "detached" });
    assert.equal(await onDisk(), OWN);
    assert.equal(await window.page.locator(".tab", { hasText: "letter.md" }).count(), 0);
  });

  test("can be opened as it is", async () => {
    await answer("Open It as It Is");
    await shown(OWN.trim());
    assert.equal(await onDisk(), OWN);
  });

  test("is left alone where the new text is to stand beside it", async () => {
    await answer("Keep Both");
    await shown(FROM_WORD);
    await inFront("letter-2.md");
    assert.equal(await onDisk(), OWN);
    assert.equal((await readFile(join(window.workspace, "letter-2.md"), "utf8")).trim(), FROM_WORD);
  });

  test("is only replaced where somebody says so, and that can be undone", async () => {
    await answer("Replace It");
    // The text beside it says the same, and may still be in front.
    await inFront("letter.md");
    await shown(FROM_WORD);
    await until(async () => (await onDisk()).trim() === FROM_WORD);
    await window.page.keyboard.press("Control+Z");
    await shown(OWN.trim());
  });
});

/** Waits for what comes true without anything to be seen; the test's own time is the limit. */
async function until(isSo) {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}
