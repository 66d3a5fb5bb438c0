/**
 * `npm run test:webview`: the ladder in the real window, as a person and as a screen reader meet it. The tests that run
 * inside an editor can't look into a page that the editor holds apart; a browser's driver can. It can answer a dialog too,
 * which the editor refuses to show to a test inside it.
 */
import { fileURLToPath } from "node:url";
import Mocha from "mocha";
import { installHosts, installPrograms } from "../hosts/install.mjs";
import { ensurePackaged } from "../hosts/package.mjs";
import { mayGoWithoutEditor } from "../hosts/without-editor.mjs";

await mayGoWithoutEditor(async () => {
  installPrograms("chromium");
  await installHosts("code-server");
  ensurePackaged();
  const mocha = new Mocha({
    ui: "tdd",
    timeout: 120_000,
    forbidOnly: true,
    forbidPending: true,
    grep: process.argv[2],
  });
  for (const name of ["in-a-window.mjs", "word-in-a-window.mjs"])
    mocha.addFile(fileURLToPath(new URL(name, import.meta.url)));
  await mocha.loadFilesAsync();
  const failures = await new Promise((resolve) => mocha.run(resolve));
  if (failures) throw new Error(`${failures} tests in a window found something wrong.`);
});
