import { type Diagnostic, DiagnosticSeverity, type Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Problem } from "../config/problem";
import { comparable, folderOf, join } from "../config/uri";
import type { ConfigBook } from "./config-book";
import { isConfigName } from "./config-watch";
import { SOURCE } from "./to-diagnostic";

/** The code under which a diagnostic of a configuration stands, for whoever wants to filter them. */
export const CONFIG_CODE = "configuration";

/** Configurations and rule files as documents that someone is writing. */
export class ConfigDocuments {
  constructor(private readonly configs: ConfigBook) {}

  /** What is amiss in a configuration or a rule file; undefined for any other document. */
  async diagnosticsOf(lines: TextDocument): Promise<Diagnostic[] | undefined> {
    if (!(await this.isOurs(lines.uri))) return undefined;
    // A configuration is judged by what it does to a document beside it, whether or not there is one.
    const { resolution } = await this.configs.of(neighbourOf(lines.uri), "");
    const place = comparable(lines.uri);
    const problems = [...resolution.problems, ...(await this.configs.problems())];
    return toDiagnostics(
      problems.filter(({ file }) => comparable(file) === place),
      lines,
    );
  }

  forget(uri: string): void {
    this.configs.forget(neighbourOf(uri));
  }

  async isOurs(uri: string): Promise<boolean> {
    return isConfigName(uri) || (await this.configs.restsOn(uri));
  }
}

function neighbourOf(uri: string): string {
  return join(folderOf(uri), "document.md");
}

export function toDiagnostics(problems: readonly Problem[], lines: TextDocument): Diagnostic[] {
  const once = new Map(problems.map((problem) => [`${problem.line}:${problem.column} ${problem.message}`, problem]));
  return [...once.values()].map((problem) => ({
    range: rangeOf(problem, lines),
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    code: CONFIG_CODE,
    message: problem.message,
  }));
}

/** To the end of the line where a problem doesn't say how far it goes. */
export function rangeOf({ line, column, endColumn }: Problem, lines: TextDocument): Range {
  const start = { line: line - 1, character: column - 1 };
  if (endColumn !== undefined) return { start, end: { line: line - 1, character: endColumn - 1 } };
  const rest = lines.getText({ start, end: { line, character: 0 } }).trimEnd();
  return { start, end: { line: start.line, character: start.character + rest.length } };
}
