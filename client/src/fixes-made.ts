import {
  type Diagnostic,
  type DiagnosticChangeEvent,
  Disposable,
  languages,
  type TextDocumentChangeEvent,
  type Uri,
  workspace,
} from "vscode";
import { isOurs } from "./selector";
import { SOURCE } from "./status";

/** Watches for findings that go because somebody changed the very words that they were about. */
export class FixesMade implements Disposable {
  /** For each document, how often each rule spoke whose words were just written over. */
  private readonly touched = new Map<string, Map<string, number>>();
  private readonly listeners: Disposable;

  constructor(private readonly made: () => void) {
    this.listeners = Disposable.from(
      workspace.onDidChangeTextDocument((event) => this.written(event)),
      workspace.onDidCloseTextDocument(({ uri }) => this.touched.delete(uri.toString())),
      languages.onDidChangeDiagnostics((event) => this.judged(event)),
    );
  }

  dispose(): void {
    this.listeners.dispose();
  }

  private written({ document, contentChanges }: TextDocumentChangeEvent): void {
    if (!contentChanges.length || !isOurs(document)) return;
    const before = countsIn(document.uri);
    const counts = this.touched.get(document.uri.toString()) ?? new Map<string, number>();
    for (const finding of ours(document.uri)) {
      const hit = contentChanges.some(({ range }) => range.intersection(finding.range) !== undefined);
      const rule = ruleOf(finding);
      if (hit && !counts.has(rule)) counts.set(rule, before.get(rule) ?? 0);
    }
    if (counts.size) this.touched.set(document.uri.toString(), counts);
  }

  private judged({ uris }: DiagnosticChangeEvent): void {
    for (const uri of uris) {
      const counts = this.touched.get(uri.toString());
      if (!counts) continue;
      const now = countsIn(uri);
      const fewer = [...counts].some(([rule, count]) => (now.get(rule) ?? 0) < count);
      if (!fewer) continue;
      this.touched.delete(uri.toString());
      this.made();
    }
  }
}

function ours(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
}

function countsIn(uri: Uri): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of ours(uri)) counts.set(ruleOf(finding), (counts.get(ruleOf(finding)) ?? 0) + 1);
  return counts;
}

function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}
