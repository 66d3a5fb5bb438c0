/**
 * Runs the editor suite where extensions run in a browser's worker: VS Code for the Web, served by @vscode/test-web from
 * a build that the npm registry has. An argument is a pattern that chooses tests by name.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exitCodeOfSuite, withChromium } from "./chromium.mjs";
import { installHosts, installPrograms } from "./install.mjs";
import { withinLimits } from "./limits.mjs";
import { VSIX } from "./package.mjs";
import { Report } from "./report.mjs";
import { setStage, withTemporaryFolder } from "./stage.mjs";
import { unpack } from "./unpack.mjs";
import { mayGoWithoutEditor } from "./without-editor.mjs";

/** Not 127.0.0.1: webviews are served from names below the host's, which only `localhost` has. */
const HOST = "localhost";

/** Serves the editor with the packaged extension built in, for as long as `use` needs it. */
async function withServer({ workspace, tests, suite }, extension, report, use) {
  const port = await freePort();
  const server = fork(
    fileURLToPath(new URL("web-server.mjs", import.meta.url)),
    [HOST, port, extension, tests, suite, workspace],
    { silent: true },
  );
  server.stdout.on("data", report.write);
  server.stderr.on("data", report.write);
  const ended = once(server, "exit").then(([code]) => {
    throw new Error(`The server of the web editor ended with ${code}.`);
  });
  ended.catch(() => {}); // It is ended below; by then nobody waits for it any more.
  try {
    await Promise.race([once(server, "message"), ended]);
    return await Promise.race([use(`http://${HOST}:${port}/`), ended]);
  } finally {
    server.kill();
  }
}

async function freePort() {
  const server = createServer().listen(0, HOST);
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function runSuite(home) {
  const stage = await setStage(home);
  const unpacked = join(home, "unpacked");
  await unpack(VSIX, unpacked);
  const report = new Report();
  try {
    const code = await withServer(stage, join(unpacked, "extension"), report, (address) =>
      withChromium((browser) =>
        withinLimits(exitCodeOfSuite(browser, address, report.write), 300, "The browser's test suite"),
      ),
    );
    if (code !== 0) throw new Error(`The browser's test suite ended with ${code}.`);
  } catch (error) {
    report.showRest();
    throw error;
  }
}

await mayGoWithoutEditor(async () => {
  installPrograms("chromium");
  await installHosts("web");
  await withTemporaryFolder(runSuite);
});
