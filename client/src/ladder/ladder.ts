import {
  commands,
  Disposable,
  l10n,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import type { Ground } from "../ground";
import { PLAN_CHANGED, PLAN_REQUEST, type PlanChangedParams, type PlanView } from "../plan-view";
import { isOurs } from "../selector";
import { LadderPanel } from "./ladder-panel";
import type { PageState } from "./messages";
import { type SaveArguments, saveLadder } from "./save-ladder";
import type { SavedAs } from "./saved";
import { sentenceAround } from "./sentence";

export const VIEW_TYPE = "engagementLint.ladder";

/** The ladder beside the text: one panel, which shows whichever plan the author is in. */
export function ladder(ground: Ground): Disposable {
  const ladder = new Ladder(ground);
  const saving = (as: SavedAs) => (args?: SaveArguments) => ladder.save(as, args?.to);
  return Disposable.from(
    ladder,
    commands.registerCommand("engagementLint.showLadder", () => ladder.show()),
    commands.registerCommand("engagementLint.saveLadderAsSvg", saving("svg")),
    commands.registerCommand("engagementLint.saveLadderAsHtml", saving("html")),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state: PageState | undefined) => ladder.restore(panel, state),
    }),
    window.onDidChangeActiveTextEditor((editor) => ladder.follow(editor)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => ladder.light(textEditor)),
    ground.running.hear<PlanChangedParams>(PLAN_CHANGED, ({ uri }) => ladder.refresh(uri)),
    ground.running.onDidStart(() => ladder.refresh()),
  );
}

class Ladder implements Disposable {
  private panel: LadderPanel | undefined;
  private uri: Uri | undefined;
  /** Counts what was asked, so that a late answer doesn't draw over a newer one. */
  private asked = 0;

  constructor(private readonly ground: Ground) {}

  async show(): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor && isOurs(editor.document)) this.uri = editor.document.uri;
    if (!this.uri) {
      await window.showInformationMessage(
        l10n.t("Open a Markdown, plain text or HTML document, then run this command again."),
      );
      return;
    }
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    if (this.panel) this.panel.reveal();
    else this.adopt(window.createWebviewPanel(VIEW_TYPE, l10n.t("Ladder"), place));
    await this.refresh();
  }

  /** A window that was loaded again shows what it showed before. */
  restore(panel: WebviewPanel, state: PageState | undefined): void {
    this.uri ??= state?.uri ? Uri.parse(state.uri, true) : undefined;
    this.adopt(panel);
  }

  follow(editor: TextEditor | undefined): void {
    if (!this.panel || !editor || !isOurs(editor.document)) return;
    if (editor.document.uri.toString() === this.uri?.toString()) return;
    this.uri = editor.document.uri;
    void this.refresh();
  }

  light({ document, selection }: TextEditor): void {
    if (!this.panel || document.uri.toString() !== this.uri?.toString()) return;
    const lines = { count: document.lineCount, at: (line: number) => document.lineAt(line).text };
    this.panel.send({ type: "cursor", sentence: sentenceAround(lines, selection.active) });
  }

  /** Draws anew; where a document is named, only if it is the one that is shown. */
  async refresh(changed?: string): Promise<void> {
    const { panel, uri } = this;
    if (!panel || !uri || (changed && changed !== uri.toString())) return;
    this.asked += 1;
    const turn = this.asked;
    const view = await this.viewOf(uri);
    if (turn !== this.asked || panel !== this.panel) return;
    panel.name(uri);
    if (view) panel.send({ type: "plan", view, bundle: bundle() });
    else panel.send({ type: "notice", text: notRead(), uri: uri.toString() });
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    if (editor) this.light(editor);
  }

  async save(as: SavedAs, to?: Uri): Promise<void> {
    const front = window.activeTextEditor?.document;
    const uri = (this.panel ? this.uri : undefined) ?? (front && isOurs(front) ? front.uri : undefined);
    const view = uri && (await this.viewOf(uri));
    if (view) await saveLadder(as, view, uri, to);
    else await window.showInformationMessage(notRead());
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private adopt(panel: WebviewPanel): void {
    this.panel?.dispose();
    const own = new LadderPanel(panel, this.ground.context.extensionUri, {
      ready: () => void this.refresh(),
      go: (range) => this.uri && own.goTo(this.uri, range),
      save: (as) => void this.save(as),
      closed: () => {
        if (this.panel === own) this.panel = undefined;
      },
    });
    this.panel = own;
  }

  /** The server reads what the editor has open, and after a reload that may not be so yet. */
  private async viewOf(uri: Uri): Promise<PlanView | undefined> {
    if (!(await opened(uri))) return undefined;
    const view = await this.ground.running.request<PlanView | null>(PLAN_REQUEST, { uri: uri.toString() });
    return view ?? undefined;
  }
}

async function opened(uri: Uri): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    // It was deleted, or never saved: the page says that there is nothing to draw.
    return undefined;
  }
}

function notRead(): string {
  return l10n.t("There is no plan to draw here. Open a Markdown, plain text or HTML document.");
}

function bundle(): Readonly<Record<string, string>> {
  const entries = Object.entries(l10n.bundle ?? {});
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
