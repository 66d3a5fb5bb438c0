/** What a person does in the window, for pictures of what they see. */

/** Two frames without a change in layout: whatever was asked for has been drawn. */
export async function settle(page) {
  await page.waitForTimeout(400);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

export async function run(page, title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget:visible input.input").first().waitFor();
  await page.keyboard.type(title);
  await page.locator(".quick-input-widget:visible .monaco-list-row.focused", { hasText: title }).waitFor();
  await page.keyboard.press("Enter");
  await settle(page);
}

export async function goToLine(page, line) {
  await page.keyboard.press("Control+1");
  await page.keyboard.press("Control+G");
  await settle(page);
  await page.keyboard.type(String(line));
  await page.keyboard.press("Enter");
  await settle(page);
}
