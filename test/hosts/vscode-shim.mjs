#!/usr/bin/env node
/**
 * Stands in for the desktop's executable where no desktop VS Code can be had: takes the flags of it that the tests use
 * and does the same in code-server. So one call of @vscode/test-electron serves both.
 */
import { parseArgs } from "node:util";
import { exitCodeOfSuite, withChromium } from "./chromium.mjs";
import { addressOf, installExtension, remoteUri, startCodeServer } from "./code-server.mjs";
import { withinLimits } from "./limits.mjs";

const { values, positionals } = parseArgs({
  strict: false, // The desktop knows many more flags; those that mean nothing here are let pass.
  allowPositionals: true,
  options: {
    "user-data-dir": { type: "string" },
    "extensions-dir": { type: "string" },
    "install-extension": { type: "string" },
    extensionDevelopmentPath: { type: "string" },
    extensionTestsPath: { type: "string" },
  },
});

const folders = {
  userData: values["user-data-dir"],
  serverData: `${values["user-data-dir"]}-server`,
  extensions: values["extensions-dir"],
};

async function runSuite() {
  const server = await startCodeServer(folders, { forTests: true });
  try {
    const address = addressOf(server, positionals[0], [
      ["extensionDevelopmentPath", remoteUri(server, values.extensionDevelopmentPath)],
      ["extensionTestsPath", remoteUri(server, values.extensionTestsPath)],
      ["enableProposedApi", ""],
      ["skipWelcome", "true"],
    ]);
    return await withChromium((browser) =>
      withinLimits(
        exitCodeOfSuite(browser, address, (text) => process.stdout.write(text)),
        300,
        "The editor's test suite",
      ),
    );
  } finally {
    await server.stop();
  }
}

try {
  if (values["install-extension"]) await installExtension(values["install-extension"], folders);
  else process.exitCode = await runSuite();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
