/**
 * code-server: VS Code's workbench in the browser with the extension host of the desktop, on Node. Only the server part
 * of VS Code that it ships is started; what code-server adds around it (log-in, proxy) is not needed here.
 */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { endGroup } from "./groups.mjs";
import { CODE_SERVER } from "./install.mjs";

/** Where an editor keeps what it writes. `userData` holds `User/settings.json`, as on the desktop. */
export const editorFolders = (home) => ({
  serverData: join(home, "server"),
  userData: join(home, "data"),
  extensions: join(home, "extensions"),
});

/** No gallery: nothing is looked up on the network, and nothing is recommended. */
const ENVIRONMENT = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

function serverArguments({ serverData, userData, extensions }) {
  return [
    CODE_SERVER.main,
    "--accept-server-license-terms",
    "--disable-telemetry",
    `--server-data-dir=${serverData}`,
    `--user-data-dir=${userData}`,
    `--extensions-dir=${extensions}`,
  ];
}

/** Installs a packaged extension, exactly as a user's code-server would. */
export async function installExtension(vsix, folders) {
  const server = startServer([...serverArguments(folders), "--install-extension", vsix]);
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (said += chunk));
  const [code] = await once(server, "close");
  if (code !== 0) throw new Error(`Installing ${vsix} in code-server ended with ${code}.\n${said}`);
}

/**
 * Starts code-server on a free port, and resolves once it listens. A token keeps other users of this machine, and pages
 * open in some other browser tab, out of an editor that can run programs; it stands in a file, for others can read the
 * arguments of a process.
 */
export async function startCodeServer(folders, { forTests = false } = {}) {
  const token = randomBytes(16).toString("hex");
  const tokenFile = join(folders.serverData, "token");
  await mkdir(folders.serverData, { recursive: true });
  await writeFile(tokenFile, token, { mode: 0o600 });
  const server = startServer([
    ...serverArguments(folders),
    "--host=127.0.0.1",
    "--port=0",
    `--connection-token-file=${tokenFile}`,
    "--disable-workspace-trust",
    // A built workbench ignores the paths of an extension's tests unless it is told that a driver is watching.
    ...(forTests ? ["--enable-proposed-api", "--enable-smoke-test-driver"] : []),
  ]);
  try {
    const port = await portOf(server);
    return { authority: `127.0.0.1:${port}`, token, ended: once(server, "exit"), stop: () => endGroup(server) };
  } catch (error) {
    await endGroup(server);
    throw error;
  }
}

/** The address that opens a folder, with what the workbench is to be told besides. */
export function addressOf({ authority, token }, folder, payload = []) {
  const query = new URLSearchParams({ tkn: token, folder });
  if (payload.length) query.set("payload", JSON.stringify(payload));
  return `http://${authority}/?${query}`;
}

export const remoteUri = ({ authority }, path) => `vscode-remote://${authority}${path}`;

/** A process group of its own lets us end the server together with all that it starts. */
function startServer(args) {
  return spawn(CODE_SERVER.node, args, { env: ENVIRONMENT, detached: true, stdio: ["ignore", "pipe", "pipe"] });
}

/** Resolves to the port once the server says that it listens, and rejects with all it said when it ends before. */
async function portOf(server) {
  const streams = [server.stdout, server.stderr];
  const port = await new Promise((resolve, reject) => {
    let said = "";
    const read = (chunk) => {
      said += chunk;
      const found = /agent listening on (\d+)/.exec(said);
      if (found) resolve(Number(found[1]));
    };
    for (const stream of streams) stream.on("data", read);
    server.once("exit", (code) => reject(new Error(`code-server ended with ${code} before it listened.\n${said}`)));
  });
  // Nobody reads on, but a pipe that fills up would hold the server up.
  for (const stream of streams) stream.removeAllListeners("data").resume();
  return port;
}
