import { type Connection, DiagnosticSeverity } from "vscode-languageserver";
import type { Problem } from "../config/problem";
import { comparable } from "../config/uri";
import type { Retell } from "../words/retell";
import { CONFIG_CODE } from "./config-documents";
import { SOURCE } from "./to-diagnostic";

/** An editor takes a place beyond a line's end for the end. */
const WHOLE_LINE = 10_000;

/**
 * Tells of what is amiss in configurations that are not open: nobody would ask for the diagnostics of those, and a
 * setting that has no effect must not go unseen. Open ones are told of as every document is.
 */
export class ConfigNews {
  private readonly told = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly retell: Retell,
  ) {}

  tell(problems: readonly Problem[], isOpen: (uri: string) => boolean): void {
    const files = new Map<string, Problem[]>();
    for (const problem of problems) {
      if (isOpen(problem.file)) continue;
      files.set(problem.file, [...(files.get(problem.file) ?? []), problem]);
    }
    for (const uri of this.told.keys()) if (!files.has(uri)) this.withdraw(uri);
    for (const [uri, those] of files) this.send(uri, those);
  }

  /** A document that is opened is told of by itself from now on. */
  opened(uri: string): void {
    const place = comparable(uri);
    for (const told of this.told.keys()) if (comparable(told) === place) this.withdraw(told);
  }

  private withdraw(uri: string): void {
    this.told.delete(uri);
    this.push(uri, []);
  }

  private send(uri: string, problems: readonly Problem[]): void {
    const words = JSON.stringify(problems);
    if (this.told.get(uri) === words) return;
    this.told.set(uri, words);
    this.push(uri, problems);
  }

  private push(uri: string, problems: readonly Problem[]): void {
    const diagnostics = problems.map(({ line, column, endColumn, message }) => ({
      range: {
        start: { line: line - 1, character: column - 1 },
        end: { line: line - 1, character: endColumn === undefined ? WHOLE_LINE : endColumn - 1 },
      },
      severity: DiagnosticSeverity.Error,
      source: SOURCE,
      code: CONFIG_CODE,
      message: this.retell(message),
    }));
    // A client that has gone can't be told; its going ends this process by another way.
    void this.connection.sendDiagnostics({ uri, diagnostics }).catch(() => {});
  }
}
