import type { Diagnostic } from "vscode-languageclient";

/** What the status, Check Folder and the choice of a framework ask. The server's copy is in server/src/lsp/questions.ts. */

/** What was found in an open document, in short. */
export const STATUS_REQUEST = "engagementLint/status";

export interface StatusResult {
  /** The title of the framework that the document is judged by. */
  readonly framework: string;
  /** How many findings there are of each family, the most first. */
  readonly families: readonly { readonly family: string; readonly count: number }[];
  /** Why nothing could be found: a sentence. */
  readonly notChecked?: string;
}

/** Checks a text that is not open. */
export const CHECK_TEXT_REQUEST = "engagementLint/checkText";

export interface CheckTextResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly notChecked?: string;
}

/** The frameworks that there are, and the one that a document or folder is judged by. */
export const FRAMEWORKS_REQUEST = "engagementLint/frameworks";

export interface FrameworksResult {
  readonly frameworks: readonly { readonly id: string; readonly title: string; readonly about: string }[];
  readonly chosen: string;
}

/** Writes a framework into the configuration. */
export const CHOOSE_FRAMEWORK_REQUEST = "engagementLint/chooseFramework";

export interface ChooseFrameworkResult {
  /** The URI of the configuration that it stands in now. */
  readonly file?: string;
  /** A sentence for people where it could not be written. */
  readonly trouble?: string;
}
