/**
 * code-server: VS Code's workbench in the browser with the extension host of the desktop, on Node. Only the server part
 * of VS Code that it ships is started; what code-server adds around it (log-in, proxy) is not needed here.
 */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
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
  const output = gatherOutput(server);
  const [code] = await once(server, "exit");
  if (code !== 0) throw new Error(`Installing ${vsix} in code-server ended with ${code}.\n${output()}`);
}

/**
 * Starts code-server on a free port, and resolves once it listens. A token keeps other users of this machine, and pages
 * open in some other browser tab, out of an editor that can run programs.
 */
export async function startCodeServer(folders, { forTests = false } = {}) {
  const token = randomBytes(16).toString("hex");
  const server = startServer([
    ...serverArguments(folders),
    "--host=127.0.0.1",
    "--port=0",
    `--connection-token=${token}`,
    "--disable-workspace-trust",
    // A built workbench ignores the paths of an extension's tests unless it is told that a driver is watching.
    ...(forTests ? ["--enable-proposed-api", "--enable-smoke-test-driver"] : []),
  ]);
  try {
    const port = await portOf(server);
    return { authority: `127.0.0.1:${port}`, token, stop: () => endGroup(server) };
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

async function portOf(server) {
  const output = gatherOutput(server);
  const ended = once(server, "exit").then(([code]) => {
    throw new Error(`code-server ended with ${code} before it listened.\n${output()}`);
  });
  ended.catch(() => {}); // It will end some day; by then nobody is waiting here any more.
  return await Promise.race([ended, portPrintedBy(server)]);
}

async function portPrintedBy(server) {
  for await (const line of createInterface({ input: server.stdout })) {
    const found = /agent listening on (\d+)/.exec(line);
    if (found) return Number(found[1]);
  }
  return await new Promise(() => {}); // The output ended: the exit that follows says why.
}

/** What a process has said so far. Reading it also keeps its pipes from filling up. */
function gatherOutput(server) {
  let text = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (text += chunk));
  return () => text;
}
