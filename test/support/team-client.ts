import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type {
  ApplyWorkspaceEditParams,
  ClientCapabilities,
  Diagnostic,
  FileSystemWatcher,
  RegistrationParams,
  WorkspaceEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Client, clientOf, PULLING, PUSHED, SERVER } from "./client";
import { eventually } from "./eventually";

/** An editor with folders open, which asks for diagnostics, watches files and takes every kind of edit. */
export const IN_FOLDERS: ClientCapabilities = {
  ...PULLING,
  experimental: { commands: { commands: ["engagementLint.acceptWithReason"] } },
  workspace: {
    ...PULLING.workspace,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceFolders: true,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
  },
};

export const PUSHED_IN_FOLDERS: ClientCapabilities = {
  ...IN_FOLDERS,
  textDocument: { ...PUSHED.textDocument },
};

/** Paths of files, by the folder that they are in; each file of the team is a document that can be opened. */
export class Team {
  readonly watchers = new Map<string, readonly FileSystemWatcher[]>();
  readonly edits: WorkspaceEdit[] = [];

  constructor(
    readonly client: Client,
    readonly folder: string,
  ) {
    const { connection } = client;
    connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
      for (const { id, method, registerOptions } of registrations)
        if (method === "workspace/didChangeWatchedFiles") this.watchers.set(id, registerOptions.watchers);
      return null;
    });
    connection.onRequest("client/unregisterCapability", ({ unregisterations }) => {
      for (const { id } of unregisterations) this.watchers.delete(id);
      return null;
    });
    connection.onRequest("workspace/applyEdit", ({ edit }: ApplyWorkspaceEditParams) => {
      this.edits.push(edit);
      return { applied: true };
    });
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  /** Opens a file as it is on the disk, or with a text that was never saved. */
  open(path: string, text = readFileSync(join(this.folder, path), "utf8")): Promise<void> {
    return this.client.open(this.uri(path), text, languageOf(path));
  }

  /** Writes a file as another program would, and tells the server as an editor does that watches. */
  async write(path: string, text: string): Promise<void> {
    writeFileSync(join(this.folder, path), text);
    await this.touched(path);
  }

  /** Does something that changes how documents are judged, and waits until the server says so. */
  async changing(act: () => Promise<void>): Promise<void> {
    const { refreshes } = this.client;
    await act();
    await eventually(() => this.client.refreshes > refreshes);
  }

  touched(path: string, type = 2): Promise<void> {
    return this.client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: this.uri(path), type }] });
  }

  async diagnostics(path: string): Promise<readonly Diagnostic[]> {
    const report = await this.client.pull(this.uri(path));
    return report.kind === "full" ? report.items : [];
  }

  async codes(path: string): Promise<unknown[]> {
    return (await this.diagnostics(path)).map(({ code }) => code);
  }
}

function languageOf(path: string): string {
  if (/\.ya?ml$/.test(path)) return "yaml";
  return path.endsWith(".txt") ? "plaintext" : path.endsWith(".html") ? "html" : "markdown";
}

/** Starts the built server with these folders open, `.` being the one that holds all. */
export async function withTeam<T>(
  folder: string,
  roots: readonly string[],
  use: (team: Team) => Promise<T>,
  capabilities: ClientCapabilities = IN_FOLDERS,
): Promise<T> {
  const child = spawn(process.execPath, [SERVER, "--stdio"]);
  try {
    const team = new Team(clientOf(child), folder);
    const workspaceFolders = roots.map((root) => ({
      uri: pathToFileURL(join(folder, root)).href,
      name: basename(root),
    }));
    await team.client.initialize(capabilities, { workspaceFolders });
    return await use(team);
  } finally {
    child.kill("SIGKILL");
  }
}

/** The text of a document after an edit that came from the server; a new file begins empty. */
export function applied(edit: WorkspaceEdit, uri: string, text = ""): string {
  const lines = TextDocument.create(uri, "", 0, text);
  for (const change of edit.documentChanges ?? [])
    if ("edits" in change && change.textDocument.uri === uri)
      return TextDocument.applyEdits(
        lines,
        change.edits.filter((one) => "newText" in one),
      );
  throw new Error(`The edit doesn't touch ${uri}: ${JSON.stringify(edit)}`);
}
