/** What a person does in the window and what they see there, for tests to do and see. */
import * as vscode from "vscode";

/** Generous, because the machine may be busy: it is only ever waited out when a test is going to fail. */
const PATIENCE = 20_000;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Looks again and again until there is something to see; says what was seen last when there never is. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | Thenable<T | undefined>,
  seen: () => unknown = () => undefined,
): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await unlessCancelled(look);
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Not to be seen: ${what}. Last seen: ${JSON.stringify(seen())}`);
    await pause(50);
  }
}

/** The editor cancels a request when a provider is registered meanwhile; that only means: ask again. */
async function unlessCancelled<T>(look: () => T | undefined | Thenable<T | undefined>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (/Cancel/.test(String(error))) return undefined;
    throw error;
  }
}

export function fileUri(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

/** Opens a file of the workspace as a click on it does. The API's openTextDocument would keep it open for minutes. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const uri = fileUri(name);
  await vscode.commands.executeCommand("vscode.open", uri, { preview: false });
  return await eventually(`an editor on ${name}`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
  });
}

/** Opens a new document that was never saved, as New Text File does. */
export async function openUntitled(language: string, content: string): Promise<vscode.TextEditor> {
  return await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

/** Throws away all changes and closes every editor and the panel, so that the next test starts from nothing. */
export async function closeAll(): Promise<void> {
  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.commands.executeCommand("workbench.action.closePanel");
  for (const _ of tabs()) await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await eventually(
    "a window without editors",
    () => (tabs().length ? undefined : true),
    () => tabs().map((tab) => tab.label),
  );
}

/** Our diagnostics, not those of other extensions. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === "engagement-lint");
}

export const ruleOf = (diagnostic: vscode.Diagnostic): string =>
  String(typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code);

/** Waits until a rule has found something in a document, and gives the first thing that it found. */
export async function finding(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  return await eventually(
    `a finding of ${rule} in ${document.uri.path}`,
    () => findings(document.uri).find((diagnostic) => ruleOf(diagnostic) === rule),
    () => findings(document.uri).map(ruleOf),
  );
}

/** Waits until a rule finds nothing in a document. */
export async function noFinding(uri: vscode.Uri, rule?: string): Promise<void> {
  const left = () => findings(uri).filter((diagnostic) => !rule || ruleOf(diagnostic) === rule);
  await eventually(
    `no finding of ${rule ?? "any rule"} in ${uri.path}`,
    () => (left().length ? undefined : true),
    left,
  );
}

/** So many quick fixes are resolved as if each had been chosen. */
const RESOLVED = 50;

/** The quick fixes that the light bulb would list at a place. */
export async function quickFixes(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return await vscode.commands.executeCommand(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    RESOLVED,
  );
}

/** What the hover shows at a place, all its parts in one text. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
    "vscode.executeHoverProvider",
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((part) => (typeof part === "string" ? part : part.value))
    .join("\n");
}

/** The place of the first occurrence of some words, as a person would find them. */
export function placeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in ${document.uri.path}.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}
