import { commands, Disposable, l10n, Range, type TextEditor, window } from "vscode";
import type { CodeAction } from "vscode-languageclient";
import { editorOfOurs, findingsAt, rangeOf, sayNothingHere } from "./findings-here";
import type { Ground } from "./ground";
import { actionsIn, carryOut } from "./server-actions";

/** The kinds of the server's actions, as server/src/lsp/fix-actions.ts names them. */
const FIX = "quickfix";
const ALL_OF_KIND = "quickfix.engagementLint.allOfKind";
const ALL_SAFE = "source.fixAll.engagementLint";

/** Every fix as a command, for those who work by voice or by keyboard. */
export function findingCommands(ground: Ground): Disposable {
  return Disposable.from(
    commands.registerCommand("engagementLint.fixHere", (number?: unknown) =>
      inOurs((editor) => fixHere(ground, editor, typeof number === "number" ? number : undefined)),
    ),
    commands.registerCommand("engagementLint.fixAllOfKind", () => inOurs((editor) => fixAllOfKind(ground, editor))),
    commands.registerCommand("engagementLint.fixAllSafe", () => inOurs((editor) => fixAllSafe(ground, editor))),
  );
}

async function inOurs(use: (editor: TextEditor) => Promise<void>): Promise<void> {
  const editor = await editorOfOurs();
  if (editor) await use(editor);
}

/** `number` is that of the fix to take, from 1, for who binds a key or a spoken command to it; else it is asked for. */
async function fixHere(ground: Ground, editor: TextEditor, number: number | undefined): Promise<void> {
  const here = findingsAt(editor);
  if (here.length === 0) return await sayNothingHere();
  const actions = await actionsIn(ground.running, editor.document.uri, rangeOf(here, editor), FIX);
  const fixes = actions.filter(({ kind }) => kind === FIX);
  await applyOne(
    ground,
    number === undefined ? fixes : fixes.slice(number - 1, number),
    l10n.t("There is no ready fix for what was found here. Rest the pointer on it to read what helps."),
  );
}

/** Those of the kind at the cursor, or else of whichever kind there is most to mend of in the document. */
async function fixAllOfKind(ground: Ground, editor: TextEditor): Promise<void> {
  const here = await actionsIn(ground.running, editor.document.uri, rangeOf(findingsAt(editor), editor), ALL_OF_KIND);
  const actions = here.length
    ? here
    : await actionsIn(ground.running, editor.document.uri, wholeOf(editor), ALL_OF_KIND);
  await applyOne(ground, actions, l10n.t("No two findings of one kind can be fixed here without being looked at."));
}

async function fixAllSafe(ground: Ground, editor: TextEditor): Promise<void> {
  const actions = await actionsIn(ground.running, editor.document.uri, wholeOf(editor), ALL_SAFE);
  await applyOne(ground, actions, l10n.t("Nothing that was found here can be fixed without being looked at."));
}

function wholeOf({ document }: TextEditor): Range {
  return document.validateRange(new Range(0, 0, document.lineCount, 0));
}

async function applyOne({ running }: Ground, actions: readonly CodeAction[], orElse: string): Promise<void> {
  if (actions.length === 0) {
    await window.showInformationMessage(orElse);
    return;
  }
  const chosen = actions.length === 1 ? actions[0] : await pick(actions);
  if (chosen && !(await carryOut(running, chosen)))
    await window.showInformationMessage(l10n.t("The text has changed meanwhile. Run the command again."));
}

async function pick(actions: readonly CodeAction[]): Promise<CodeAction | undefined> {
  const items = actions.map((action) => ({
    label: action.title,
    detail: String(action.diagnostics?.[0]?.message ?? ""),
    action,
  }));
  return (await window.showQuickPick(items, { title: l10n.t("Fix"), placeHolder: l10n.t("Which way?") }))?.action;
}
