import type { Diagnostic } from "vscode-languageserver";

/** What the status, Check Folder and the choice of a framework ask. The client's copy is in client/src/server-questions.ts. */

/** What was found in an open document, in short; null for one that isn't open. */
export const STATUS_REQUEST = "engagementLint/status";

export interface StatusParams {
  readonly uri: string;
}

export interface StatusResult {
  /** The title of the framework that the document is judged by. */
  readonly framework: string;
  /** How many findings there are of each family, the most first. */
  readonly families: readonly { readonly family: string; readonly count: number }[];
  /** Why nothing could be found: a sentence. */
  readonly notChecked?: string;
}

/** Checks a text that is not open. Nothing of it is kept. */
export const CHECK_TEXT_REQUEST = "engagementLint/checkText";

export interface CheckTextParams {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

export interface CheckTextResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly notChecked?: string;
}

/** The frameworks that there are, and the one that a document is judged by. */
export const FRAMEWORKS_REQUEST = "engagementLint/frameworks";

export interface FrameworksResult {
  readonly frameworks: readonly { readonly id: string; readonly title: string; readonly about: string }[];
  readonly chosen: string;
}

/** Writes a framework into the configuration for a document. The server sends the edit. */
export const CHOOSE_FRAMEWORK_REQUEST = "engagementLint/chooseFramework";

export interface ChooseFrameworkParams {
  readonly uri: string;
  readonly framework: string;
}

export interface ChooseFrameworkResult {
  /** The URI of the configuration that it stands in now. */
  readonly file?: string;
  /** A sentence for people where it could not be written. */
  readonly trouble?: string;
}
