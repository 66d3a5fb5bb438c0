/** Requests about configuration. The server's copy of these types stands in server/src/lsp/config-requests.ts. */

/** From the server, which may have no disk: what stands in a file of the workspace. */
export const READ_FILE_REQUEST = "engagementLint/readFile";
/** From the server: the names in a folder of the workspace, folders with a slash at their end. */
export const LIST_FOLDER_REQUEST = "engagementLint/listFolder";

export interface FileParams {
  readonly uri: string;
}

export type ReadFileResult = { readonly text: string } | { readonly wrong: "missing" | "too large" | "not text" };

/** How a document is judged, and who said so; null for a document that is not open. */
export const EXPLAIN_REQUEST = "engagementLint/explainConfiguration";
export type ExplainResult = { readonly text: string } | null;

/** Sets a finding aside for a reason. The server sends the edit. */
export const ACCEPT_REQUEST = "engagementLint/acceptFinding";

export interface AcceptParams {
  readonly uri: string;
  readonly fingerprint: string;
  readonly reason: string;
}

export interface AcceptResult {
  /** A sentence for people where the finding could not be set aside. */
  readonly trouble?: string;
}

/** What the server's offer to accept a finding runs here. */
export const ACCEPT_COMMAND = "engagementLint.acceptWithReason";

/** What that command is given. */
export interface AcceptTarget {
  readonly uri: string;
  readonly fingerprint: string;
  readonly message: string;
}
