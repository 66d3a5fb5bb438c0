import { env, l10n, Uri, window, workspace } from "vscode";
import type { PlanView } from "../plan-view";
import { type SavedAs, saved } from "./saved";
import { sayIn } from "./say";

/** A place named by whoever runs the command saves the question. A menu passes its document by itself, so not a bare one. */
export interface SaveArguments {
  readonly to?: Uri;
}

/** Writes the picture where the author says, and nowhere unasked. */
export async function saveLadder(as: SavedAs, view: PlanView, plan: Uri, to?: Uri): Promise<void> {
  const place = to ?? (await ask(as, plan));
  if (!place) return;
  const content = saved(as, view, sayIn(l10n.bundle as Record<string, string> | undefined), env.language);
  try {
    await workspace.fs.writeFile(place, new TextEncoder().encode(content));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await window.showErrorMessage(l10n.t("The ladder was not saved to {0}: {1}", place.path, reason));
  }
}

function ask(as: SavedAs, plan: Uri): Thenable<Uri | undefined> {
  const title = as === "svg" ? l10n.t("Save the Ladder as SVG") : l10n.t("Save the Ladder as HTML");
  return window.showSaveDialog({ title, defaultUri: suggested(as, plan), filters: filters(as) });
}

function suggested(as: SavedAs, plan: Uri): Uri | undefined {
  const name = plan.path.slice(plan.path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  const folder = plan.scheme === "untitled" ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(plan, "..");
  return folder && Uri.joinPath(folder, `${name || "plan"}-ladder.${as}`);
}

function filters(as: SavedAs): Record<string, string[]> {
  return as === "svg" ? { [l10n.t("Picture")]: ["svg"] } : { [l10n.t("Web page")]: ["html"] };
}
