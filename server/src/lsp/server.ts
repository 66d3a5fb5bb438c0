import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, Analyst } from "./analyst";
import { type Channel, openChannel } from "./channel";
import { CHECK_REQUEST, type CheckParams, type CheckResult } from "./check-request";
import { type ClientFeatures, featuresOf } from "./client-features";
import { codeActions } from "./code-actions";
import { hover } from "./hover";
import type { Linter } from "./linter";
import { OpenDocuments } from "./open-documents";
import { SettingsBook } from "./settings";
import { SOURCE } from "./to-diagnostic";

declare const __VERSION__: string;

/** Answers one client over a connection of whatever kind, until it goes. */
export function serve(connection: Connection, linter: Linter, afterShutdown: () => void = () => {}): void {
  const documents = new OpenDocuments(connection);
  connection.onInitialize((params) => {
    const features = featuresOf(params.capabilities);
    const desk = openDesk(connection, linter, documents, features, params);
    followDocuments(desk);
    followSettings(desk);
    answerQuestions(desk);
    return { capabilities: capabilitiesFor(features), serverInfo: { name: "Engagement Lint", version: __VERSION__ } };
  });
  connection.onShutdown(afterShutdown);
  connection.listen();
}

function capabilitiesFor(features: ClientFeatures): InitializeResult["capabilities"] {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    ...(features.codeActions ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } } : {}),
    ...(features.pullsDiagnostics
      ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
  };
}

/** Everything that is at hand while one client is served. */
interface Desk {
  readonly connection: Connection;
  readonly linter: Linter;
  readonly documents: OpenDocuments;
  readonly features: ClientFeatures;
  readonly settings: SettingsBook;
  readonly analyst: Analyst;
  readonly channel: Channel;
  /** Documents that someone asked to have checked, whatever the settings say. */
  readonly asked: Set<string>;
}

function openDesk(
  connection: Connection,
  linter: Linter,
  documents: OpenDocuments,
  features: ClientFeatures,
  params: InitializeParams,
): Desk {
  const settings = new SettingsBook(connection, features, params.initializationOptions);
  const asked = new Set<string>();
  const open = (uri: string) => documents.get(uri);
  const analyst = new Analyst({
    linter,
    relatedInformation: features.relatedInformation,
    open,
    wanted: async (uri) => asked.has(uri) || (await settings.of(uri)).check !== "off",
    failed: (uri, error) => connection.console.error(failure(uri, error)),
    trace: (message) => connection.tracer.log(message),
  });
  const channel = openChannel(connection, features, analyst, open);
  return { connection, linter, documents, features, settings, analyst, channel, asked };
}

function failure(uri: string, error: unknown): string {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${uri} could not be checked; other documents are not affected. ${details}`;
}

function followDocuments({ documents, analyst, settings, channel, asked }: Desk): void {
  documents.onChanged = (uri) => channel.changed(uri);
  documents.onClosed = (uri) => {
    analyst.forget(uri);
    settings.forget(uri);
    asked.delete(uri);
    channel.closed(uri);
  };
}

function followSettings({ connection, features, settings, analyst, channel, documents }: Desk): void {
  connection.onInitialized(() => {
    if (!features.configurationChanges) return;
    void connection.client.register(DidChangeConfigurationNotification.type, { section: "engagementLint" });
  });
  connection.onDidChangeConfiguration((change) => {
    settings.changed(change.settings);
    analyst.reconsider();
    channel.allChanged(documents.uris());
  });
}

function answerQuestions(desk: Desk): void {
  const { connection, linter, features } = desk;
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const now = await newest(desk, textDocument.uri);
    return now ? codeActions({ range, only: context.only }, now.analysis, now.lines, features) : [];
  });
  connection.onHover(async ({ textDocument, position }) => {
    const now = await newest(desk, textDocument.uri);
    const words = { markdown: features.markdownHover, titleOf: linter.titleOf };
    return now ? hover(position, now.analysis, now.lines, words) : null;
  });
  connection.onRequest(CHECK_REQUEST, ({ uri }: CheckParams) => check(desk, uri));
}

/** The newest analysis of a document together with the very text that it is of. */
async function newest(desk: Desk, uri: string): Promise<{ analysis: Analysis; lines: TextDocument } | undefined> {
  const analysis = await desk.analyst.newest(uri);
  const lines = desk.documents.get(uri);
  return analysis && lines?.version === analysis.version ? { analysis, lines } : undefined;
}

async function check({ documents, asked, analyst, channel }: Desk, uri: string): Promise<CheckResult | null> {
  if (!documents.get(uri)) return null;
  asked.add(uri);
  // Someone who asks wants the document read anew, from its first word.
  analyst.forget(uri);
  const analysis = await analyst.newest(uri);
  channel.allChanged([uri]);
  return analysis ? { findings: analysis.findings.length } : null;
}
