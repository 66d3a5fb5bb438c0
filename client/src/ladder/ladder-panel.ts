import {
  type Disposable,
  env,
  l10n,
  Range,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from "vscode";
import type { FromPage, ToPage } from "./messages";
import { pageOf } from "./page";
import type { SavedAs } from "./saved";
import { sayIn } from "./say";

type WireRange = Extract<FromPage, { type: "go" }>["range"];

export interface Hooks {
  readonly ready: () => void;
  readonly go: (range: WireRange) => void;
  readonly save: (as: SavedAs) => void;
  readonly closed: () => void;
}

/** The panel that the page lives in. What is sent before the page listens is not lost: it asks when it is ready. */
export class LadderPanel implements Disposable {
  constructor(
    private readonly panel: WebviewPanel,
    extension: Uri,
    hooks: Hooks,
  ) {
    const { webview } = panel;
    const dist = Uri.joinPath(extension, "dist");
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.iconPath = icon(extension);
    panel.onDidDispose(hooks.closed);
    webview.onDidReceiveMessage((message: FromPage) => {
      if (message.type === "ready") hooks.ready();
      else if (message.type === "go") hooks.go(message.range);
      else hooks.save(message.as);
    });
    webview.html = pageOf({
      script: webview.asWebviewUri(Uri.joinPath(dist, "ladder.js")).toString(),
      nonce: nonce(),
      language: env.language,
      say: sayIn(l10n.bundle as Record<string, string> | undefined),
    });
  }

  name(uri: Uri): void {
    this.panel.title = l10n.t("Ladder: {0}", uri.path.slice(uri.path.lastIndexOf("/") + 1));
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  send(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  /** Goes to words of the plan, in the editor that shows it already where there is one. */
  async goTo(uri: Uri, { start, end }: WireRange): Promise<void> {
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const selection = new Range(start.line, start.character, end.line, end.character);
    const editor = await window.showTextDocument(uri, { viewColumn: shown?.viewColumn ?? this.elsewhere(), selection });
    editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  dispose(): void {
    this.panel.dispose();
  }

  /** A column other than the picture's own. */
  private elsewhere(): ViewColumn {
    return this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
  }
}

function icon(extension: Uri): { light: Uri; dark: Uri } {
  const image = (name: string) => Uri.joinPath(extension, "images", `ladder-${name}.svg`);
  return { light: image("light"), dark: image("dark") };
}

function nonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
