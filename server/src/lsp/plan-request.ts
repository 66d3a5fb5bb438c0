import type { TextDocument } from "vscode-languageserver-textdocument";
import { overviewOf } from "../engine/analyse";
import type { Analysis } from "./analyst";
import { type Desk, newest } from "./desk";
import { type PlanView, planView } from "./plan-view";

/** Each reading's plan, made once however many parts of the editor show it. */
const views = new WeakMap<Analysis, PlanView>();

/** The plan of a document in its newest version; null for one that is not open or not checked. */
export async function planOf(desk: Desk, uri: string): Promise<PlanView | null> {
  desk.planNews.wanted = true;
  return (await planAt(desk, uri)) ?? null;
}

/** The same for the server's own parts, which need no news of changes. */
export async function planAt(desk: Desk, uri: string): Promise<PlanView | undefined> {
  const now = await newest(desk, uri);
  return now && viewOf(now.analysis, now.lines);
}

function viewOf(analysis: Analysis, lines: TextDocument): PlanView | undefined {
  const { basis, findings } = analysis;
  if (!basis) return undefined;
  let view = views.get(analysis);
  if (!view) {
    const thisYear = new Date().getFullYear();
    view = planView(overviewOf(basis.document, basis.book, findings, basis.settings, thisYear), lines);
    views.set(analysis, view);
  }
  return view;
}
