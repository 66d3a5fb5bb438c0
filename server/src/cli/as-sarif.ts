import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { Known } from "../engine/baseline";
import type { RuleDefinition } from "../engine/definitions";
import type { Severity, Span } from "../engine/finding";
import { MECHANISM_RULES } from "../engine/suppress/mechanism";
import type { Suppressed } from "../engine/suppress/suppress";
import type { Checked } from "./checked";

declare const __VERSION__: string;

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note", hint: "note" };

/** SARIF 2.1.0, which code hosts and dashboards read. What was set aside is in it, with the reason. */
export function asSarif(checked: readonly Checked[]): string {
  const results = checked.flatMap((one) => [
    ...one.verdict.open.map((known) => resultOf(known, one)),
    ...one.verdict.suppressed.map((known) => ({ ...resultOf(known, one), suppressions: [suppressionOf(known)] })),
  ]);
  const run = {
    tool: { driver: { name: "Engagement Lint", version: __VERSION__, rules: rulesIn(checked) } },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { ROOT: { uri: `${pathToFileURL(process.cwd()).href}/` } },
    results,
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf({ finding, fingerprint }: Known, one: Checked): object {
  const { ruleId, severity, message, span, related } = finding;
  return {
    ruleId,
    level: LEVELS[severity],
    message: { text: message },
    locations: [locationOf(span, one)],
    ...(related.length
      ? {
          relatedLocations: related.map((place) => ({
            ...locationOf(place.span, one),
            message: { text: place.message },
          })),
        }
      : {}),
    partialFingerprints: { "engagementLint/v1": fingerprint },
  };
}

function suppressionOf({ reason, by }: Suppressed): object {
  return { kind: by === "comment" ? "inSource" : "external", justification: reason };
}

/** In a Word document lines mean nothing to whoever reads them: its heading and paragraph stand for them. */
function locationOf(span: Span, { path, places }: Checked): object {
  const artifactLocation = artifactOf(path);
  if (places.inWord(span)) {
    return {
      physicalLocation: { artifactLocation },
      logicalLocations: [{ fullyQualifiedName: places.describe(span) }],
    };
  }
  const { line, column, endLine, endColumn } = places.of(span);
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return { physicalLocation: { artifactLocation, region } };
}

function artifactOf(path: string): object {
  if (path.startsWith("<")) return { uri: "stdin" };
  const near = relative(process.cwd(), path).replaceAll("\\", "/");
  if (near.startsWith("..")) return { uri: pathToFileURL(path).href };
  return { uri: near.split("/").map(encodeURIComponent).join("/"), uriBaseId: "ROOT" };
}

interface About {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

/** The rules that something is said by, each once. */
function rulesIn(checked: readonly Checked[]): object[] {
  const about = new Map<string, About>();
  for (const { document, verdict } of checked) {
    const rules: readonly (RuleDefinition | About)[] = [...document.readings.book.rules, ...MECHANISM_RULES];
    const used = new Set([...verdict.open, ...verdict.suppressed].map(({ finding }) => finding.ruleId));
    for (const rule of rules) if (used.has(rule.id)) about.set(rule.id, rule);
  }
  const sorted = [...about.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.map(({ id, title, why }) => ({
    id,
    shortDescription: { text: title },
    ...(why ? { fullDescription: { text: why.replace(/\s+/g, " ").trim() } } : {}),
  }));
}
