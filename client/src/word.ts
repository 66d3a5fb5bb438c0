import { commands, type Disposable, FileSystemError, l10n, Range, Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { Ground } from "./ground";

/** What passes between us and the server, whose own copy is in server/src/lsp/word-request.ts. */
const WORD_REQUEST = "engagementLint/readWord";

type WordResult = { readonly markdown: string; readonly lost: readonly string[] } | { readonly trouble: string };

const MEBIBYTE = 1024 * 1024;
/** Most of a large Word document is pictures; still, all of it must go through one message. */
const LARGEST = 64 * MEBIBYTE;

export function wordCommands(ground: Ground): Disposable {
  return commands.registerCommand("engagementLint.openWord", (uri?: Uri) => openWord(ground, uri));
}

/** Turns a Word document into Markdown beside it, and opens that. */
async function openWord(ground: Ground, named: Uri | undefined): Promise<void> {
  const uri = named instanceof Uri ? named : await ask();
  if (!uri) return;
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  const result = await read(ground, uri);
  if ("trouble" in result) {
    void window.showErrorMessage(`${name} ${result.trouble}.`);
    return;
  }
  const target = uri.with({ path: uri.path.replace(/(\.docx)?$/i, ".md") });
  if (!(await place(target, result.markdown))) return;
  if (result.lost.length) tellOfLost();
}

async function ask(): Promise<Uri | undefined> {
  const filters = { [l10n.t("Word documents")]: ["docx"] };
  const chosen = await window.showOpenDialog({
    title: l10n.t("Open Word Document as Plan"),
    filters,
    openLabel: l10n.t("Open as Plan"),
  });
  return chosen?.[0];
}

async function read({ running }: Ground, uri: Uri): Promise<WordResult> {
  try {
    if ((await workspace.fs.stat(uri)).size > LARGEST)
      return {
        trouble: l10n.t("is larger than {0} MiB. Make its pictures smaller in Word, and save it", LARGEST / MEBIBYTE),
      };
    const bytes = toBase64(await workspace.fs.readFile(uri));
    const result = await running.request<WordResult>(WORD_REQUEST, { bytes });
    return (
      result ?? { trouble: l10n.t("was not read, because Engagement Lint isn't running. Restart it and try again") }
    );
  } catch (error) {
    return { trouble: l10n.t("could not be read. {0}", error instanceof Error ? error.message : String(error)) };
  }
}

const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** Writes the text beside the document, unless it would go over another and the reader says no. */
async function place(wanted: Uri, markdown: string): Promise<boolean> {
  const there = await exists(wanted);
  const answer = there ? await askWhatToDo(wanted) : "write";
  if (!answer) return false;
  const target = answer === "both" ? await free(wanted) : wanted;
  if (answer !== "open" && !(await write(target, markdown, there && answer === "write"))) {
    await window.showTextDocument(await workspace.openTextDocument({ language: "markdown", content: markdown }));
    return true;
  }
  await window.showTextDocument(target, { preview: false });
  return answer !== "open";
}

/** The first of `name-2.md`, `name-3.md` and so on that is nobody's yet. */
async function free(wanted: Uri): Promise<Uri> {
  for (let number = 2; ; number++) {
    const target = wanted.with({ path: wanted.path.replace(/\.md$/, `-${number}.md`) });
    if (!(await exists(target))) return target;
  }
}

/** What is at hand without a choice, by Enter, goes over nothing. */
async function askWhatToDo(target: Uri): Promise<"both" | "write" | "open" | undefined> {
  const name = target.path.slice(target.path.lastIndexOf("/") + 1);
  const [both, replace, open] = [l10n.t("Keep Both"), l10n.t("Replace It"), l10n.t("Open It as It Is")];
  const message = l10n.t("{0} is already there.", name);
  const detail = l10n.t(
    "To replace it is to replace the changes that were made to it since. Keep both, and the new text stands beside it.",
  );
  const answer = await window.showWarningMessage(message, { modal: true, detail }, both, replace, open);
  if (answer === both) return "both";
  return answer === replace ? "write" : answer === open ? "open" : undefined;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    // Whatever else is the matter is told of when the text is written.
    return !(error instanceof FileSystemError && error.code === "FileNotFound");
  }
}

/** What is there already is replaced as an edit, so that it can be undone. */
async function write(target: Uri, markdown: string, there: boolean): Promise<boolean> {
  try {
    if (!there) {
      await workspace.fs.writeFile(target, new TextEncoder().encode(markdown));
      return true;
    }
    const document = await workspace.openTextDocument(target);
    const edit = new WorkspaceEdit();
    edit.replace(target, document.validateRange(new Range(0, 0, document.lineCount, 0)), markdown);
    return (await workspace.applyEdit(edit)) && (await document.save());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void window.showWarningMessage(
      l10n.t("The text could not be saved beside the document, so it is open unsaved. {0}", why),
    );
    return false;
  }
}

/** Short enough that the editor shows it whole without a click. */
function tellOfLost(): void {
  void window.showInformationMessage(l10n.t("Not all could be kept. The rest is listed at the top."));
}
