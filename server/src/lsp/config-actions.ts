import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import { isWithin, join, liesSomewhere, nameOf } from "../config/uri";
import { CONFIG_NAME } from "../config/world";
import type { Finding } from "../engine/finding";
import { MECHANISM_RULES } from "../engine/suppress/mechanism";
import type { Ground } from "./config-book";
import { ruleOff } from "./config-edits";
import { fileEdit } from "./config-file-edit";
import { ACCEPT_COMMAND } from "./config-requests";
import type { Desk } from "./desk";
import type { Scene } from "./scene";

const ACCEPT_KIND = `${CodeActionKind.QuickFix}.engagementLint.accept`;
const OFF_KIND = `${CodeActionKind.QuickFix}.engagementLint.ruleOff`;

/** Sets a finding aside with a reason, for a client that can ask for one. Those about suppressions can't be set aside. */
export function acceptActions({ here, analysis, lines, diagnosticOf }: Scene, { features, say }: Desk): CodeAction[] {
  if (!features.commands.has(ACCEPT_COMMAND)) return [];
  return here
    .filter(({ ruleId }) => !MECHANISM_RULES.some(({ id }) => id === ruleId))
    .map((finding) => {
      const title = say("Accept with a reason: {0}", titleOf(finding, analysis));
      const target = { uri: lines.uri, fingerprint: analysis.fingerprints.get(finding), message: finding.message };
      return {
        title,
        kind: ACCEPT_KIND,
        diagnostics: [diagnosticOf(finding)],
        command: { title, command: ACCEPT_COMMAND, arguments: [target] },
      };
    });
}

/** Turns a rule off where the team's configuration is, or in a new one. */
export async function ruleOffActions(scene: Scene, desk: Desk): Promise<CodeAction[]> {
  const { here, analysis, lines, diagnosticOf } = scene;
  if (here.length === 0) return [];
  const { configs } = desk.configuration;
  const uri = configurationFor(await configs.of(lines.uri, lines.getText()), lines.uri, configs.roots);
  if (!uri) return [];
  const before = await configs.textAt(uri);
  return oncePerRule(here).flatMap((finding) => {
    const { span, text } = ruleOff(before ?? "", finding.ruleId);
    const after = (before ?? "").slice(0, span.start) + text + (before ?? "").slice(span.end);
    const edit = fileEdit(uri, before, after, desk.features);
    if (!edit) return [];
    return [
      {
        title: desk.say("Turn this rule off for the team: {0}", titleOf(finding, analysis)),
        kind: OFF_KIND,
        diagnostics: here.filter(({ ruleId }) => ruleId === finding.ruleId).map(diagnosticOf),
        edit,
      },
    ];
  });
}

/** The configuration nearest to the document; where there is none, the place for one in its workspace folder. */
export function configurationFor({ resolution }: Ground, uri: string, roots: readonly string[]): string | undefined {
  const nearest = resolution.files.findLast((file) => nameOf(file.uri) === CONFIG_NAME && !isInstalled(file.uri));
  if (nearest) return nearest.uri;
  const root = liesSomewhere(uri) ? roots.find((folder) => isWithin(uri, folder)) : roots[0];
  return root && join(root, CONFIG_NAME);
}

function isInstalled(uri: string): boolean {
  return uri.includes("/node_modules/");
}

function oncePerRule(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [finding.ruleId, finding])).values()];
}

function titleOf({ ruleId }: Finding, { basis }: Scene["analysis"]): string {
  const all = [...(basis?.book.rules ?? []), ...MECHANISM_RULES];
  return all.find(({ id }) => id === ruleId)?.title ?? ruleId;
}
