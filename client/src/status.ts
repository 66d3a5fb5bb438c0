import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages, window } from "vscode";
import { documentSelector, isOurs } from "./selector";
import { STATUS_REQUEST, type StatusResult } from "./server-questions";
import { briefStatusWords, type FolderProgress, progressWords, statusWords } from "./status-words";

/** The name under which the server's diagnostics stand. */
export const SOURCE = "engagement-lint";

export type ServerState = "starting" | "running" | "stopped";

/** Asks the server, once there is one. */
export type Ask = <T>(method: string, params: unknown) => Promise<T | undefined>;

/** So long the diagnostics must have rested before the status is asked for: they come in bursts. */
const REST_MS = 100;

/** The item in the language status menu: the framework, what was found in the document in front, and what is going on. */
export class Status implements Disposable {
  private readonly item: LanguageStatusItem;
  private readonly listeners: Disposable[];
  private state: ServerState = "starting";
  private folder: FolderProgress | undefined;
  private result: StatusResult | undefined;
  private asking: ReturnType<typeof setTimeout> | undefined;
  /** The newest question's answer, shown. */
  private looking: Promise<void> = Promise.resolve();
  private ask: Ask | undefined;

  constructor() {
    this.item = languages.createLanguageStatusItem("engagementLint.status", documentSelector());
    this.item.name = "Engagement Lint";
    this.listeners = [
      window.onDidChangeActiveTextEditor(() => this.forget()),
      languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = window.activeTextEditor?.document.uri.toString();
        if (uris.some((uri) => uri.toString() === shown)) this.askSoon();
      }),
    ];
    this.show();
  }

  set server(state: ServerState) {
    this.state = state;
    this.forget();
  }

  set asks(ask: Ask) {
    this.ask = ask;
    this.askSoon();
  }

  /** How far the check of a folder has come; undefined when none is going on. */
  set checking(folder: FolderProgress | undefined) {
    this.folder = folder;
    this.show();
  }

  /** What the item says, for those who would rather hear it; asked anew. Nothing where no document is in front. */
  async words(): Promise<string | undefined> {
    await this.look();
    if (this.state === "running" && !this.folder && !this.result) return undefined;
    const { detail } = this.item;
    const text = this.text(statusWords);
    return detail ? `${text}. ${detail}` : text;
  }

  dispose(): void {
    clearTimeout(this.asking);
    for (const one of [this.item, ...this.listeners]) one.dispose();
  }

  /** What was known is of another document, or of another server. */
  private forget(): void {
    this.result = undefined;
    this.show();
    this.askSoon();
  }

  private askSoon(): void {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => void this.look(), REST_MS);
  }

  private look(): Promise<void> {
    const before = this.looking;
    // One after the other, so that the answer that is shown last is to the newest question.
    this.looking = before.then(() => this.askAndShow());
    return this.looking;
  }

  private async askAndShow(): Promise<void> {
    const document = window.activeTextEditor?.document;
    const ours = document !== undefined && isOurs(document) && this.state === "running";
    this.result = ours ? await this.answerFor(document.uri.toString()) : undefined;
    this.show();
  }

  /** A server that is going down answers nothing; its successor is asked again. */
  private async answerFor(uri: string): Promise<StatusResult | undefined> {
    try {
      return (await this.ask?.<StatusResult | null>(STATUS_REQUEST, { uri })) ?? undefined;
    } catch {
      return undefined;
    }
  }

  private show(): void {
    const { item, state } = this;
    item.selector = documentSelector();
    item.busy = state === "starting" || this.folder !== undefined;
    item.severity = state === "stopped" ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.text = this.text(briefStatusWords);
    item.detail = this.folder ? undefined : this.result?.notChecked;
    item.command = this.command();
  }

  private text(wordsFor: typeof statusWords): string {
    if (this.state === "starting") return l10n.t("Starting");
    if (this.state === "stopped") return l10n.t("Not running");
    if (this.folder) return progressWords(this.folder, l10n.t);
    return this.result ? wordsFor(this.result, l10n.t) : "Engagement Lint";
  }

  private command(): LanguageStatusItem["command"] {
    if (this.state === "stopped") return { title: l10n.t("Restart"), command: "engagementLint.restart" };
    if (this.folder) return { title: l10n.t("Stop"), command: "engagementLint.stopCheckingFolder" };
    return { title: l10n.t("Choose Framework"), command: "engagementLint.chooseFramework" };
  }
}
