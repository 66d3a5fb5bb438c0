import { TextDocument } from "vscode-languageserver-textdocument";
import { type Personal, shownTo } from "../config/personal";
import { type Desk, failure } from "./desk";
import { type Judged, languageOf } from "./linter";
import { whyLeftAlone, whySilent } from "./not-checked";
import type { CheckTextParams, CheckTextResult } from "./questions";
import { readSettings, type Settings } from "./settings";
import { toDiagnostics } from "./to-diagnostic";

/** Checks a text that is not open, as it would be checked if it were. */
export async function checkText(desk: Desk, params: CheckTextParams): Promise<CheckTextResult> {
  const language = languageOf(params.languageId);
  if (!language) return left(desk.say("It is of a kind that is not read."));
  const { uri, text } = params;
  await desk.configuration.settled();
  const ground = await desk.configuration.configs.once(uri, text);
  const chosen = await chosenFor(desk, uri);
  const why = whyLeftAlone(chosen, ground, desk);
  if (why !== undefined) return left(why);
  try {
    const everything = chosen.check === "everything";
    const judged = desk.linter.check({ text, language }, { ground, everything, before: undefined });
    return resultOf(desk, params, judged, chosen.personal);
  } catch (error) {
    desk.connection.console.error(failure(uri, error, desk.say));
    return left(desk.say("It could not be read. What went wrong stands in the output."));
  }
}

function left(notChecked: string): CheckTextResult {
  return { diagnostics: [], notChecked };
}

/** Whoever has a folder checked wants it checked, even where nothing is checked while it is written. */
async function chosenFor({ settings, documents }: Desk, uri: string): Promise<Settings> {
  const chosen = await settings.of(uri);
  if (!documents.get(uri)) settings.forget(uri);
  return chosen.check === "off" ? { ...chosen, check: readSettings(undefined).check } : chosen;
}

function resultOf(
  { features, say }: Desk,
  { uri, languageId, text }: CheckTextParams,
  judged: Judged,
  personal: Personal,
): CheckTextResult {
  const shown = judged.open.flatMap(({ finding, fingerprint }) =>
    shownTo(personal, [finding]).map((one) => ({ finding: one, fingerprint })),
  );
  const findings = shown.map(({ finding }) => finding);
  const lines = TextDocument.create(uri, languageId, 0, text);
  const prints = new Map(shown.map(({ finding, fingerprint }) => [finding, fingerprint]));
  const diagnostics = toDiagnostics(findings, lines, features.relatedInformation, prints, say);
  const silent = findings.length ? undefined : whySilent(judged.document, judged.book, judged.settings, say);
  return silent === undefined ? { diagnostics } : left(silent);
}
