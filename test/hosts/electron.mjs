/**
 * Runs the editor suite where extensions run on Node: in a desktop VS Code where there is one, else in code-server,
 * behind the same call. An argument is a pattern that chooses tests by name.
 */
import { execFile } from "node:child_process";
import { realpathSync } from "node:fs";
import { platform } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { findProgram, installHosts, installPrograms } from "./install.mjs";
import { VSIX } from "./package.mjs";
import { Report } from "./report.mjs";
import { QUIET_SETTINGS, setStage, withTemporaryFolder, writeSettings } from "./stage.mjs";
import { mayGoWithoutEditor } from "./without-editor.mjs";

const SHIM = fileURLToPath(new URL("vscode-shim.mjs", import.meta.url));

/** The desktop's executable. The `code` on the PATH is a script beside it, in a place that depends on the system. */
function findDesktop() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const hasScreen = platform() !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const script = hasScreen && findProgram("code");
  if (!script) return undefined;
  const beside = { darwin: "../../../MacOS/Electron", win32: "../Code.exe" }[platform()] ?? "../code";
  return join(dirname(realpathSync(script)), beside);
}

async function findEditor() {
  const desktop = findDesktop();
  if (desktop) return { executable: desktop, cli: resolveCliArgsFromVSCodeExecutablePath(desktop) };
  installPrograms("chromium");
  await installHosts("code-server");
  return { executable: SHIM, cli: [SHIM] };
}

async function runSuite({ executable, cli }, home) {
  const stage = await setStage(home);
  const userData = join(home, "data");
  await writeSettings(userData, QUIET_SETTINGS);
  const profile = [`--user-data-dir=${userData}`, `--extensions-dir=${join(home, "extensions")}`];
  const [command, ...rest] = cli;
  const cliArguments = [...rest, ...profile, "--install-extension", VSIX];
  await promisify(execFile)(command, cliArguments, { shell: command.endsWith(".cmd") });
  const report = new Report();
  const passed = runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: stage.tests,
    extensionTestsPath: stage.suite,
    launchArgs: [stage.workspace, ...profile],
    stdout: report,
    stderr: report,
  });
  await passed.catch((error) => {
    report.showRest();
    throw error;
  });
}

/** @vscode/test-electron ends the editor on SIGINT, and then reports that it failed; the other endings become that. */
function endOnSignalsAndLimit(seconds) {
  const end = () => process.emit("SIGINT");
  process.on("SIGTERM", end);
  process.on("SIGHUP", end);
  setTimeout(end, seconds * 1000).unref();
}

await mayGoWithoutEditor(async () => {
  const editor = await findEditor();
  endOnSignalsAndLimit(330);
  await withTemporaryFolder((home) => runSuite(editor, home));
});
