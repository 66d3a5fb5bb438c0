import type { Connection, InitializeParams } from "vscode-languageserver";
import { explanationOf } from "../config/explain";
import type { Files } from "../config/world";
import type { Retell } from "../words/retell";
import type { Say } from "../words/say";
import type { ClientFeatures } from "./client-features";
import { accept } from "./config-accept";
import { ConfigBook } from "./config-book";
import { ConfigDocuments } from "./config-documents";
import { bySchemes, clientFiles, NO_FILES } from "./config-files";
import { ConfigNews } from "./config-news";
import {
  ACCEPT_REQUEST,
  type AcceptParams,
  EXPLAIN_REQUEST,
  type ExplainParams,
  type ExplainResult,
  readInitialization,
} from "./config-requests";
import { ConfigWatch, isConfigName } from "./config-watch";
import type { Desk } from "./desk";
import { languageOf } from "./linter";
import type { OpenDocuments } from "./open-documents";
import { OpenFiles } from "./open-files";

/** So long the files must have stood still before they are read anew: one act of a person may touch many. */
const PAUSE_MS = 100;
/** Whoever never pauses is answered all the same, after so many pauses. */
const MOST_PAUSES = 20;

/** How the reader's language is spoken: what we say ourselves, and what other layers have said. */
interface Words {
  readonly say: Say;
  readonly retell: Retell;
}

export function openConfiguration(
  connection: Connection,
  features: ClientFeatures,
  params: InitializeParams,
  documents: OpenDocuments,
  disk: Files | undefined,
  { say, retell }: Words,
): Configuration {
  const { readsFiles } = readInitialization(params.initializationOptions);
  const others = readsFiles ? clientFiles(connection) : NO_FILES;
  const files = new OpenFiles((uri) => documents.textAt(uri), bySchemes(disk, others));
  const configs = new ConfigBook(files);
  const folders = params.workspaceFolders?.map(({ uri }) => uri);
  configs.roots = folders ?? (params.rootUri ? [params.rootUri] : []);
  return new Configuration(
    configs,
    documents,
    files,
    new ConfigWatch(connection, features, say),
    new ConfigNews(connection, retell),
    retell,
  );
}

/** The teams' configurations while documents are open: finds them, and notices when they change. */
export class Configuration {
  readonly configDocuments: ConfigDocuments;
  /** These documents are judged otherwise now, or are told of otherwise. */
  onChanged: (uris: readonly string[]) => void = () => {};
  private pending: Promise<void> | undefined;
  private touched = 0;
  /** Whether any change that is waiting matters to what is open. */
  private mattering = Promise.resolve(false);
  private following = false;

  constructor(
    readonly configs: ConfigBook,
    private readonly documents: OpenDocuments,
    private readonly files: OpenFiles,
    readonly watch: ConfigWatch,
    private readonly news: ConfigNews,
    retell: Retell,
  ) {
    this.configDocuments = new ConfigDocuments(configs, retell);
    configs.onFound = () => this.follow();
  }

  /** Answered once no change is waiting to be taken in, so that nobody is given an answer of yesterday. */
  async settled(): Promise<void> {
    while (this.pending) await this.pending;
  }

  opened(uri: string): void {
    this.news.opened(uri);
  }

  /** An open document has another text. */
  textChanged(uri: string): void {
    const language = this.documents.get(uri)?.languageId ?? "";
    if (!languageOf(language)) this.filesChanged([uri]);
  }

  saved(uri: string): void {
    this.files.saved(uri);
  }

  /** A document was closed, and what is on the disk counts again. */
  closed(uri: string): void {
    this.files.closed(uri);
    this.configs.forget(uri);
    this.configDocuments.forget(uri);
    this.filesChanged([uri]);
  }

  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    this.configs.roots = [...this.configs.roots.filter((root) => !removed.includes(root)), ...added];
    this.takeIn(Promise.resolve(true));
  }

  filesChanged(uris: readonly string[]): void {
    if (uris.some(isConfigName)) this.takeIn(Promise.resolve(true));
    else this.takeIn(Promise.all(uris.map((uri) => this.configs.restsOn(uri))).then((rest) => rest.includes(true)));
  }

  private takeIn(matters: Promise<boolean>): void {
    this.touched += 1;
    this.mattering = Promise.all([this.mattering, matters]).then((all) => all.includes(true));
    this.pending ??= this.work().finally(() => {
      this.pending = undefined;
    });
  }

  /** Goes on for as long as changes come in while it works. */
  private async work(): Promise<void> {
    let taken: number;
    do {
      taken = this.touched;
      if (!(await this.mattering)) continue;
      await this.standStill();
      taken = this.touched;
      this.mattering = Promise.resolve(false);
      await this.readAnew();
    } while (taken !== this.touched);
  }

  private async standStill(): Promise<void> {
    for (let pause = 0; pause < MOST_PAUSES; pause++) {
      const { touched } = this;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      if (touched === this.touched) return;
    }
  }

  private async readAnew(): Promise<void> {
    const before = JSON.stringify(await this.configs.problems());
    const changed = await this.configs.readAnew();
    const amiss = JSON.stringify(await this.configs.problems()) !== before;
    const open = this.documents.uris();
    const uris = open.filter((uri) => changed.includes(uri) || (amiss && this.isForeign(uri)));
    this.follow();
    if (uris.length) this.onChanged(uris);
  }

  private isForeign(uri: string): boolean {
    return !languageOf(this.documents.get(uri)?.languageId ?? "");
  }

  /** Watches what documents have come to rest on, and tells of what is amiss there; once for many documents. */
  private follow(): void {
    if (this.following) return;
    this.following = true;
    setTimeout(() => {
      this.following = false;
      void this.configs.watched().then((places) => this.watch.follow(places));
      const isOpen = (uri: string) => this.documents.textAt(uri) !== undefined;
      void this.configs.problems().then((problems) => this.news.tell(problems, isOpen));
    }, 0);
  }
}

export function followConfiguration({ connection, configuration, analyst, channel, documents }: Desk): void {
  documents.onOpened = (uri) => configuration.opened(uri);
  configuration.onChanged = (uris) => {
    analyst.reconsider(uris);
    channel.allChanged(uris);
  };
  connection.onDidChangeWatchedFiles(({ changes }) => configuration.filesChanged(changes.map(({ uri }) => uri)));
}

export function answerConfiguration(desk: Desk): void {
  const { connection, documents, configuration } = desk;
  connection.onRequest(ACCEPT_REQUEST, (params: AcceptParams) => accept(desk, params));
  connection.onRequest(EXPLAIN_REQUEST, async ({ uri }: ExplainParams): Promise<ExplainResult> => {
    await configuration.settled();
    const lines = documents.get(uri);
    if (!lines) return null;
    return { text: explanationOf({ uri, ...(await configuration.configs.of(uri, lines.getText())) }, desk.retell) };
  });
}

/** Once the client is ready, it may be asked to watch and to tell. */
export function startConfiguration({ connection, features, configuration }: Desk): void {
  configuration.watch.start();
  if (!features.foldersChange) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
    configuration.foldersChanged(
      added.map(({ uri }) => uri),
      removed.map(({ uri }) => uri),
    ),
  );
}
