import type { Range, Uri } from "vscode";
import type { CodeAction, CodeActionParams } from "vscode-languageclient";
import type { Running } from "./running";

/**
 * The actions of one kind in a range. Our own server is asked and no other: what else lists fixes in this editor has
 * nothing to do with findings.
 */
export async function actionsIn(
  running: Running,
  uri: Uri,
  { start, end }: Range,
  kind: string,
): Promise<readonly CodeAction[]> {
  const params: CodeActionParams = {
    textDocument: { uri: uri.toString() },
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
    context: { diagnostics: [], only: [kind] },
  };
  return (await running.request<CodeAction[]>("textDocument/codeAction", params)) ?? [];
}

/** Does what an action says; false where the text has changed since the action was offered. */
export async function carryOut(running: Running, action: CodeAction): Promise<boolean> {
  try {
    const { edit } = (await running.request<CodeAction>("codeAction/resolve", action)) ?? {};
    return edit !== undefined && (await running.apply(edit));
  } catch {
    return false;
  }
}
