import { commands, type Diagnostic, Disposable, l10n, languages, Range, window } from "vscode";
import { FixesMade } from "./fixes-made";
import { openDocument } from "./folder-results";
import type { Ground } from "./ground";
import { openUntitled, packagedText } from "./packaged-text";
import { shareConfiguration } from "./share-configuration";
import { SOURCE } from "./status";

/** What the walkthrough waits for beside commands. Its steps stand in package.json. */
const SAW_FINDING = "engagementLint.sawFinding";
const FIXED_FINDING = "engagementLint.fixedFinding";

/** The commands of the walkthrough, and what checks its steps off as they are done. */
export function walkthrough(ground: Ground): Disposable {
  const seen = once(SAW_FINDING);
  const noteWhatIsSeen = () => isFindingInFront() && seen();
  return Disposable.from(
    commands.registerCommand("engagementLint.openSample", () => openSample(ground)),
    commands.registerCommand("engagementLint.showFinding", showFinding),
    commands.registerCommand("engagementLint.offerFixes", offerFixes),
    commands.registerCommand("engagementLint.shareConfiguration", shareConfiguration),
    window.onDidChangeTextEditorSelection(noteWhatIsSeen),
    languages.onDidChangeDiagnostics(noteWhatIsSeen),
    new FixesMade(() => noteAfresh(FIXED_FINDING)),
  );
}

/** A copy, so that anybody may try things out on it. */
async function openSample({ context }: Ground): Promise<void> {
  const text = await packagedText(context, "samples/riverside-plan.md");
  await window.showTextDocument(await openUntitled(text), { preview: false });
}

/** Goes to the next finding with the editor's own command, which also says it to a screen reader. */
async function showFinding(): Promise<void> {
  if (window.activeTextEditor) await commands.executeCommand("editor.action.marker.next");
  else await openAtFinding();
}

/** For the walkthrough, which stands before the plan: brings it back at a finding, with the fixes that there are. */
async function offerFixes(): Promise<void> {
  if (!isFindingInFront()) await showFinding();
  await commands.executeCommand("closeMarkersNavigation");
  await commands.executeCommand("editor.action.quickFix");
}

async function openAtFinding(): Promise<void> {
  const documents = languages.getDiagnostics().map(([uri, all]) => ({ uri, first: all.find(isOurFinding) }));
  const having = documents.filter(({ first }) => first !== undefined);
  // What is open already is what the person was at; a file that was only checked with its folder may be gone by now.
  const found = having.find(({ uri }) => openDocument(uri)) ?? having[0];
  if (!found?.first) {
    await window.showInformationMessage(l10n.t("Nothing was found yet. Open the sample plan first."));
    return;
  }
  const { start } = found.first.range;
  await window.showTextDocument(found.uri, { selection: new Range(start, start), preview: false });
}

/** Somebody whose cursor stands in underlined words has the finding before them. */
function isFindingInFront(): boolean {
  const editor = window.activeTextEditor;
  if (!editor) return false;
  const place = editor.selection.active;
  const ours = languages.getDiagnostics(editor.document.uri).filter(isOurFinding);
  return ours.some(({ range }) => range.contains(place));
}

const isOurFinding = ({ source }: Diagnostic): boolean => source === SOURCE;

/** Tells the editor once that something was done; what follows changes nothing. */
function once(what: string): () => void {
  let done = false;
  return () => {
    if (!done) void commands.executeCommand("setContext", what, true);
    done = true;
  };
}

/** The walkthrough hears of changes only, and may have been opened since the last time. */
async function noteAfresh(what: string): Promise<void> {
  await commands.executeCommand("setContext", what, false);
  await commands.executeCommand("setContext", what, true);
}
