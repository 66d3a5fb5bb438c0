/**
 * `npm run editor`: a real VS Code on the samples with the extension loaded. The desktop's where it is installed; else
 * code-server, which a browser shows, until Ctrl+C.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { addressOf, editorFolders, installExtension, startCodeServer } from "./code-server.mjs";
import { findProgram, installHosts, ROOT } from "./install.mjs";
import { Stopped, withinLimits } from "./limits.mjs";
import { ensurePackaged, VSIX } from "./package.mjs";
import { QUIET_SETTINGS, withTemporaryFolder, writeSettings } from "./stage.mjs";

const SAMPLES = join(ROOT, "samples");
const A_WEEK = 7 * 24 * 60 * 60;

async function openDesktop(code) {
  const build = spawn("npm", ["run", "--silent", "build"], { cwd: ROOT, stdio: "inherit", shell: true });
  const [status] = await once(build, "exit");
  if (status !== 0) throw new Error("The extension could not be built; what is wrong stands above.");
  const args = [`--extensionDevelopmentPath=${ROOT}`, SAMPLES];
  spawn(code, args, { stdio: "inherit", shell: code.endsWith(".cmd") });
}

async function openInBrowser() {
  await installHosts("code-server");
  ensurePackaged();
  await withTemporaryFolder(async (home) => {
    const folders = editorFolders(home);
    await writeSettings(folders.userData, QUIET_SETTINGS);
    await installExtension(VSIX, folders);
    const server = await startCodeServer(folders);
    try {
      console.log(
        `VS Code is open on the samples. Go to\n\n  ${addressOf(server, SAMPLES)}\n\nand press Ctrl+C here to end it.`,
      );
      await withinLimits(server.ended, A_WEEK, "The editor");
    } finally {
      await server.stop();
    }
  });
}

const code = findProgram("code");
try {
  await (code ? openDesktop(code) : openInBrowser());
} catch (error) {
  if (!(error instanceof Stopped)) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
