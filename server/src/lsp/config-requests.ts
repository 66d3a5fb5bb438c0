import type { FileRead } from "../config/world";

/** Requests of our own about configuration. The client's copy of these types stands in client/src/config-requests.ts. */

/** From the server, which may have no disk: what stands in a file of the workspace. */
export const READ_FILE_REQUEST = "engagementLint/readFile";
/** From the server: the names in a folder of the workspace, folders with a slash at their end. */
export const LIST_FOLDER_REQUEST = "engagementLint/listFolder";

export interface FileParams {
  readonly uri: string;
}

export type ReadFileResult = FileRead;

/** From the client: how a document is judged, and who said so. */
export const EXPLAIN_REQUEST = "engagementLint/explainConfiguration";

export interface ExplainParams {
  readonly uri: string;
}

/** Null for a document that is not open. */
export type ExplainResult = { readonly text: string } | null;

/** From the client: sets a finding aside, for a reason that a person gave. The server sends the edit. */
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

/** What the client runs when a person chooses to accept a finding: it asks for the reason and sends the request. */
export const ACCEPT_COMMAND = "engagementLint.acceptWithReason";

/** What a client says of itself when it starts, beyond what the protocol has words for. */
export interface ConfigInitialization {
  /** It answers requests for files. */
  readonly readsFiles: boolean;
}

/** Reads whatever a client sent, which may be anything at all. */
export function readInitialization(options: unknown): ConfigInitialization {
  const given = typeof options === "object" && options !== null ? (options as Record<string, unknown>) : {};
  return { readsFiles: given.readsFiles === true };
}
