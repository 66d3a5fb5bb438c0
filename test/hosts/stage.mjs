/**
 * What every editor host is given: a copy of the fixture workspace, settings that keep the editor quiet, the packaged
 * extension, and a second extension that holds nothing but the tests.
 */
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "./install.mjs";
import { ensurePackaged } from "./package.mjs";

const EDITOR_TESTS = join(ROOT, "test/editor");

/** Nothing saves by itself, asks, updates or looks anything up while the tests run. */
export const QUIET_SETTINGS = {
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.startupEditor": "none",
};

/** Gives `use` a temporary folder and removes it afterwards, whatever happened. */
export async function withTemporaryFolder(use) {
  const home = await mkdtemp(join(tmpdir(), "engagement-lint-"));
  try {
    return await use(home);
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

export async function writeSettings(userData, settings) {
  await mkdir(join(userData, "User"), { recursive: true });
  await writeFile(join(userData, "User/settings.json"), JSON.stringify(settings, undefined, 2));
}

/** Sets the stage in `home`: the paths of the workspace and of the extension that holds the tests. */
export async function setStage(home) {
  ensurePackaged();
  const workspace = join(home, "workspace");
  const tests = join(home, "tests");
  await cp(join(EDITOR_TESTS, "workspace"), workspace, { recursive: true });
  await bundleTests(tests);
  return { workspace, tests, suite: join(tests, "index.js") };
}

/**
 * Bundles every file of `test/editor/suites` into one that runs on Node and in a browser's worker alike: adding a test
 * means adding a file. Mocha's browser build is taken for both, since its Node build looks up its parts at run time.
 */
async function bundleTests(folder) {
  const suites = (await readdir(join(EDITOR_TESTS, "suites"))).filter((name) => name.endsWith(".ts"));
  const imports = suites.map((name) => `require("./suites/${name}");`).join(" ");
  const grep = JSON.stringify(process.argv[2] ?? "");
  await build({
    stdin: {
      contents: `import { runSuites } from "./run"; export const run = () => runSuites(() => { ${imports} }, ${grep});`,
      resolveDir: EDITOR_TESTS,
    },
    outfile: join(folder, "index.js"),
    bundle: true,
    platform: "browser",
    format: "cjs",
    target: "es2022",
    external: ["vscode"],
    logLevel: "warning",
  });
  await writeFile(join(folder, "package.json"), JSON.stringify(TESTS_MANIFEST));
}

const TESTS_MANIFEST = {
  name: "engagement-lint-tests",
  publisher: "engagement-lint",
  version: "0.0.0",
  engines: { vscode: "^1.91.0" },
  main: "./index.js",
  browser: "./index.js",
};
