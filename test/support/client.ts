import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { resolve } from "node:path";
import { PassThrough } from "node:stream";
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver";
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { Linter } from "../../server/src/lsp/linter";
import { serve } from "../../server/src/lsp/server";
import { eventually } from "./eventually";

export const SERVER = resolve("dist/server.js");

/** A client that takes what is pushed to it. */
export const PUSHED: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    hover: { contentFormat: ["markdown", "plaintext"] },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** A client that asks for diagnostics itself. */
export const PULLING: ClientCapabilities = {
  ...PUSHED,
  textDocument: { ...PUSHED.textDocument, diagnostic: {} },
  workspace: { ...PUSHED.workspace, diagnostics: { refreshSupport: true } },
};

/** An editor, as the server sees it: it sends what it is told to and remembers everything that it hears. */
export class Client {
  readonly pushes: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  /** The settings under `engagementLint`, for a server that asks for them. */
  settings: unknown = {};
  refreshes = 0;
  initialized: InitializeResult | undefined;

  constructor(
    readonly connection: ProtocolConnection,
    readonly process?: ChildProcessWithoutNullStreams,
  ) {
    connection.onNotification("textDocument/publishDiagnostics", (push: PublishDiagnosticsParams) => {
      this.pushes.push(push);
    });
    connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      this.log.push(message);
    });
    connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes += 1;
      return null;
    });
    connection.onRequest("client/registerCapability", () => null);
    connection.listen();
  }

  async initialize(capabilities: ClientCapabilities, more: object = {}): Promise<this> {
    const params = { processId: null, rootUri: null, capabilities, ...more };
    this.initialized = await this.connection.sendRequest<InitializeResult>("initialize", params);
    await this.notify("initialized", {});
    return this;
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, languageId = "markdown"): Promise<void> {
    return this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }

  edit(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  /** What was pushed for a version of a document, as soon as it is. */
  pushed(uri: string, version: number): Promise<readonly Diagnostic[]> {
    return eventually(() => this.pushes.find((push) => push.uri === uri && push.version === version)?.diagnostics);
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
  }

  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], ...(only ? { only } : {}) };
    return this.connection.sendRequest("textDocument/codeAction", { textDocument: { uri }, range, context });
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: { line, character } });
  }
}

/** Starts the built server as an editor does and gives `use` a client of it; the process is ended whatever happens. */
export async function withServer<T>(
  capabilities: ClientCapabilities,
  use: (client: Client) => Promise<T>,
  command: readonly string[] = [SERVER, "--stdio"],
  more: object = {},
): Promise<T> {
  const child = spawn(process.execPath, command);
  try {
    return await use(await clientOf(child).initialize(capabilities, more));
  } finally {
    child.kill("SIGKILL");
  }
}

export function clientOf(child: ChildProcessWithoutNullStreams): Client {
  const reader = new StreamMessageReader(child.stdout);
  return new Client(createProtocolConnection(reader, new StreamMessageWriter(child.stdin)), child);
}

/** Serves a client in this very process, with another engine in place of ours. */
export async function withLinter<T>(
  linter: Linter,
  capabilities: ClientCapabilities,
  use: (client: Client) => Promise<T>,
): Promise<T> {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back));
  serve(server, linter);
  const client = new Client(createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there)));
  try {
    return await use(await client.initialize(capabilities));
  } finally {
    client.connection.dispose();
    server.dispose();
  }
}

/** The exit code of a process, once it has gone; null when a signal ended it. */
export function exitOf(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => child.once("exit", done));
}
