import { commands, type ExtensionContext, type LogOutputChannel, window, workspace } from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, State } from "vscode-languageclient";
import { documentSelector, isOurs } from "./selector";
import { type ServerState, Status } from "./status";

/** Makes the client for the platform that the extension runs on. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The client's name in the settings too: `engagementLint.trace.server` is read under it. */
export const CLIENT_ID = "engagementLint";
export const CLIENT_NAME = "Engagement Lint";

/** Brings the extension up and gives back how to end it. */
export async function start(context: ExtensionContext, makeClient: MakeClient): Promise<() => Promise<void>> {
  const output = window.createOutputChannel(CLIENT_NAME, { log: true });
  const status = new Status();
  const running = new Running(makeClient, output, status);
  context.subscriptions.push(
    output,
    status,
    commands.registerCommand("engagementLint.restart", () => running.restart()),
    commands.registerCommand("engagementLint.checkDocument", () => checkDocument(running)),
    commands.registerCommand("engagementLint.showOutput", () => output.show()),
    workspace.onDidChangeWorkspaceFolders(() => running.selectAgain()),
  );
  await running.start();
  return () => running.stop();
}

/** The client while it lives; a restart makes a new one, for what it listens to is settled when it is made. */
class Running {
  private client: BaseLanguageClient | undefined;
  private selected = "";
  /** Starting and stopping come one after the other, however fast they are asked for. */
  private turn: Promise<void> = Promise.resolve();

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
    if (JSON.stringify(documentSelector()) !== this.selected) await this.restart();
  }

  async request<T>(method: string, params: unknown): Promise<T | undefined> {
    await this.turn;
    return this.client?.isRunning() ? this.client.sendRequest<T>(method, params) : undefined;
  }

  private inTurn(step: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(step).catch((error) => this.output.error(String(error)));
    return this.turn;
  }

  private async open(): Promise<void> {
    const selector = documentSelector();
    this.selected = JSON.stringify(selector);
    this.client = this.makeClient({
      documentSelector: selector,
      outputChannel: this.output,
      // The client asks for diagnostics at every change only when it is told to.
      diagnosticPullOptions: { onChange: true, onTabs: true },
    });
    this.client.onDidChangeState(({ newState }) => {
      this.status.server = SERVER_STATES[newState];
    });
    await this.client.start();
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

const SERVER_STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: "starting",
  [State.StartFailed]: "stopped",
  [State.Running]: "running",
  [State.Stopped]: "stopped",
};

/** Has the document in front checked even where the settings say that nothing is, and shows what was found. */
async function checkDocument(running: Running): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || !isOurs(document)) {
    await window.showInformationMessage("Open a Markdown, plain text or HTML document, then run this command again.");
    return;
  }
  const uri = document.uri.toString();
  const result = await running.request<{ findings: number } | null>("engagementLint/check", { uri });
  if (result) await commands.executeCommand("workbench.actions.view.problems");
}
