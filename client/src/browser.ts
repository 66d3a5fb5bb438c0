import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { CLIENT_ID, CLIENT_NAME, start } from "./extension";

declare const Worker: new (url: string) => import("vscode-languageclient/browser").ServerOptions & object;

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const url = Uri.joinPath(context.extensionUri, "dist", "server.browser.js").toString(true);
  stop = await start(context, (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, new Worker(url), options));
}

export async function deactivate(): Promise<void> {
  await stop?.();
}
