import { commands, Disposable, EventEmitter, env, l10n, type TreeDataProvider, type TreeItem, window } from "vscode";
import type { Ground } from "./ground";
import {
  claimInWords,
  decidesInWords,
  decisionDay,
  distance,
  distanceInWords,
  namesOf,
  showsInWords,
} from "./ladder/telling";
import { missingTree } from "./missing-tree";
import { type InFront, PlanInFront } from "./plan-in-front";
import type { PlanActivity, PlanReached, PlanView } from "./plan-view";
import { type TreeNode, treeAsText, treeNode } from "./tree-node";

export const VIEW = "engagementLint.participation";

/** Tells the view's words of welcome what to say: `none`, `unchecked`, `noPlan`, `nothing`, or empty where there is a tree. */
const STATE = "engagementLint.participationState";

/** The view *Participation*: who is asked to take part in what, and what isn't in the plan yet. */
export function participationTree(ground: Ground): Disposable {
  const front = new PlanInFront(ground);
  const tree = new ParticipationTree(front);
  return Disposable.from(
    front,
    tree,
    window.createTreeView(VIEW, { treeDataProvider: tree, showCollapseAll: true }),
    commands.registerCommand("engagementLint.copyParticipation", async () => {
      const text = treeAsText(tree.nodes);
      // What is on the clipboard stays there where there is nothing to put in its place.
      if (text) await env.clipboard.writeText(text);
      if (text) window.setStatusBarMessage(l10n.t("Copied as text."), 5_000);
      else
        void window.showInformationMessage(
          l10n.t("There is nothing to copy. Open a plan, then run this command again."),
        );
      return text;
    }),
  );
}

class ParticipationTree implements TreeDataProvider<TreeNode>, Disposable {
  nodes: readonly TreeNode[] = [];
  private readonly changed = new EventEmitter<void>();
  private readonly listening: Disposable;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(front: PlanInFront) {
    this.listening = front.onDidChange((plan) => this.show(plan));
    this.show(front.plan);
  }

  getTreeItem({ item }: TreeNode): TreeItem {
    return item;
  }

  getChildren(node?: TreeNode): TreeNode[] {
    return [...(node?.children ?? this.nodes)];
  }

  dispose(): void {
    this.listening.dispose();
    this.changed.dispose();
  }

  private show(plan: InFront): void {
    this.nodes = typeof plan === "string" || !plan.isPlan ? [] : nodesOf(plan);
    void commands.executeCommand("setContext", STATE, this.stateOf(plan));
    this.changed.fire();
  }

  private stateOf(plan: InFront): string {
    if (typeof plan === "string") return plan;
    if (!plan.isPlan) return "noPlan";
    return this.nodes.length ? "" : "nothing";
  }
}

function nodesOf(plan: PlanView): TreeNode[] {
  return [...plan.activities.map((activity, number) => activityNode(activity, number, plan)), ...missingTree(plan)];
}

function activityNode(activity: PlanActivity, number: number, plan: PlanView): TreeNode {
  const { name, range } = activity;
  const id = `activity ${number}`;
  const line = {
    id,
    label: name,
    description: levelsOf(activity),
    tooltip: inWords(activity, plan),
    icon: iconOf(activity),
    // A whole section that is selected would go at the next keystroke.
    goesTo: { start: range.start, end: range.start },
    children: [
      ...claimNodes(activity, id, plan),
      ...reasonNodes(activity.evidenced, "quote", l10n.t("Shows {0}", activity.evidenced.name), `${id} shows`, plan),
      decisionNode(activity, id, plan),
      ...supplyNodes(activity, id, plan),
    ],
  };
  return treeNode(line, plan);
}

/** All that the narrow line has no room for. */
function inWords(activity: PlanActivity, { dates }: PlanView): string {
  return [
    claimInWords(activity, l10n.t),
    showsInWords(activity, l10n.t),
    distanceInWords(activity, l10n.t),
    decidesInWords(activity, dates, l10n.t),
  ]
    .filter(Boolean)
    .join(" ");
}

/** “Co-produce → Consult” where the words claim another level than the plan shows. */
function levelsOf(activity: PlanActivity): string {
  const { claimed, evidenced } = activity;
  return claimed && claimed.name !== evidenced.name
    ? l10n.t("{0} → {1}", claimed.name, evidenced.name)
    : evidenced.name;
}

function iconOf(activity: PlanActivity): string {
  const rungs = distance(activity);
  if (rungs > 0) return "arrow-down";
  return activity.claimed && rungs === 0 ? "check" : "organization";
}

function claimNodes({ claimed }: PlanActivity, id: string, plan: PlanView): TreeNode[] {
  return claimed ? reasonNodes(claimed, "megaphone", l10n.t("Claims {0}", claimed.name), `${id} claims`, plan) : [];
}

/** The words that decided a level, one line for each place. */
function reasonNodes({ because }: PlanReached, icon: string, says: string, id: string, plan: PlanView): TreeNode[] {
  return because.map(({ text, range }, number) =>
    treeNode({ id: `${id} ${number}`, label: l10n.t("“{0}”", text), description: says, icon, goesTo: range }, plan),
  );
}

function decisionNode(activity: PlanActivity, id: string, plan: PlanView): TreeNode {
  const { decides } = activity;
  const line = { id: `${id} decides`, icon: "law" };
  if (!decides) return treeNode({ ...line, label: decidesInWords(activity, plan.dates, l10n.t) }, plan);
  const when = decides.date ? { description: decisionDay(decides.date, plan.dates, l10n.t) } : {};
  const label = l10n.t("Decides: {0}", decides.who);
  return treeNode({ ...line, label, ...when, goesTo: decides.place.range }, plan);
}

function supplyNodes({ resourced, lacking }: PlanActivity, id: string, plan: PlanView): TreeNode[] {
  const lines = [
    { id: `${id} given`, icon: "pass", says: l10n.t("In the plan"), supplies: resourced },
    { id: `${id} lacking`, icon: "circle-large-outline", says: l10n.t("Not stated"), supplies: lacking },
  ];
  return lines.flatMap(({ supplies, says, ...line }) =>
    supplies.length ? [treeNode({ ...line, label: says, description: namesOf(supplies, l10n.t) }, plan)] : [],
  );
}
