import { join } from "node:path";
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { CLIENT_ID, CLIENT_NAME, start } from "./extension";

let stop: (() => Promise<void>) | undefined;

/** The port on which `.vscode/launch.json` finds the server. */
const INSPECT = "--inspect=6009";

export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: join(context.extensionPath, "dist", "server.js"), transport: TransportKind.stdio };
  const servers = { run: server, debug: { ...server, options: { execArgv: ["--nolazy", INSPECT] } } };
  stop = await start(context, (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, servers, options));
}

export async function deactivate(): Promise<void> {
  await stop?.();
}
