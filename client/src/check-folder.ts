import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  type Diagnostic,
  Disposable,
  l10n,
  languages,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from "vscode";
import { findDocuments } from "./find-documents";
import { FolderResults } from "./folder-results";
import type { Ground } from "./ground";
import { readDocument } from "./read-document";
import { CHECK_TEXT_REQUEST, type CheckTextResult } from "./server-questions";
import { shownDocument } from "./shown-document";
import { SOURCE } from "./status";

/** What came of checking a folder. */
export interface FolderReport {
  readonly of: number;
  checked: number;
  findings: number;
  readonly notChecked: { readonly uri: Uri; readonly why: string }[];
  stopped: boolean;
}

type Checked = { readonly diagnostics: readonly Diagnostic[] } | { readonly why: string };

export function checkFolderCommands(ground: Ground): Disposable {
  const checker = new FolderChecker(ground);
  return Disposable.from(
    checker,
    commands.registerCommand("engagementLint.checkFolder", (uri?: unknown) =>
      checker.run(uri instanceof Uri ? uri : undefined),
    ),
    commands.registerCommand("engagementLint.stopCheckingFolder", () => checker.stop()),
  );
}

/** The key under which the command palette knows that there is something to stop. */
const GOING_ON = "engagementLint.checkingFolder";

/**
 * Checks the documents of a folder one after the other, each in a request of its own: whatever is typed meanwhile is
 * answered between two of them, and a folder on a virtual file system is read like any other.
 */
class FolderChecker implements Disposable {
  private readonly results: FolderResults;
  private going: CancellationTokenSource | undefined;

  constructor(private readonly ground: Ground) {
    this.results = new FolderResults(async (uri) => {
      const checked = await this.check(uri);
      return "diagnostics" in checked ? checked.diagnostics : [];
    });
  }

  stop(): void {
    this.going?.cancel();
  }

  dispose(): void {
    this.stop();
    this.results.dispose();
  }

  async run(named: Uri | undefined): Promise<FolderReport | undefined> {
    const folder = named ?? (await askForFolder());
    if (!folder) return undefined;
    this.stop();
    const going = new CancellationTokenSource();
    this.going = going;
    await commands.executeCommand("setContext", GOING_ON, true);
    try {
      const report = await this.withProgress(folder, going);
      this.tell(folder, report);
      return report;
    } finally {
      if (this.going === going) await this.ended();
      going.dispose();
    }
  }

  private async ended(): Promise<void> {
    this.going = undefined;
    this.ground.status.checking = undefined;
    await commands.executeCommand("setContext", GOING_ON, false);
  }

  private withProgress(folder: Uri, going: CancellationTokenSource): Thenable<FolderReport> {
    const title = l10n.t("Checking {0}", nameOf(folder));
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    return window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(() => going.cancel());
      return this.checkAll(folder, going.token, (report) => {
        const done = report.checked + report.notChecked.length;
        progress.report({ message: l10n.t("{0} of {1}", done, report.of), increment: 100 / report.of });
        this.ground.status.checking = { name: nameOf(folder), done, of: report.of };
      });
    });
  }

  private async checkAll(
    folder: Uri,
    token: CancellationToken,
    done: (report: FolderReport) => void,
  ): Promise<FolderReport> {
    this.results.begin(folder);
    const uris = await findDocuments(folder, token);
    const report: FolderReport = { of: uris.length, checked: 0, findings: 0, notChecked: [], stopped: false };
    for (const uri of uris) {
      if (token.isCancellationRequested) break;
      const checked = await this.check(uri);
      // A run that was begun meanwhile has the results to itself.
      if (token.isCancellationRequested) break;
      this.note(uri, checked, report);
      done(report);
    }
    report.stopped = token.isCancellationRequested;
    return report;
  }

  private note(uri: Uri, checked: Checked, report: FolderReport): void {
    if ("why" in checked) {
      report.notChecked.push({ uri, why: checked.why });
      return;
    }
    report.checked += 1;
    report.findings += checked.diagnostics.length;
    if (shownDocument(uri)) this.results.skip(uri);
    else this.results.set(uri, checked.diagnostics);
  }

  /** What is open was checked as it stands there, and is told of already. */
  private async check(uri: Uri): Promise<Checked> {
    if (shownDocument(uri))
      return { diagnostics: languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE) };
    const document = await readDocument(uri);
    if ("notRead" in document) return { why: document.notRead };
    const params = { uri: uri.toString(), ...document };
    const result = await this.ground.running.request<CheckTextResult>(CHECK_TEXT_REQUEST, params);
    if (!result) return { why: l10n.t("Engagement Lint isn't running.") };
    if (result.notChecked !== undefined) return { why: result.notChecked };
    return { diagnostics: await this.ground.running.diagnostics(result.diagnostics) };
  }

  /** Says in a sentence or two what came of it. What was not checked is listed with the reasons in the output. */
  private tell(folder: Uri, report: FolderReport): void {
    const { output } = this.ground;
    const { notChecked } = report;
    for (const { uri, why } of notChecked)
      output.info(`${workspace.asRelativePath(uri)}: ${l10n.t("not checked.")} ${why}`);
    const [problems, reasons] = [l10n.t("Show Problems"), l10n.t("Show What Was Not Checked")];
    const buttons = [...(report.findings ? [problems] : []), ...(notChecked.length ? [reasons] : [])];
    void window.showInformationMessage(inWords(folder, report), ...buttons).then((answer) => {
      if (answer === problems) void commands.executeCommand("workbench.actions.view.problems");
      if (answer === reasons) output.show();
    });
  }
}

async function askForFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length > 1) return (await window.showWorkspaceFolderPick())?.uri;
  if (!folders[0]) await window.showInformationMessage(l10n.t("Open a folder first, then run this command again."));
  return folders[0]?.uri;
}

function inWords(folder: Uri, { of, checked, findings, notChecked, stopped }: FolderReport): string {
  const name = nameOf(folder);
  if (of === 0) return l10n.t("There is no document to check in {0}.", name);
  // With the numbers behind what they count, one is told of as well as many, in any language.
  const found = l10n.t("Documents checked in {0}: {1} of {2}. Findings: {3}.", name, checked, of, findings);
  const why = notChecked.length ? ` ${l10n.t("Not checked: {0}.", notChecked.length)}` : "";
  return stopped ? `${l10n.t("The check was stopped.")} ${found}${why}` : `${found}${why}`;
}

function nameOf(folder: Uri): string {
  return folder.path.replace(/\/$/, "").replace(/^.*\//, "") || folder.toString();
}
