import { commands, Disposable, l10n, Uri, window, workspace } from "vscode";
import { findingsAt, ruleOf } from "./findings-here";
import type { Ground } from "./ground";
import { RULE_PAGE_REQUEST, RULES_REQUEST, type RuleName } from "./reader-requests";
import { isOurs } from "./selector";

/** The pages of rules stand under this scheme. The server makes them: a team's own rules have pages as well. */
const SCHEME = "engagement-lint-rule";

export function explainRuleCommand(ground: Ground): Disposable {
  const provider = { provideTextDocumentContent: (uri: Uri) => pageAt(ground, uri) };
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SCHEME, provider),
    commands.registerCommand("engagementLint.explainRule", (ruleId?: unknown, uri?: unknown) =>
      explainRule(ground, typeof ruleId === "string" ? ruleId : undefined, typeof uri === "string" ? uri : undefined),
    ),
  );
}

/** `of` is the document that was read: its team may have rules of its own. */
async function explainRule(ground: Ground, named: string | undefined, of = documentInFront()): Promise<void> {
  const ruleId = named ?? (await ruleHere(ground, of));
  if (!ruleId) return;
  const page = Uri.from({ scheme: SCHEME, path: `/${ruleId}.md`, query: of ?? "" });
  await commands.executeCommand("markdown.showPreviewToSide", page);
}

function documentInFront(): string | undefined {
  const document = window.activeTextEditor?.document;
  return document && isOurs(document) ? document.uri.toString() : undefined;
}

async function pageAt({ running }: Ground, { path, query }: Uri): Promise<string> {
  const ruleId = path.replace(/^\/|\.md$/g, "");
  const page = await running.request<string | null>(RULE_PAGE_REQUEST, { ruleId, ...(query ? { uri: query } : {}) });
  return page ?? l10n.t("There is no rule “{0}” for this document.", ruleId);
}

/** The rule of the finding at the cursor; the one that is picked where there are several, or none. */
async function ruleHere({ running }: Ground, of: string | undefined): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const here = new Set(editor && of ? findingsAt(editor).map(ruleOf) : []);
  const [only] = here;
  if (here.size === 1) return only;
  const rules = (await running.request<RuleName[]>(RULES_REQUEST, of ? { uri: of } : {})) ?? [];
  const offered = here.size ? rules.filter(({ id }) => here.has(id)) : rules;
  const items = offered.map(({ id, title }) => ({ label: title, description: id }));
  const options = { title: l10n.t("Explain Rule"), placeHolder: l10n.t("Which rule?"), matchOnDescription: true };
  return (await window.showQuickPick(items, options))?.description;
}
