import { type Disposable, EventEmitter, l10n, type TextEditor, type Uri, window, workspace } from "vscode";
import type { Ground } from "./ground";
import { PLAN_CHANGED, PLAN_REQUEST, type PlanChangedParams, type PlanView } from "./plan-view";
import { isOurs } from "./selector";

/** `unchecked`: the settings leave the document alone, or there is no server. */
export type InFront = PlanView | "none" | "unchecked";

/** The plan that the author is in: that of the editor used last, for as long as its document is open. */
export class PlanInFront implements Disposable {
  private uri: Uri | undefined;
  private now: InFront = "none";
  /** Counts what was asked, so that a late answer doesn't take the place of a newer one. */
  private asked = 0;
  private readonly changed = new EventEmitter<InFront>();
  private readonly listeners: readonly Disposable[];

  readonly onDidChange = this.changed.event;

  constructor(private readonly ground: Ground) {
    const { running } = ground;
    this.listeners = [
      this.changed,
      window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      workspace.onDidCloseTextDocument(({ uri }) => this.leave(uri)),
      running.hear<PlanChangedParams>(PLAN_CHANGED, ({ uri }) => {
        if (uri === this.uri?.toString()) void this.ask();
      }),
      running.onDidStart(() => void this.ask()),
    ];
    this.follow(window.activeTextEditor);
  }

  get plan(): InFront {
    return this.now;
  }

  dispose(): void {
    for (const one of this.listeners) one.dispose();
  }

  /** Another view in front, or an output, changes nothing: the author comes back to the same plan. */
  private follow(editor: TextEditor | undefined): void {
    if (!editor || !isOurs(editor.document) || editor.document.uri.toString() === this.uri?.toString()) return;
    this.uri = editor.document.uri;
    void this.ask();
  }

  private leave(uri: Uri): void {
    if (uri.toString() !== this.uri?.toString()) return;
    this.uri = undefined;
    void this.ask();
  }

  private async ask(): Promise<void> {
    this.asked += 1;
    const turn = this.asked;
    const now = this.uri ? await this.planOf(this.uri) : "none";
    if (turn !== this.asked) return;
    this.now = now;
    this.changed.fire(now);
  }

  private async planOf(uri: Uri): Promise<InFront> {
    try {
      const plan = await this.ground.running.request<PlanView | null>(PLAN_REQUEST, { uri: uri.toString() });
      return plan ?? "unchecked";
    } catch (error) {
      this.ground.output.warn(l10n.t("The plan in {0} was not read. {1}", uri.toString(true), String(error)));
      return "unchecked";
    }
  }
}
