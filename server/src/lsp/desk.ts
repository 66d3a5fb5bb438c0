import type { Connection, InitializeParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Files } from "../config/world";
import { type Retell, retellIn } from "../words/retell";
import { type Say, sayIn } from "../words/say";
import { type Analysis, Analyst } from "./analyst";
import { type Channel, openChannel } from "./channel";
import type { ClientFeatures } from "./client-features";
import { type Configuration, openConfiguration } from "./config-desk";
import { errandFor } from "./config-errand";
import type { Linter } from "./linter";
import type { OpenDocuments } from "./open-documents";
import { PlanNews } from "./plan-news";
import { CLOCK, Reports } from "./reports";
import { SettingsBook } from "./settings";
import { AT_ONCE } from "./timing";

/** Everything that is at hand while one client is served. */
export interface Desk {
  readonly connection: Connection;
  /** The words of the interface in the language of whoever writes. */
  readonly say: Say;
  /** The same for sentences that were finished by who knows nothing of languages. */
  readonly retell: Retell;
  readonly linter: Linter;
  readonly documents: OpenDocuments;
  readonly features: ClientFeatures;
  readonly settings: SettingsBook;
  readonly analyst: Analyst;
  readonly channel: Channel;
  readonly reports: Reports;
  readonly planNews: PlanNews;
  readonly configuration: Configuration;
  /** Documents that someone asked to have checked, whatever the settings say. */
  readonly asked: Set<string>;
}

export function openDesk(
  connection: Connection,
  linter: Linter,
  documents: OpenDocuments,
  features: ClientFeatures,
  params: InitializeParams,
  disk: Files | undefined,
): Desk {
  const say = sayIn(params.locale);
  const settings = new SettingsBook(connection, features, params.initializationOptions, say);
  const retell = retellIn(params.locale);
  const asked = new Set<string>();
  const planNews = new PlanNews(connection, features);
  const configuration = openConfiguration(connection, features, params, documents, disk, { say, retell });
  const open = (uri: string) => documents.get(uri);
  const analyst = new Analyst({
    linter,
    say,
    relatedInformation: features.relatedInformation,
    open,
    errandFor: (lines) => errandFor(lines, { asked, settings, configuration, retell }),
    failed: (uri, error) => connection.console.error(failure(uri, error, say)),
    analysed: (uri, version) => planNews.tell(uri, version),
    trace: (message) => connection.tracer.log(message),
  });
  // A client that can't be told to ask again would never hear of what was held back.
  const reminds = !features.pullsDiagnostics || features.refreshesDiagnostics;
  const reports = new Reports({
    newest: (uri) => analyst.newest(uri),
    open,
    timingOf: async (uri) => (reminds ? (await settings.of(uri)).timing : AT_ONCE),
    due: (uri) => channel.allChanged([uri]),
    clock: CLOCK,
  });
  const channel = openChannel(connection, features, reports, open);
  return {
    connection,
    say,
    retell,
    linter,
    documents,
    features,
    settings,
    analyst,
    channel,
    reports,
    planNews,
    configuration,
    asked,
  };
}

/** For the output. */
export function failure(uri: string, error: unknown, say: Say): string {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return say("{0} could not be checked; other documents are not affected. {1}", uri, details);
}

/** The newest analysis of a document together with the very text that it is of. */
export async function newest(
  desk: Desk,
  uri: string,
): Promise<{ analysis: Analysis; lines: TextDocument } | undefined> {
  const analysis = await desk.analyst.newest(uri);
  const lines = desk.documents.get(uri);
  return analysis && lines?.version === analysis.version ? { analysis, lines } : undefined;
}
