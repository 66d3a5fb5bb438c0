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
  const way = new WayBack();
  return Disposable.from(
    way,
    commands.registerCommand("engagementLint.openSample", () => openSample(ground)),
    commands.registerCommand("engagementLint.showFinding", () => showFinding(way)),
    commands.registerCommand("engagementLint.offerFixes", () => offerFixes(way)),
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

/**
 * Goes to the next finding with the editor's own command, which also says it to a screen reader. From the walkthrough,
 * what is said of it is shown as if it had been pointed at: that is what the step is about.
 */
async function showFinding(way: WayBack): Promise<void> {
  if (window.activeTextEditor) await commands.executeCommand("editor.action.marker.next");
  else if (await way.toFinding()) await commands.executeCommand("editor.action.showHover", { focus: "noAutoFocus" });
}

/** For the walkthrough, which stands before the plan: brings it back at a finding, with the fixes that there are. */
async function offerFixes(way: WayBack): Promise<void> {
  if (!isFindingInFront()) await (window.activeTextEditor ? showFinding(way) : way.toFinding());
  await commands.executeCommand("closeMarkersNavigation");
  await commands.executeCommand("editor.action.quickFix");
}

/** Leads from the walkthrough, which is no text, to a finding in a text. */
class WayBack implements Disposable {
  private last = window.activeTextEditor?.document.uri.toString();
  private readonly listening = window.onDidChangeActiveTextEditor((editor) => {
    this.last = editor?.document.uri.toString() ?? this.last;
  });

  dispose(): void {
    this.listening.dispose();
  }

  /** False where nothing was found in any text. */
  async toFinding(): Promise<boolean> {
    const documents = languages.getDiagnostics().map(([uri, all]) => ({ uri, first: foremost(all) }));
    const having = documents.filter(({ first }) => first !== undefined);
    // The text that was in front is what the person was at; a file that was only checked with its folder may be gone.
    const open = having.filter(({ uri }) => openDocument(uri));
    const found = open.find(({ uri }) => uri.toString() === this.last) ?? open[0] ?? having[0];
    if (!found?.first) {
      await window.showInformationMessage(l10n.t("Nothing was found yet. Open the sample plan first."));
      return false;
    }
    const { start } = found.first.range;
    await window.showTextDocument(found.uri, { selection: new Range(start, start), preview: false });
    return true;
  }
}

/** The finding that matters most, and the first of those. */
function foremost(all: readonly Diagnostic[]): Diagnostic | undefined {
  const ours = all.filter(isOurFinding);
  return ours.sort((a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start))[0];
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
