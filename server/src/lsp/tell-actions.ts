import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import type { Desk } from "./desk";
import { COPY_AS_COMMENT, EXPLAIN_RULE } from "./reader-requests";
import type { Scene } from "./scene";

/** Opens the page of each rule that spoke here, for a client that has a command for it. */
export function explainActions({ here, analysis, lines, diagnosticOf }: Scene, { features, say }: Desk): CodeAction[] {
  if (!features.commands.has(EXPLAIN_RULE)) return [];
  const rules = new Set(here.map(({ ruleId }) => ruleId));
  return [...rules].map((ruleId) => {
    const rule = analysis.basis?.book.rules.find(({ id }) => id === ruleId);
    const title = say("Explain rule: {0}", rule?.title ?? ruleId);
    return {
      title,
      kind: `${CodeActionKind.QuickFix}.engagementLint.explain`,
      diagnostics: here.filter((finding) => finding.ruleId === ruleId).map(diagnosticOf),
      command: { title, command: EXPLAIN_RULE, arguments: [ruleId, lines.uri] },
    };
  });
}

/** Copies what was found here in words for whoever wrote the plan, for a client that has a command for it. */
export function reviewCommentActions(
  { range, here, lines, diagnosticOf }: Scene,
  { features, say }: Desk,
): CodeAction[] {
  if (!features.commands.has(COPY_AS_COMMENT) || here.length === 0) return [];
  const title = say("Copy as review comment");
  return [
    {
      title,
      kind: `${CodeActionKind.QuickFix}.engagementLint.comment`,
      diagnostics: here.map(diagnosticOf),
      command: { title, command: COPY_AS_COMMENT, arguments: [lines.uri, range] },
    },
  ];
}
