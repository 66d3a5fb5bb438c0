import type { ClientCapabilities } from "vscode-languageserver";

/** What the client can do, in the words that this server asks about. */
export interface ClientFeatures {
  /** It asks for diagnostics itself; they must then never be pushed as well, or everything is shown twice. */
  readonly pullsDiagnostics: boolean;
  /** It asks again for all diagnostics when it is told to. */
  readonly refreshesDiagnostics: boolean;
  /** It understands the version of pushed diagnostics. */
  readonly knowsVersions: boolean;
  readonly relatedInformation: boolean;
  /** It answers questions about its configuration. */
  readonly configuration: boolean;
  /** It can be asked to tell of changes to its configuration. */
  readonly configurationChanges: boolean;
  /** It takes code actions that carry their edits; the older kind can only name a command. */
  readonly codeActions: boolean;
  /** It applies edits only to the version of the document that they were made for. */
  readonly versionedEdits: boolean;
  readonly markdownHover: boolean;
  /** It asks for the edit of an action once that is chosen, and brings back what the action carried. */
  readonly resolvesEdits: boolean;
  /** It takes edits whose blanks are stops for the tab key. */
  readonly snippetEdits: boolean;
  /** The commands of its own that actions and hovers may name. */
  readonly commands: ReadonlySet<string>;
  /** Where the pointer rests on a finding it shows the message by itself, above whatever a hover says. */
  readonly showsMessageInHover: boolean;
  /** It understands stops for the tabulator in what a completion puts in. */
  readonly completionSnippets: boolean;
  /** It tells of the files that it is asked to watch. */
  readonly watchesFiles: boolean;
  /** It understands a place to watch that lies in a folder outside the workspace. */
  readonly watchesAnywhere: boolean;
  /** Its edits may make a new file. */
  readonly createsFiles: boolean;
  /** It tells when a folder joins or leaves the workspace. */
  readonly foldersChange: boolean;
  /** It asks again for the lines above the text when it is told to. */
  readonly refreshesCodeLenses: boolean;
  /** It takes symbols that have a range and a place of their own. */
  readonly nestedSymbols: boolean;
}

export function featuresOf(client: ClientCapabilities): ClientFeatures {
  const { workspace, textDocument } = client;
  const pull = textDocument?.diagnostic;
  const push = textDocument?.publishDiagnostics;
  return {
    pullsDiagnostics: pull !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    knowsVersions: push?.versionSupport === true,
    // Version 3.17 of the protocol had no place for this among the capabilities of pulling, so clients say it of pushing.
    relatedInformation: pull?.relatedInformation === true || push?.relatedInformation === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes("markdown") === true,
    resolvesEdits:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes("edit") === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    commands: commandsOf(client.experimental),
    showsMessageInHover: (client.experimental as { messageInHover?: unknown } | undefined)?.messageInHover === true,
    completionSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesAnywhere: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
    foldersChange: workspace?.workspaceFolders === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}

/** As rust-analyzer has it: `{ commands: { commands: ["…"] } }` among the experimental capabilities. */
function commandsOf(experimental: unknown): ReadonlySet<string> {
  const { commands } = ((experimental as { commands?: { commands?: unknown } } | undefined)?.commands ?? {}) as {
    commands?: unknown;
  };
  return new Set(Array.isArray(commands) ? commands.filter((name) => typeof name === "string") : []);
}
