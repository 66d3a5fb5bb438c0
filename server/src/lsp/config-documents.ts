import {
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Hover,
  MarkupKind,
  type Position,
  type Range,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { complete, explainWord, type TeamFile, teamFileOf } from "../config/assist";
import { type Vocabularies, vocabulariesOf } from "../config/keys";
import type { Problem } from "../config/problem";
import type { Resolution } from "../config/resolution";
import { bookOf } from "../config/team-book";
import { comparable, folderOf, isWithin, join } from "../config/uri";
import type { Retell } from "../words/retell";
import type { ConfigBook } from "./config-book";
import { isConfigName } from "./config-watch";
import { languageOf } from "./linter";
import { SOURCE } from "./to-diagnostic";

/** The code under which a diagnostic of a configuration stands, for whoever wants to filter them. */
export const CONFIG_CODE = "configuration";

/** Configurations and rule files as documents that someone is writing. */
export class ConfigDocuments {
  constructor(
    private readonly configs: ConfigBook,
    private readonly retell: Retell,
  ) {}

  /** What is amiss in a configuration or a rule file; undefined for any other document. */
  async diagnosticsOf(lines: TextDocument): Promise<Diagnostic[] | undefined> {
    const around = await this.around(lines.uri);
    if (!isConfigName(lines.uri) && !around.some((one) => restsOn(one, lines.uri))) return undefined;
    const place = comparable(lines.uri);
    const problems = [...around.flatMap((one) => one.problems), ...(await this.configs.problems())];
    return toDiagnostics(
      problems.filter(({ file }) => comparable(file) === place),
      lines,
      this.retell,
    );
  }

  /** What can be written where the cursor stands; undefined for a document that is none of a team's files. */
  async completionsAt(lines: TextDocument, position: Position): Promise<CompletionItem[] | undefined> {
    const found = await this.fileAt(lines);
    if (!found) return undefined;
    const all = complete(lines.getText(), lines.offsetAt(position), found.file, found.known);
    return all.map(({ label, doc, kind, insert, start, end }) => ({
      label,
      documentation: this.retell(doc),
      kind: kind === "key" ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
      textEdit: { range: rangeBetween(start, end, lines), newText: insert },
    }));
  }

  async hoverAt(lines: TextDocument, position: Position): Promise<Hover | null> {
    const found = await this.fileAt(lines);
    const word = found && explainWord(lines.getText(), lines.offsetAt(position), found.file, found.known);
    if (!word) return null;
    const contents = { kind: MarkupKind.PlainText, value: this.retell(word.text) };
    return { contents, range: rangeBetween(word.start, word.end, lines) };
  }

  /** Nothing more is asked about a document that was closed. */
  forget(uri: string): void {
    for (const neighbour of this.neighbours(uri)) this.configs.forget(neighbour);
  }

  private async fileAt({ uri, languageId }: TextDocument): Promise<Assisted | undefined> {
    if (languageOf(languageId)) return undefined;
    const around = await this.around(uri);
    const resolution = around.find((one) => restsOn(one, uri)) ?? around[0]!;
    const file = fileOf(uri, resolution);
    return file && { file, known: vocabulariesOf(bookOf(resolution)) };
  }

  /** A file of a team is judged by what it does to a document beside it or at the top, whether or not there is one. */
  private around(uri: string): Promise<Resolution[]> {
    return Promise.all(
      this.neighbours(uri).map(async (neighbour) => (await this.configs.of(neighbour, "")).resolution),
    );
  }

  private neighbours(uri: string): string[] {
    const folders = [folderOf(uri), ...this.configs.roots.filter((root) => isWithin(uri, root))];
    return [...new Set(folders.map((folder) => join(folder, "document.md")))];
  }
}

interface Assisted {
  readonly file: TeamFile;
  readonly known: Vocabularies;
}

function restsOn({ files, watch }: Resolution, uri: string): boolean {
  return [...files.map((file) => file.uri), ...watch].some((place) => isWithin(uri, place));
}

function fileOf(uri: string, resolution: Resolution): TeamFile | undefined {
  const place = comparable(uri);
  if (resolution.files.some((file) => comparable(file.uri) === place)) return "configuration";
  return teamFileOf(uri, restsOn(resolution, uri) && !isConfigName(uri) ? [uri] : []);
}

export function toDiagnostics(problems: readonly Problem[], lines: TextDocument, retell: Retell): Diagnostic[] {
  const once = new Map(problems.map((problem) => [`${problem.line}:${problem.column} ${problem.message}`, problem]));
  return [...once.values()].map((problem) => ({
    range: rangeOf(problem, lines),
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    code: CONFIG_CODE,
    message: retell(problem.message),
  }));
}

/** To the end of the line where a problem doesn't say how far it goes. */
function rangeOf({ line, column, endColumn }: Problem, lines: TextDocument): Range {
  const start = { line: line - 1, character: column - 1 };
  if (endColumn !== undefined) return { start, end: { line: line - 1, character: endColumn - 1 } };
  const rest = lines.getText({ start, end: { line, character: 0 } }).trimEnd();
  return { start, end: { line: start.line, character: start.character + rest.length } };
}

function rangeBetween(start: number, end: number, lines: TextDocument): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}
