import { relative } from "node:path";
import { type Finding, SEVERITIES, type Span } from "../engine/finding";
import type { Checked, Place, Places } from "./checked";
import { plural } from "./plural";

/** How the text is to look. */
export interface Look {
  readonly colour: boolean;
  /** How many columns there are to write in. */
  readonly width: number;
}

/** Findings for a person to read: each with the words it is about and the places that bear on it; a summary ends them. */
export function asText(checked: readonly Checked[], look: Look): string {
  const paint = painter(look.colour);
  const findings = checked.flatMap((one) => one.findings.map((finding) => describe(finding, one, look, paint)));
  const more = [...checked.map(unread), setAside(checked, paint)].filter(Boolean);
  return [...findings, ...more, summary(checked, paint)].join("\n");
}

/** Who set a finding aside gave a reason: whoever reads the findings reads it too. */
function setAside(checked: readonly Checked[], paint: Paint): string {
  const lines = checked.flatMap(({ path, places, verdict }) =>
    verdict.suppressed.map(({ finding, reason }) => {
      const where = `${shortPath(path)}:${places.inWord(finding.span) ? " " : ""}${places.describe(finding.span)}`;
      return `  ${printable(where)} ${paint("dim", finding.ruleId)} ${printable(reason)}\n`;
    }),
  );
  return lines.length ? `Set aside, with the reason:\n${lines.join("")}` : "";
}

/** What a Word document holds that could not be read may hold what the plan seems to lack. */
function unread({ path, lost }: Checked): string {
  if (lost.length === 0) return "";
  return `${shortPath(path)}: not all of this Word document could be read.\n${lost.map((line) => `  ${printable(line)}.\n`).join("")}`;
}

const CODES = { bold: 1, dim: 2, red: 31, yellow: 33, blue: 34, cyan: 36 } as const;
type Paint = (colour: keyof typeof CODES, text: string) => string;

function painter(colour: boolean): Paint {
  return (name, text) => (colour ? `\u001b[${CODES[name]}m${text}\u001b[0m` : text);
}

const SEVERITY_COLOUR = { error: "red", warning: "yellow", info: "blue", hint: "cyan" } as const;

function describe(finding: Finding, { path, places }: Checked, look: Look, paint: Paint): string {
  const head = [
    paint(
      "bold",
      `${shortPath(path)}:${places.inWord(finding.span) ? " " : ""}${printable(places.describe(finding.span))}`,
    ),
    paint(SEVERITY_COLOUR[finding.severity], finding.severity),
    printable(finding.message),
    paint("dim", finding.ruleId),
  ].join(" ");
  const related = finding.related.flatMap((place) => quote(place.span, places, look, paint, place.message));
  return [head, ...quote(finding.span, places, look, paint), ...related, ""].join("\n");
}

export function shortPath(path: string): string {
  const near = relative(process.cwd(), path);
  return path.startsWith("<") || near.startsWith("..") ? path : near;
}

const GUTTER = 8;

/** The line on which a span begins, cut to the width there is, and a rule beneath the span. */
function quote(span: Span, places: Places, look: Look, paint: Paint, note = ""): string[] {
  const place = places.of(span);
  const { before, marked, after } = cut(places.line(place.line), place, look.width - GUTTER - 2);
  const gutter = (text: string) => paint("dim", `${text.padStart(GUTTER - 2)} | `);
  const rule = `${" ".repeat([...before].length)}${"^".repeat(Math.max(1, [...marked].length))}`;
  const under = note ? `${rule} ${printable(note)}` : rule;
  const number = places.inWord(span) ? "" : String(place.line);
  return [`${gutter(number)}${before}${marked}${after}`, `${gutter("")}${paint("cyan", under)}`];
}

interface Cut {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** The words before, in and after a place, no wider than `width` together: paragraphs are often a single line. */
function cut(line: string, place: Place, width: number): Cut {
  const from = place.column - 1;
  const to = place.endLine === place.line ? place.endColumn - 1 : line.length;
  const marked = shorten(printable(line.slice(from, to)), width);
  const room = width - marked.length;
  const after = shorten(printable(line.slice(to)), Math.max(Math.floor(room / 2), room - from));
  const before = shortenStart(printable(line.slice(0, from)), room - after.length);
  return { before, marked, after };
}

function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${whole(text.slice(0, Math.max(0, width - 1)))}…`;
}

function shortenStart(text: string, width: number): string {
  if (text.length <= width) return text;
  return width <= 1 ? "…" : `…${whole(text.slice(1 - width))}`;
}

/** Leaves off half a character at either end. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, "");
}

/** A document may hold characters that would move the cursor, change colours or turn the line around. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, " ");
}

function summary(checked: readonly Checked[], paint: Paint): string {
  if (checked.length === 0) return "";
  const read = checked.filter(({ verdict }) => verdict.checked);
  const findings = read.flatMap((one) => one.findings);
  const documents = plural(read.length, "document");
  const rest = remainder(checked);
  if (findings.length === 0) return `${documents} read; nothing found.\n${rest}`;
  const severities = SEVERITIES.filter((severity) => findings.some((one) => one.severity === severity));
  const families = [...new Set(findings.map(({ family }) => family))].sort();
  const byFamily = families.map((family) => `${family} ${findings.filter((one) => one.family === family).length}`);
  const bySeverity = severities.map(
    (severity) => `${severity} ${findings.filter((one) => one.severity === severity).length}`,
  );
  const found = `${plural(findings.length, "finding")} in ${documents}: ${bySeverity.join(", ")}.`;
  return `${paint("bold", found)}\nBy family: ${byFamily.join(", ")}.\n${rest}`;
}

/** What is not among the findings, so that a short answer isn't taken for a clean one. */
function remainder(checked: readonly Checked[]): string {
  const known = checked.reduce((sum, { verdict }) => sum + verdict.known, 0);
  const aside = checked.reduce((sum, { verdict }) => sum + verdict.suppressed.length, 0);
  const alone = checked.filter(({ verdict }) => !verdict.checked).length;
  return [
    aside ? `${plural(aside, "finding")} set aside, with a reason.\n` : "",
    known ? `${plural(known, "finding")} known to the baseline.\n` : "",
    alone
      ? `${plural(alone, "document")} not checked, as the configuration says: “engagement-lint explain PATH” tells why.\n`
      : "",
  ].join("");
}
