import { l10n } from "vscode";
import { supplyInWords } from "./ladder/telling";
import type { PlanView } from "./plan-view";
import { type TreeNode, treeNode } from "./tree-node";

/** What a reader would look for in vain, gathered in one place; nothing where nothing is missing. */
export function missingTree(plan: PlanView): TreeNode[] {
  if (!plan.isPlan || plan.missing.length === 0) return [];
  const children = plan.missing.map(({ supply, message, range }) =>
    treeNode(
      {
        id: `missing ${supply}`,
        label: supplyInWords(supply, l10n.t),
        description: message,
        tooltip: message,
        icon: "circle-large-outline",
        goesTo: range,
      },
      plan,
    ),
  );
  const group = {
    id: "missing",
    label: l10n.t("Not yet in this plan"),
    description: String(children.length),
    icon: "checklist",
    children,
    open: true,
  };
  return [treeNode(group, plan)];
}
