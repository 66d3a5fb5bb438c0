import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  LSPErrorCodes,
  type Range,
  ResponseError,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "./analyst";
import { acceptActions, ruleOffActions } from "./config-actions";
import { type Desk, newest } from "./desk";
import { editsOf, FIX_ALL_KIND, fixAllActions, fixAllOfKindActions, fixes, isWanted } from "./fix-actions";
import type { ActionProvider, Scene } from "./scene";
import { bySeverity } from "./severity-order";
import { explainActions, reviewCommentActions } from "./tell-actions";
import { toDiagnostic } from "./to-diagnostic";
import { toWorkspaceEdit } from "./to-edit";

/** What this server gives, for clients that tell the kinds apart before they ask. */
export const ACTION_KINDS: CodeActionKind[] = [CodeActionKind.QuickFix, FIX_ALL_KIND];

/** In the order in which an editor lists them. */
const PROVIDERS: readonly ActionProvider[] = [
  fixes,
  fixAllOfKindActions,
  explainActions,
  reviewCommentActions,
  acceptActions,
  ruleOffActions,
  fixAllActions,
];

export interface AskedActions {
  readonly textDocument: { readonly uri: string };
  readonly range: Range;
  readonly context: Pick<CodeActionContext, "only">;
}

/** What can be done about the findings that were stored for this version. Nothing is judged again. */
export async function codeActions(desk: Desk, { textDocument, range, context }: AskedActions): Promise<CodeAction[]> {
  const now = await newest(desk, textDocument.uri);
  if (!now) return [];
  const scene = sceneAt(now.analysis, now.lines, range, context.only, desk);
  const lists = await Promise.all(PROVIDERS.map((provider) => provider(scene, desk)));
  return lists.flat().filter(({ kind }) => !context.only || context.only.some((asked) => includes(asked, kind ?? "")));
}

function sceneAt(
  analysis: Analysis,
  lines: TextDocument,
  range: Range,
  only: readonly string[] | undefined,
  { features }: Desk,
): Scene {
  const start = lines.offsetAt(range.start);
  const end = lines.offsetAt(range.end);
  return {
    range,
    analysis,
    lines,
    here: bySeverity(analysis.findings.filter(({ span }) => span.start <= end && span.end >= start)),
    diagnosticOf: (finding) =>
      toDiagnostic(finding, lines, features.relatedInformation, analysis.fingerprints.get(finding)),
    named: (kind) => only?.some((asked) => asked !== CodeActionKind.Empty && includes(asked, kind)) === true,
  };
}

/** A kind contains those below it: who asks for `quickfix` gets `quickfix.spelling` too, and “” is every kind. */
function includes(asked: string, kind: string): boolean {
  return asked === CodeActionKind.Empty || kind === asked || kind.startsWith(`${asked}.`);
}

/** Makes the edit of an action that was chosen. It is only ever for the text that the action was offered for. */
export async function resolveAction(desk: Desk, action: CodeAction): Promise<CodeAction> {
  const wanted: unknown = action.data;
  if (!isWanted(wanted)) return action;
  const now = await newest(desk, wanted.uri);
  const edits = now?.lines.version === wanted.version ? editsOf(wanted, now.analysis.findings) : [];
  if (!now || edits.length === 0)
    throw new ResponseError(
      LSPErrorCodes.ContentModified,
      desk.say("The text has changed meanwhile. Ask for the fixes again."),
    );
  return { ...action, edit: toWorkspaceEdit(edits, now.lines, desk.features) };
}
