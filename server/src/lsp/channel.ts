import { type Connection, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientFeatures } from "./client-features";
import type { Report, Reports } from "./reports";

/** How diagnostics reach the client. There is only ever one channel, or everything would be shown twice. */
export interface Channel {
  changed(uri: string): void;
  closed(uri: string): void;
  /** A document came back that had been closed. */
  reopened(uri: string): void;
  /** Everything that was said may be otherwise now. */
  allChanged(uris: readonly string[]): void;
}

export function openChannel(connection: Connection, features: ClientFeatures, reports: Reports, open: Opened): Channel {
  return features.pullsDiagnostics
    ? pulled(connection, features, reports)
    : new Pushed(connection, features, reports, open);
}

type Opened = (uri: string) => TextDocument | undefined;

/** After so long a client has taken in an answer that was sent. */
const ARRIVED_MS = 250;

/** The client asks when it wants to know. */
function pulled(connection: Connection, features: ClientFeatures, reports: Reports): Channel {
  const answering = new Map<string, Promise<unknown>>();
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    const newest = reports.newest(uri);
    answering.set(uri, newest);
    const answer = report(await newest, previousResultId);
    if (answering.get(uri) === newest) answering.delete(uri);
    return answer;
  });
  const nothing = () => {};
  // A client that closes a document and opens it again while an answer is on its way may drop that answer and believe
  // that it has asked, so it is told to ask.
  const refresh = () => {
    if (features.refreshesDiagnostics) void connection.languages.diagnostics.refresh().catch(nothing);
  };
  // While an answer is on its way it would drop this too, so it is told once more when that has arrived.
  const reopened = (uri: string) => {
    refresh();
    const underWay = answering.get(uri);
    if (underWay) void underWay.catch(nothing).then(() => setTimeout(refresh, ARRIVED_MS));
  };
  return { changed: nothing, closed: nothing, reopened, allChanged: refresh };
}

function report(analysis: Report | undefined, previousResultId: string | undefined): DocumentDiagnosticReport {
  if (!analysis) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { resultId, diagnostics } = analysis;
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
}

/** The client is told, once for each version at which the text stood still. */
class Pushed implements Channel {
  private readonly waiting = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly features: ClientFeatures,
    private readonly reports: Reports,
    private readonly open: Opened,
  ) {}

  changed(uri: string): void {
    if (this.waiting.has(uri)) return;
    this.waiting.add(uri);
    void this.reports.newest(uri).then((analysis) => {
      this.waiting.delete(uri);
      if (!analysis || !this.open(uri)) return;
      const version = this.features.knowsVersions ? { version: analysis.version } : {};
      this.send({ uri, ...version, diagnostics: [...analysis.diagnostics] });
    });
  }

  closed(uri: string): void {
    this.send({ uri, diagnostics: [] });
  }

  /** It was told when the document was opened. */
  reopened(): void {}

  allChanged(uris: readonly string[]): void {
    for (const uri of uris) this.changed(uri);
  }

  private send(params: Parameters<Connection["sendDiagnostics"]>[0]): void {
    // A client that has gone can't be told; its going ends this process by another way.
    void this.connection.sendDiagnostics(params).catch(() => {});
  }
}
