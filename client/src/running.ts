import {
  type Disposable,
  type Diagnostic as EditorDiagnostic,
  EventEmitter,
  type LogOutputChannel,
  workspace,
} from "vscode";
import {
  type BaseLanguageClient,
  type Diagnostic,
  type LanguageClientOptions,
  State,
  type WorkspaceEdit,
} from "vscode-languageclient";
import { OFFERED_COMMANDS, offeredCommands } from "./offered-commands";
import { asPlaces } from "./outline";
import { serverSelector } from "./selector";
import type { ServerState, Status } from "./status";

/** Makes the client for the platform that the extension runs on. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The client while it lives; a restart makes a new one, for what it listens to is settled when it is made. */
export class Running {
  private client: BaseLanguageClient | undefined;
  private selected = "";
  /** Starting and stopping come one after the other, however fast they are asked for. */
  private turn: Promise<void> = Promise.resolve();
  private readonly started = new EventEmitter<void>();
  /** Who listens to what the server tells by itself. A client takes one listener for each kind of notice. */
  private readonly ears = new Map<string, EventEmitter<unknown>>();
  private readonly answers = new Map<string, (params: unknown) => Promise<unknown>>();

  /** A client is up, the first one or one after a restart, to which nothing was said yet. */
  readonly onDidStart = this.started.event;

  constructor(
    private readonly makeClient: MakeClient,
    private readonly output: LogOutputChannel,
    private readonly status: Status,
  ) {}

  start(): Promise<void> {
    return this.inTurn(() => this.open());
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.close());
  }

  restart(): Promise<void> {
    return this.inTurn(async () => {
      await this.close();
      await this.open();
    });
  }

  /** A folder of a new kind, such as one on a virtual file system, holds documents that were not listened to. */
  async selectAgain(): Promise<void> {
    if (JSON.stringify(serverSelector()) !== this.selected) await this.restart();
  }

  async request<T>(method: string, params: unknown): Promise<T | undefined> {
    await this.turn;
    return this.client?.isRunning() ? this.client.sendRequest<T>(method, params) : undefined;
  }

  /** Listens to what the server tells by itself, whichever client it tells it to. */
  hear<T>(method: string, listen: (params: T) => void): Disposable {
    let ear = this.ears.get(method);
    if (!ear) {
      ear = new EventEmitter<unknown>();
      this.ears.set(method, ear);
      if (this.client) pass(this.client, method, ear);
    }
    return ear.event((params) => listen(params as T));
  }

  /** Answers what the server asks, whichever server it is. To be called before the first one is started. */
  answer<P, R>(method: string, answer: (params: P) => Promise<R>): void {
    this.answers.set(method, (params) => answer(params as P));
  }

  /** Diagnostics that came in an answer, as the editor takes them. */
  async diagnostics(given: readonly Diagnostic[]): Promise<readonly EditorDiagnostic[]> {
    return this.client ? this.client.protocol2CodeConverter.asDiagnostics([...given]) : [];
  }

  /** Makes a change that came in an answer; false where the editor would not. */
  async apply(given: WorkspaceEdit): Promise<boolean> {
    const edit = await this.client?.protocol2CodeConverter.asWorkspaceEdit(given);
    return edit !== undefined && (await workspace.applyEdit(edit));
  }

  private inTurn(step: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(step).catch((error) => this.output.error(String(error)));
    return this.turn;
  }

  private async open(): Promise<void> {
    const selector = serverSelector();
    this.selected = JSON.stringify(selector);
    this.client = this.makeClient({
      documentSelector: selector,
      // The server's other end of this is readInitialization in server/src/lsp/config-requests.ts.
      initializationOptions: { readsFiles: true },
      outputChannel: this.output,
      // What a hover links to runs a command of ours, and no other.
      markdown: { isTrusted: { enabledCommands: OFFERED_COMMANDS } },
      // The client asks for diagnostics at every change only when it is told to.
      diagnosticPullOptions: { onChange: true, onTabs: true },
      middleware: asPlaces,
    });
    this.client.registerFeature(offeredCommands);
    this.client.onDidChangeState(({ newState }) => {
      this.status.server = SERVER_STATES[newState];
    });
    for (const [method, answer] of this.answers) this.client.onRequest(method, answer);
    for (const [method, ear] of this.ears) pass(this.client, method, ear);
    await this.client.start();
    this.started.fire();
  }

  private async close(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // A client that never came up can't be stopped, and that must not keep the next one from coming up.
      this.output.warn(String(error));
    }
  }
}

function pass(client: BaseLanguageClient, method: string, ear: EventEmitter<unknown>): void {
  client.onNotification(method, (params: unknown) => ear.fire(params));
}

const SERVER_STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: "starting",
  [State.StartFailed]: "stopped",
  [State.Running]: "running",
  [State.Stopped]: "stopped",
};
