import { commands, type Disposable, env, l10n, type Range, window } from "vscode";
import { editorOfOurs, findingsAt, rangeOf, sayNothingHere } from "./findings-here";
import type { Ground } from "./ground";
import { REVIEW_COMMENT_REQUEST } from "./reader-requests";

/** A place as the server writes it. */
interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export function copyCommentCommand(ground: Ground): Disposable {
  return commands.registerCommand("engagementLint.copyAsComment", (uri?: unknown, range?: WireRange) =>
    typeof uri === "string" && range ? copyComment(ground, uri, range) : copyCommentHere(ground),
  );
}

async function copyCommentHere(ground: Ground): Promise<void> {
  const editor = await editorOfOurs();
  if (!editor) return;
  const range = rangeOf(findingsAt(editor), editor);
  await copyComment(ground, editor.document.uri.toString(), toWire(range));
}

function toWire({ start, end }: Range): WireRange {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

/** Puts what was found there on the clipboard, as a comment for whoever wrote the text. */
async function copyComment({ running }: Ground, uri: string, range: WireRange): Promise<void> {
  const comment = await running.request<string | null>(REVIEW_COMMENT_REQUEST, { uri, range });
  if (!comment) return await sayNothingHere();
  await env.clipboard.writeText(comment);
  window.setStatusBarMessage(l10n.t("Copied as a review comment."), 5_000);
}
