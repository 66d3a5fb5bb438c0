import type { WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { sideFileOf, withEntry } from "../config/side-file";
import { liesSomewhere } from "../config/uri";
import type { Known } from "../engine/baseline";
import type { Edit } from "../engine/finding";
import type { Analysis } from "./analyst";
import { commentEdits } from "./config-edits";
import { fileEdit } from "./config-file-edit";
import type { AcceptParams, AcceptResult } from "./config-requests";
import { type Desk, newest } from "./desk";
import { type Judged, languageOf } from "./linter";
import { toWorkspaceEdit } from "./to-edit";

/** Sets a finding aside for a reason: in a comment where one works, or else in the file beside the document. */
export async function accept(desk: Desk, { uri, fingerprint, reason }: AcceptParams): Promise<AcceptResult> {
  if (!reason.trim()) return { trouble: desk.say("A finding is only set aside with a reason. Give one.") };
  const now = await newest(desk, uri);
  const known = now && knownIn(now.analysis, fingerprint);
  if (!now || !known) return { trouble: desk.say("This finding is not there any more. Look at the document again.") };
  const comment = await workingComment(desk, now.lines, now.analysis, known, reason);
  const edit = comment
    ? toWorkspaceEdit([comment], now.lines, { ...desk.features, snippetEdits: false })
    : await sideFileEdit(desk, now.lines, known, reason);
  if (!edit)
    return { trouble: desk.say("There is no place for the reason yet. Save the document, then accept the finding.") };
  const { applied } = await desk.connection.workspace.applyEdit({
    label: desk.say("Accept a finding with a reason"),
    edit,
  });
  return applied ? {} : { trouble: desk.say("The editor did not take the change. Save the document, then try again.") };
}

function knownIn({ fingerprints }: Analysis, fingerprint: string): Known | undefined {
  for (const [finding, print] of fingerprints) if (print === fingerprint) return { finding, fingerprint };
  return undefined;
}

/** The first comment that sets this finding aside and changes nothing else. Each is tried before it is offered. */
async function workingComment(
  desk: Desk,
  lines: TextDocument,
  { basis }: Analysis,
  known: Known,
  reason: string,
): Promise<Edit | undefined> {
  const language = languageOf(lines.languageId);
  if (!basis || !language) return undefined;
  const ground = await desk.configuration.configs.of(lines.uri, lines.getText());
  const judged = (text: string) =>
    desk.linter.check({ text, language }, { ground, everything: basis.settings.everything, before: basis.document });
  const before = judged(lines.getText());
  return commentEdits(basis.document, known.finding, reason).find((edit) => {
    const after = judged(withEdit(lines, edit));
    return after.suppressed.some(({ finding }) => isSame(finding, known.finding)) && hasOneLess(before, after);
  });
}

function isSame(one: Known["finding"], other: Known["finding"]): boolean {
  return one.ruleId === other.ruleId && one.message === other.message;
}

/** Other findings of the same rule on the line go with it; a new one must not come. */
function hasOneLess(before: Judged, after: Judged): boolean {
  const set = after.suppressed.length - before.suppressed.length;
  return set > 0 && after.open.length + set === before.open.length;
}

function withEdit(lines: TextDocument, { span, text }: Edit): string {
  const range = { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
  return TextDocument.applyEdits(lines, [{ range, newText: text }]);
}

async function sideFileEdit(
  { configuration, features }: Desk,
  lines: TextDocument,
  { finding, fingerprint }: Known,
  reason: string,
): Promise<WorkspaceEdit | undefined> {
  if (!liesSomewhere(lines.uri)) return undefined;
  const words = lines.getText().slice(finding.span.start, finding.span.end);
  const entry = { fingerprint, rule: finding.ruleId, words: finding.absent ? "" : words, reason };
  const uri = sideFileOf(lines.uri);
  const before = await configuration.configs.textAt(uri);
  return fileEdit(uri, before, withEntry(before, entry, lines.uri), features);
}
