import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Concern, Supply } from "../../server/src/engine/finding";

/** A document with what an adviser would say of it. Offsets are in `text`. */
export interface LabelledDocument {
  readonly name: string;
  /** Who wrote it: documents of one writer are left out together. */
  readonly writer: string;
  readonly kind: "plan" | "report" | "guidance" | "other";
  readonly text: string;
  readonly labels: readonly Label[];
  readonly facts: Readonly<Partial<Record<Supply, "present" | "weak" | "absent" | "na">>>;
}

export interface Label {
  readonly start: number;
  readonly end: number;
  readonly concern: Concern;
  /** Careful readers differed: neither finding it nor missing it is an error. */
  readonly optional: boolean;
}

/** Reads `⟦concern: words⟧` marks and the `%%` header of the project's own documents. */
export function readMarked(name: string, raw: string): LabelledDocument {
  const end = raw.indexOf("\n");
  const header = Object.fromEntries((raw.slice(0, end).match(/\S+=\S+/g) ?? []).map((pair) => pair.split("=")));
  const { kind, ...facts } = header;
  const labels: Label[] = [];
  let text = "";
  let last = 0;
  const body = raw.slice(end + 1);
  for (const match of body.matchAll(/⟦([a-z+-]+): ([^⟦⟧]+)⟧/g)) {
    text += body.slice(last, match.index);
    for (const concern of match[1]!.split("+")) {
      labels.push({
        start: text.length,
        end: text.length + match[2]!.length,
        concern: concern as Concern,
        optional: false,
      });
    }
    text += match[2]!;
    last = match.index + match[0].length;
  }
  return { name, writer: name[0]!, kind, text: text + body.slice(last), labels, facts };
}

/** Every marked document of a folder. */
export function markedDocuments(folder: string): LabelledDocument[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .sort()
    .map((name) => readMarked(name, readFileSync(join(folder, name), "utf8")));
}

/** Every document of a folder that has a `NAME.labels.json` beside it. */
export function labelledDocuments(folder: string): LabelledDocument[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".labels.json"))
    .sort()
    .map((name) => {
      const labels = JSON.parse(readFileSync(join(folder, name), "utf8"));
      const text = readFileSync(join(folder, labels.document), "utf8");
      const writer = basename(folder) === "real" ? "real" : /^\d/.test(name) ? "0" : name[0]!;
      const placed = labels.findings.map((label: LineLabel) => placeLabel(text, label));
      return { name: labels.document, writer, kind: labels.kind, text, labels: placed, facts: labels.facts ?? {} };
    });
}

interface LineLabel {
  readonly line: number;
  readonly quote: string;
  readonly concern: Concern;
  readonly optional?: boolean;
}

function placeLabel(text: string, label: LineLabel): Label {
  let start = 0;
  for (let line = 1; line < label.line; line++) {
    const next = /\r\n|\n|\r/g;
    next.lastIndex = start;
    const match = next.exec(text);
    if (!match) break;
    start = match.index + match[0].length;
  }
  const at = text.indexOf(label.quote, start);
  const from = at < 0 ? start : at;
  return { start: from, end: from + label.quote.length, concern: label.concern, optional: label.optional ?? false };
}
