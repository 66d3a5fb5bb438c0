import { commands, type Disposable, l10n, type QuickPickItem, SnippetString, window } from "vscode";
import { toSnippet } from "./blanks";
import type { Ground } from "./ground";
import { openUntitled, packagedText } from "./packaged-text";

/** A kind of document to begin with: its template is `samples/templates/ID.md`. */
interface Kind extends QuickPickItem {
  readonly id: string;
}

/** *New Plan…*: asks for the kind of document, and opens one with blanks to go through with the tab key. */
export function newPlanCommand(ground: Ground): Disposable {
  return commands.registerCommand("engagementLint.newPlan", (id?: unknown) => newPlan(ground, id));
}

async function newPlan({ context }: Ground, id: unknown): Promise<void> {
  const kind = kinds().find((one) => one.id === id) ?? (await pick());
  if (!kind) return;
  const template = await packagedText(context, `samples/templates/${kind.id}.md`);
  const editor = await window.showTextDocument(await openUntitled(""));
  await editor.insertSnippet(new SnippetString(toSnippet(template)));
}

async function pick(): Promise<Kind | undefined> {
  const title = l10n.t("New Plan");
  const placeHolder = l10n.t("What are you going to write?");
  return await window.showQuickPick(kinds(), { title, placeHolder, matchOnDetail: true });
}

function kinds(): readonly Kind[] {
  return [
    {
      id: "consultation-plan",
      label: l10n.t("Consultation plan"),
      detail: l10n.t("People are asked what they think, and somebody else decides."),
    },
    {
      id: "co-production-plan",
      label: l10n.t("Co-production plan"),
      detail: l10n.t("People and staff do the work and take the decision together."),
    },
    {
      id: "terms-of-reference",
      label: l10n.t("Terms of reference"),
      detail: l10n.t("What a panel, board or group is for, what it decides and what its members get."),
    },
    {
      id: "feedback-report",
      label: l10n.t("Feedback report"),
      detail: l10n.t("What people said, what was done about it and why."),
    },
  ];
}
