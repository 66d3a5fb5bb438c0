import {
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  window,
} from "vscode";
import { documentSelector } from "./selector";

/** The name under which the server's diagnostics stand. */
export const SOURCE = "engagement-lint";

export type ServerState = "starting" | "running" | "stopped";

/** The item in the language status menu: what was found in the document in front, and whether the server is there. */
export class Status implements Disposable {
  private readonly item: LanguageStatusItem;
  private readonly listeners: Disposable[];
  private state: ServerState = "starting";

  constructor() {
    this.item = languages.createLanguageStatusItem("engagementLint.status", documentSelector());
    this.item.name = "Engagement Lint";
    this.listeners = [
      window.onDidChangeActiveTextEditor(() => this.show()),
      languages.onDidChangeDiagnostics(() => this.show()),
    ];
    this.show();
  }

  set server(state: ServerState) {
    this.state = state;
    this.show();
  }

  dispose(): void {
    for (const one of [this.item, ...this.listeners]) one.dispose();
  }

  private show(): void {
    this.item.selector = documentSelector();
    this.item.busy = this.state === "starting";
    this.item.severity = this.state === "stopped" ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    this.item.text = this.text();
    this.item.detail = "Engagement Lint";
    this.item.command =
      this.state === "stopped"
        ? { title: "Restart", command: "engagementLint.restart" }
        : { title: "Show Problems", command: "workbench.actions.view.problems" };
  }

  private text(): string {
    if (this.state === "starting") return "Starting";
    if (this.state === "stopped") return "Not running";
    const document = window.activeTextEditor?.document;
    const ours = document ? languages.getDiagnostics(document.uri).filter(({ source }) => source === SOURCE) : [];
    return describeCounts(ours);
  }
}

const NAMES: readonly (readonly [DiagnosticSeverity, string, string])[] = [
  [DiagnosticSeverity.Error, "error", "errors"],
  [DiagnosticSeverity.Warning, "warning", "warnings"],
  [DiagnosticSeverity.Information, "note", "notes"],
  [DiagnosticSeverity.Hint, "hint", "hints"],
];

/** “2 warnings, 1 hint” */
function describeCounts(diagnostics: readonly Diagnostic[]): string {
  const parts = NAMES.flatMap(([severity, one, many]) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count ? [`${count} ${count === 1 ? one : many}`] : [];
  });
  return parts.length ? parts.join(", ") : "Nothing found";
}
