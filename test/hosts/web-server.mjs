/**
 * Serves VS Code for the Web until it is ended. A process of its own, because @vscode/test-web reports each request that
 * fails on the console of whoever calls it.
 */
import { createRequire } from "node:module";
import { WEB, WEB_COMMIT } from "./install.mjs";

const { open } = createRequire(import.meta.url)(WEB.module);
const [host, port, extension, tests, suite, workspace] = process.argv.slice(2);

await open({
  browserType: "none",
  quality: "stable",
  commit: WEB_COMMIT,
  testRunnerDataDir: WEB.data,
  host,
  port: Number(port),
  esm: true,
  extensionPaths: [extension],
  extensionDevelopmentPath: tests,
  extensionTestsPath: suite,
  folderPath: workspace,
});
process.send("listening");
