import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from "vscode";
import { EXPLAIN_REQUEST, type ExplainResult } from "./config-requests";
import type { Ground } from "./ground";
import type { Running } from "./running";
import { isOurs } from "./selector";

const SCHEME = "engagement-lint-explanation";

/** Shows how the document in front is judged and who said so, in a document that can be read and not written. */
export function explainConfiguration({ running }: Ground): Disposable {
  const explanations = new Explanations(running);
  return Disposable.from(
    explanations,
    workspace.registerTextDocumentContentProvider(SCHEME, explanations),
    commands.registerCommand("engagementLint.explainConfiguration", () => explain(explanations)),
  );
}

async function explain(explanations: Explanations): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || !isOurs(document)) {
    await window.showInformationMessage(
      l10n.t("Open a Markdown, plain text or HTML document, then run this command again."),
    );
    return;
  }
  const name = document.uri.path.split("/").at(-1);
  const uri = Uri.from({ scheme: SCHEME, path: `/Configuration of ${name}`, query: document.uri.toString() });
  explanations.refresh(uri);
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
}

class Explanations implements TextDocumentContentProvider {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly running: Running) {}

  /** What was shown before may be otherwise now. */
  refresh(uri: Uri): void {
    this.changed.fire(uri);
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const result = await this.running.request<ExplainResult>(EXPLAIN_REQUEST, { uri: query });
    const closed = l10n.t("The document is not open any more. Open it, then run Explain Configuration again.");
    return result?.text ?? `${closed}\n`;
  }

  dispose(): void {
    this.changed.dispose();
  }
}
