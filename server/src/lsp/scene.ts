import type { CodeAction, Diagnostic, Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding } from "../engine/finding";
import type { Analysis } from "./analyst";
import type { Desk } from "./desk";

/** Where the client stands, and what was found in the very text that it stands in. */
export interface Scene {
  readonly range: Range;
  readonly analysis: Analysis;
  readonly lines: TextDocument;
  /** The findings that the selection touches. */
  readonly here: readonly Finding[];
  /** A finding as the client knows it. */
  diagnosticOf(finding: Finding): Diagnostic;
  /** Whether actions of this kind were asked for by name, rather than all that there are. */
  named(kind: string): boolean;
}

/** Gives the actions of one sort. What the client did not ask for is left out afterwards. */
export type ActionProvider = (scene: Scene, desk: Desk) => readonly CodeAction[] | Promise<readonly CodeAction[]>;
