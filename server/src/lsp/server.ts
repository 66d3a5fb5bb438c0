import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { Files } from "../config/world";
import type { Say } from "../words/say";
import { answerAuthor } from "./answer-author";
import { CHECK_REQUEST, type CheckParams, type CheckResult } from "./check-request";
import { type ClientFeatures, featuresOf } from "./client-features";
import { ACTION_KINDS, codeActions, resolveAction } from "./code-actions";
import { completions, resolveCompletion } from "./completion";
import { answerConfiguration, followConfiguration, startConfiguration } from "./config-desk";
import { type Desk, newest, openDesk } from "./desk";
import { hover, LEXICON } from "./hover";
import type { Linter } from "./linter";
import { OpenDocuments } from "./open-documents";
import { answerPlans, planCapabilities } from "./plan-request";
import { answerReaders } from "./reader-answers";
import { SOURCE } from "./to-diagnostic";

declare const __VERSION__: string;

/** What a server stands on besides its client. */
export interface Around {
  /** The disk, where there is one. */
  readonly disk?: Files;
  readonly afterShutdown?: () => void;
}

/** Answers one client over a connection of whatever kind, until it goes. */
export function serve(connection: Connection, linter: Linter, { disk, afterShutdown = () => {} }: Around = {}): void {
  const documents = new OpenDocuments(connection);
  connection.onInitialize((params) => {
    const features = featuresOf(params.capabilities);
    const desk = openDesk(connection, linter, documents, features, params, disk);
    followDocuments(desk);
    followSettings(desk);
    followConfiguration(desk);
    answerQuestions(desk);
    return {
      capabilities: capabilitiesFor(features, desk.say),
      serverInfo: { name: "Engagement Lint", version: __VERSION__ },
    };
  });
  connection.onShutdown(afterShutdown);
  connection.listen();
}

function capabilitiesFor(features: ClientFeatures, say: Say): InitializeResult["capabilities"] {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    ...planCapabilities(say),
    completionProvider: { resolveProvider: true },
    ...(features.foldersChange
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
    ...(features.codeActions
      ? { codeActionProvider: { codeActionKinds: ACTION_KINDS, resolveProvider: features.resolvesEdits } }
      : {}),
    ...(features.pullsDiagnostics
      ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
  };
}

function followDocuments({
  documents,
  analyst,
  settings,
  channel,
  reports,
  asked,
  configuration,
  planNews,
}: Desk): void {
  documents.onReopened = (uri) => channel.reopened(uri);
  documents.onSaved = (uri) => {
    reports.saved(uri);
    configuration.saved(uri);
  };
  documents.onChanged = (uri) => {
    reports.changed(uri);
    channel.changed(uri);
    configuration.textChanged(uri);
  };
  documents.onClosed = (uri) => {
    reports.closed(uri);
    analyst.forget(uri);
    planNews.forget(uri);
    configuration.closed(uri);
    settings.forget(uri);
    asked.delete(uri);
    channel.closed(uri);
  };
}

function followSettings(desk: Desk): void {
  const { connection, features, settings, analyst, channel, documents } = desk;
  connection.onInitialized(() => {
    startConfiguration(desk);
    if (!features.configurationChanges) return;
    void connection.client.register(DidChangeConfigurationNotification.type, { section: "engagementLint" });
  });
  connection.onDidChangeConfiguration((change) => {
    settings.changed(change.settings);
    desk.planNews.refreshCodeLenses();
    analyst.reconsider(documents.uris());
    channel.allChanged(documents.uris());
  });
}

function answerQuestions(desk: Desk): void {
  const { connection, features, configuration } = desk;
  connection.onCodeAction((asked) => codeActions(desk, asked));
  if (features.resolvesEdits) connection.onCodeActionResolve((action) => resolveAction(desk, action));
  connection.onHover(async ({ textDocument, position }) => {
    const now = await newest(desk, textDocument.uri);
    if (now && !now.analysis.basis) return configuration.configDocuments.hoverAt(now.lines, position);
    return now ? hover(position, now.analysis, now.lines, features, LEXICON, desk.say) : null;
  });
  answerReaders(desk);
  answerConfiguration(desk);
  answerPlans(desk);
  answerAuthor(desk);
  connection.onCompletion(async ({ textDocument, position }) => {
    const now = await newest(desk, textDocument.uri);
    const keys = now && (await configuration.configDocuments.completionsAt(now.lines, position));
    if (keys) return keys;
    return now
      ? completions(position, now.analysis, now.lines, { snippets: features.completionSnippets }, desk.say)
      : null;
  });
  connection.onCompletionResolve(resolveCompletion);
  connection.onRequest(CHECK_REQUEST, ({ uri }: CheckParams) => check(desk, uri));
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
