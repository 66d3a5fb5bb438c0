import {
  type Diagnostic,
  type DiagnosticCollection,
  Disposable,
  languages,
  RelativePattern,
  type Tab,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from "vscode";
import { addressIn, shownDocument } from "./shown-document";

/** Checks a document again. */
type Again = (uri: Uri) => Promise<readonly Diagnostic[]>;

/**
 * What Check Folder found in documents that are not shown, until it is run again. While one is shown, the server tells of
 * it, and what stands here would be there twice; what changes or goes on the disk is looked at again.
 */
export class FolderResults implements Disposable {
  private readonly shown: DiagnosticCollection = languages.createDiagnosticCollection("engagement-lint-folder");
  private readonly checked = new Map<string, Uri>();
  private readonly listeners: Disposable;
  private watcher: Disposable | undefined;

  constructor(private readonly again: Again) {
    this.listeners = Disposable.from(
      workspace.onDidOpenTextDocument(({ uri }) => this.leaveToServer(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => void this.look(uri)),
      // A document comes and goes with its tab. The editor may hold it open for longer, and then says nothing of it.
      window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of addressesIn(opened)) this.leaveToServer(uri);
        for (const uri of addressesIn(closed)) void this.look(uri);
      }),
      // What is deleted in the editor itself is known at once; a watcher of the disk may be late, or not there.
      workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) this.forgetWithin(uri);
      }),
    );
  }

  /** Forgets what was found before, and follows what becomes of the documents of a folder. */
  begin(folder: Uri): void {
    this.clear();
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, "**/*"));
    watcher.onDidChange((uri) => void this.look(uri));
    watcher.onDidDelete((uri) => this.forget(uri));
    this.watcher = watcher;
  }

  set(uri: Uri, diagnostics: readonly Diagnostic[]): void {
    this.checked.set(uri.toString(), uri);
    if (!shownDocument(uri)) this.shown.set(uri, diagnostics);
  }

  /** A document that was open while its folder was checked is looked at when it is closed. */
  skip(uri: Uri): void {
    this.checked.set(uri.toString(), uri);
  }

  clear(): void {
    this.watcher?.dispose();
    this.shown.clear();
    this.checked.clear();
  }

  dispose(): void {
    this.clear();
    this.listeners.dispose();
    this.shown.dispose();
  }

  private leaveToServer(uri: Uri): void {
    if (shownDocument(uri)) this.shown.delete(uri);
  }

  private async look(uri: Uri): Promise<void> {
    if (!this.checked.has(uri.toString()) || shownDocument(uri)) return;
    const diagnostics = await this.again(uri);
    if (this.checked.has(uri.toString())) this.set(uri, diagnostics);
  }

  /** A folder takes what is in it along. */
  private forgetWithin(gone: Uri): void {
    const within = `${gone.toString()}/`;
    for (const [key, uri] of [...this.checked]) if (key === gone.toString() || key.startsWith(within)) this.forget(uri);
  }

  private forget(uri: Uri): void {
    this.checked.delete(uri.toString());
    this.shown.delete(uri);
  }
}

function addressesIn(tabs: readonly Tab[]): Uri[] {
  return tabs.map(({ input }) => addressIn(input)).filter((uri) => uri !== undefined);
}

export function openDocument(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === uri.toString());
}
