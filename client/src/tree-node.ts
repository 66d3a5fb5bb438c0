import { Range, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from "vscode";
import type { PlanView } from "./plan-view";

/** A line of a tree, with what stands beneath it. */
export interface TreeNode {
  readonly item: TreeItem;
  readonly children: readonly TreeNode[];
}

export interface Line {
  /** Stays the same from one reading to the next, so that what was opened stays open. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon: string;
  readonly goesTo?: PlanView["activities"][number]["range"];
  readonly children?: readonly TreeNode[];
  readonly open?: boolean;
}

/** A line that goes to the words in the document when it is clicked or chosen with Enter. */
export function treeNode(line: Line, plan: PlanView): TreeNode {
  const { id, label, description, tooltip, icon, goesTo, children = [], open = false } = line;
  const state = open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(label, children.length ? state : TreeItemCollapsibleState.None);
  item.id = id;
  item.iconPath = new ThemeIcon(icon);
  item.tooltip = tooltip ?? label;
  // An icon says nothing to someone who can't see it, and nobody wants to hear the same sentence twice.
  const spoken = [label, description, tooltip === description ? undefined : tooltip].filter(
    (part) => part !== undefined,
  );
  item.accessibilityInformation = { label: spoken.map((part) => part.replace(/\.$/, "")).join(". ") };
  if (description) item.description = description;
  if (goesTo) {
    const { start, end } = goesTo;
    const selection = new Range(start.line, start.character, end.line, end.character);
    item.command = { title: label, command: "vscode.open", arguments: [Uri.parse(plan.uri, true), { selection }] };
  }
  return { item, children };
}

/** A tree as text, indented, for whoever would rather read it or send it on. */
export function treeAsText(nodes: readonly TreeNode[], indent = ""): string {
  return nodes
    .map(({ item, children }) => {
      const words = [item.label, item.description].filter(Boolean).join(": ");
      return `${indent}${words}\n${treeAsText(children, `${indent}  `)}`;
    })
    .join("");
}
