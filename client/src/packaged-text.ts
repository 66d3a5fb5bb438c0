import { type ExtensionContext, Uri, workspace } from "vscode";

/** A text that comes with the extension, read in the one way that works on a disk, on a server and in a browser. */
export async function packagedText({ extensionUri }: ExtensionContext, path: string): Promise<string> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, path));
  return new TextDecoder().decode(bytes).replace(/\r\n/g, "\n");
}

/** Opens a text as a new Markdown document that was never saved: nothing on the disk is touched. */
export async function openUntitled(content: string) {
  return await workspace.openTextDocument({ language: "markdown", content });
}
