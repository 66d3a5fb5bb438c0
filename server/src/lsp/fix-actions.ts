import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver";
import type { Edit, Finding, Fix } from "../engine/finding";
import type { Desk } from "./desk";
import type { Scene } from "./scene";
import { hasBlanks } from "./snippets";
import { toWorkspaceEdit } from "./to-edit";

/** What an action is to change, for making its edit when it is chosen and not before. */
export interface Wanted {
  readonly uri: string;
  readonly version: number;
  readonly change: Change;
}

type Change =
  | {
      readonly what: "fix";
      readonly ruleId: string;
      readonly start: number;
      readonly end: number;
      readonly fix: number;
    }
  | { readonly what: "kind"; readonly ruleId: string }
  | { readonly what: "all" };

export function isWanted(data: unknown): data is Wanted {
  return typeof data === "object" && data !== null && "change" in data && "version" in data && "uri" in data;
}

/** The fixes of each finding: naming the thing honestly, and making good what is promised. */
export function fixes(scene: Scene, desk: Desk): CodeAction[] {
  return scene.here.flatMap((finding) => {
    const preferred = preferredOf(finding.fixes);
    return finding.fixes.map((fix, number) => {
      const { ruleId, span } = finding;
      const change: Change = { what: "fix", ruleId, ...span, fix: number };
      const action = actionFor(fix.title, CodeActionKind.QuickFix, change, [finding], scene, desk);
      return fix === preferred ? { ...action, isPreferred: true } : action;
    });
  });
}

/** The safe one; or the only one, if it leaves nothing to fill in. Between two ways the author chooses. */
function preferredOf(all: readonly Fix[]): Fix | undefined {
  const [only] = all.length === 1 ? all : [];
  return all.find(({ safe }) => safe) ?? (only?.edits.some(({ text }) => hasBlanks(text)) ? undefined : only);
}

/** “Fix all of this kind”, where a rule has two findings or more that may be mended without being looked at. */
export function fixAllOfKindActions(scene: Scene, desk: Desk): CodeAction[] {
  const rules = new Set(scene.here.map(({ ruleId }) => ruleId));
  return [...rules].flatMap((ruleId) => {
    const alike = safelyFixed(ofRule(ruleId, scene.analysis.findings));
    if (alike.length < 2) return [];
    const title = desk.say("Fix all {0} of this kind: {1}", alike.length, alike[0]!.fix.title);
    const findings = alike.map(({ finding }) => finding);
    return [actionFor(title, ALL_OF_KIND, { what: "kind", ruleId }, findings, scene, desk)];
  });
}

const ALL_OF_KIND = `${CodeActionKind.QuickFix}.engagementLint.allOfKind`;

/** What a client asks for by name, to have done when a document is saved. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.engagementLint`;

/** Everything safe at once. It is for the whole document, so only who asks for it by name is offered it. */
export function fixAllActions(scene: Scene, desk: Desk): CodeAction[] {
  const all = safelyFixed(scene.analysis.findings);
  if (!scene.named(FIX_ALL_KIND) || all.length === 0) return [];
  const findings = all.map(({ finding }) => finding);
  return [actionFor(desk.say("Apply all safe fixes"), FIX_ALL_KIND, { what: "all" }, findings, scene, desk)];
}

function actionFor(
  title: string,
  kind: string,
  change: Change,
  findings: readonly Finding[],
  { analysis, lines, diagnosticOf }: Scene,
  { features }: Desk,
): CodeAction {
  const diagnostics: Diagnostic[] = findings.map(diagnosticOf);
  const wanted: Wanted = { uri: lines.uri, version: lines.version, change };
  return {
    title,
    kind,
    diagnostics,
    ...(features.resolvesEdits
      ? { data: wanted }
      : { edit: toWorkspaceEdit(editsOf(wanted, analysis.findings), lines, features) }),
  };
}

/** The edits of a change, in order of the document and without overlap; none where its finding is no longer there. */
export function editsOf({ change }: Wanted, findings: readonly Finding[]): readonly Edit[] {
  if (change.what === "fix") {
    const { ruleId, start, end, fix } = change;
    const same = ofRule(ruleId, findings).find(({ span }) => span.start === start && span.end === end);
    return same?.fixes[fix]?.edits ?? [];
  }
  return safelyFixed(change.what === "kind" ? ofRule(change.ruleId, findings) : findings).flatMap(
    ({ fix }) => fix.edits,
  );
}

function ofRule(ruleId: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.ruleId === ruleId);
}

interface SafelyFixed {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** The findings that have a safe fix, each with it. Of two whose edits would overlap the first one is mended. */
function safelyFixed(findings: readonly Finding[]): SafelyFixed[] {
  const kept: SafelyFixed[] = [];
  let end = -1;
  const fixable = findings.flatMap((finding) => {
    const fix = finding.fixes.find(({ safe, edits }) => safe && edits.length > 0);
    return fix ? [{ finding, fix }] : [];
  });
  for (const one of fixable.sort((a, b) => firstOf(a.fix) - firstOf(b.fix))) {
    if (firstOf(one.fix) < end) continue;
    kept.push(one);
    end = Math.max(...one.fix.edits.map(({ span }) => span.end));
  }
  return kept;
}

function firstOf({ edits }: Fix): number {
  return Math.min(...edits.map(({ span }) => span.start));
}
