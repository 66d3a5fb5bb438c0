import type { InitializeResult } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { overviewOf } from "../engine/analyse";
import type { Say } from "../words/say";
import type { Analysis } from "./analyst";
import { codeLenses } from "./code-lens";
import { type Desk, newest } from "./desk";
import { PLAN_REQUEST, type PlanParams, type PlanView, planView } from "./plan-view";
import { outlineLabel, symbolsIn } from "./symbols";
import { withPlaces } from "./where-missing";

/** What shows the plan at a glance in editors that know nothing of this one's own requests. */
export function planCapabilities(say: Say): InitializeResult["capabilities"] {
  return { codeLensProvider: { resolveProvider: false }, documentSymbolProvider: { label: outlineLabel(say) } };
}

/** Answers everything that is drawn from the plan at a glance. */
export function answerPlans(desk: Desk): void {
  const { connection, features, settings, planNews } = desk;
  connection.onRequest(PLAN_REQUEST, async ({ uri }: PlanParams) => {
    planNews.wanted = true;
    return (await planAt(desk, uri)) ?? null;
  });
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    if (!(await settings.of(uri)).codeLens) return [];
    const view = await planAt(desk, uri);
    return view ? codeLenses(view, thisYear(), features.commands, desk.say) : [];
  });
  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
    const view = await planAt(desk, uri);
    return view && features.nestedSymbols ? symbolsIn(view) : [];
  });
}

/** Each reading's plan, made once however many parts of the editor show it. */
const views = new WeakMap<Analysis, PlanView>();

/** The plan of a document in its newest version; undefined for one that is not open or not checked. */
async function planAt(desk: Desk, uri: string): Promise<PlanView | undefined> {
  const now = await newest(desk, uri);
  return now && viewOf(now.analysis, now.lines, desk.say);
}

function viewOf(analysis: Analysis, lines: TextDocument, say: Say): PlanView | undefined {
  const { basis, findings } = analysis;
  if (!basis) return undefined;
  let view = views.get(analysis);
  if (!view) {
    const overview = overviewOf(basis.document, basis.book, findings, basis.settings, thisYear());
    view = planView(withPlaces(overview, basis.document), lines, say);
    views.set(analysis, view);
  }
  return view;
}

function thisYear(): number {
  return new Date().getFullYear();
}
