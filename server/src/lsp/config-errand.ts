import type { Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { NOTHING_PERSONAL, type Personal } from "../config/personal";
import type { Retell } from "../words/retell";
import type { Ground } from "./config-book";
import type { Configuration } from "./config-desk";
import { toDiagnostics } from "./config-documents";
import { languageOf } from "./linter";
import type { SettingsBook } from "./settings";

/** What is to be made of a document. */
export type Errand =
  | { readonly kind: "nothing" }
  | ({ readonly kind: "judge" } & Judging)
  | { readonly kind: "configuration"; readonly diagnostics: readonly Diagnostic[] };

export interface Judging {
  readonly ground: Ground;
  readonly everything: boolean;
  readonly personal: Personal;
  /** What is amiss in the document's own front matter. */
  readonly amiss: readonly Diagnostic[];
}

const NOTHING: Errand = { kind: "nothing" };

export interface ErrandGiver {
  /** Documents that someone asked to have checked, whatever the settings say. */
  readonly asked: ReadonlySet<string>;
  readonly settings: SettingsBook;
  readonly configuration: Configuration;
  readonly retell: Retell;
}

export async function errandFor(lines: TextDocument, giver: ErrandGiver): Promise<Errand> {
  const { uri } = lines;
  const { configs, configDocuments } = giver.configuration;
  await giver.configuration.settled();
  if (!languageOf(lines.languageId)) {
    const diagnostics = await configDocuments.diagnosticsOf(lines);
    return diagnostics ? { kind: "configuration", diagnostics } : NOTHING;
  }
  if (giver.asked.has(uri)) return judgeAnyway(await configs.of(uri, lines.getText()), lines, giver.retell);
  const { check, personal } = await giver.settings.of(uri);
  if (check === "off") return NOTHING;
  const ground = await configs.of(uri, lines.getText());
  if (check === "configured" && !ground.resolution.hasConfiguration) return NOTHING;
  return {
    kind: "judge",
    ground,
    everything: check === "everything",
    personal,
    amiss: amissIn(ground, lines, giver.retell),
  };
}

/** Whoever asks has this very document in mind: neither its kind nor a configuration keeps it from being read. */
function judgeAnyway(ground: Ground, lines: TextDocument, retell: Retell): Errand {
  const covered = { yes: true, because: "Someone asked to have this document checked." };
  const resolution = { ...ground.resolution, covered };
  const amiss = amissIn(ground, lines, retell);
  return { kind: "judge", ground: { ...ground, resolution }, everything: true, personal: NOTHING_PERSONAL, amiss };
}

function amissIn({ resolution }: Ground, lines: TextDocument, retell: Retell): Diagnostic[] {
  return toDiagnostics(
    resolution.problems.filter(({ file }) => file === lines.uri),
    lines,
    retell,
  );
}
