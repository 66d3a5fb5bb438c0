/** Runs the language server under Neovim, on a copy of the plan that the other editors are tested with. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findNeovim, installPrograms, ROOT } from "../hosts/install.mjs";
import { withinLimits } from "../hosts/limits.mjs";
import { withTemporaryFolder } from "../hosts/stage.mjs";
import { mayGoWithoutEditor } from "../hosts/without-editor.mjs";

const SCRIPT = fileURLToPath(new URL("client.lua", import.meta.url));

async function runNeovim(folder) {
  await copyFile(join(ROOT, "test/editor/workspace/plan.md"), join(folder, "plan.md"));
  const env = {
    ...process.env,
    ENGAGEMENT_LINT_NODE: process.execPath,
    ENGAGEMENT_LINT_CLI: join(ROOT, "dist/cli.js"),
    XDG_STATE_HOME: folder, // Neovim keeps its logs and its history there.
    XDG_CACHE_HOME: folder,
    XDG_DATA_HOME: folder,
  };
  const neovim = spawn(findNeovim(), ["--clean", "--headless", "plan.md", "-S", SCRIPT], {
    cwd: folder,
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  try {
    const [code] = await withinLimits(once(neovim, "exit"), 120, "Neovim");
    if (code !== 0) throw new Error(`Neovim ended with ${code}.`);
  } finally {
    neovim.kill();
  }
}

await mayGoWithoutEditor(async () => {
  installPrograms("neovim");
  await withTemporaryFolder(runNeovim);
});
