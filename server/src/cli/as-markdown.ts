import type { Finding, Span } from "../engine/finding";
import { shortPath } from "./as-text";
import type { Checked } from "./checked";
import { plural } from "./plural";
import { headingsAbove, quoteOf } from "./quote";

/**
 * A report for people who decide: what a plan claims beside what it says elsewhere, what is missing, and what was set
 * aside and why. Every word that is quoted stands in the plan, and is placed.
 */
export function asMarkdown(checked: readonly Checked[]): string {
  const read = checked.filter(({ verdict }) => verdict.checked);
  const alone = checked.filter(({ verdict }) => !verdict.checked);
  const left = alone.map(({ path, verdict }) => `- ${escaped(shortPath(path))}: ${escaped(verdict.because)}`);
  return [
    "# What the plans promise, and what they show",
    overview(read),
    ...read.map(documentReport),
    section("Not checked", left, 2),
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

function overview(checked: readonly Checked[]): string {
  const open = checked.reduce((sum, { findings }) => sum + findings.length, 0);
  const aside = checked.reduce((sum, { verdict }) => sum + verdict.suppressed.length, 0);
  const known = checked.reduce((sum, { verdict }) => sum + verdict.known, 0);
  const parts = [
    `${plural(checked.length, "document")} read`,
    plural(open, "point"),
    ...(aside ? [`${aside} set aside with a reason`] : []),
    ...(known ? [`${known} known before and not repeated`] : []),
  ];
  return `${parts.join("; ")}. Each point is about the text as it stands, and none is a verdict.`;
}

function documentReport(one: Checked): string {
  const { findings, path, verdict } = one;
  const missing = findings.filter(({ absent }) => absent);
  const beside = findings.filter(({ absent, related }) => !absent && related.length);
  const rest = findings.filter(({ absent, related }) => !absent && !related.length);
  const parts = [
    `## ${escaped(shortPath(path))}`,
    beside.length ? `### Claims, and what stands beside them\n\n${claims(beside, one)}` : "",
    section(
      "What is missing",
      missing.map(({ message }) => `- ${escaped(message)}`),
    ),
    section(
      "Other points",
      rest.map((finding) => point(finding, one)),
    ),
    section("Set aside, with the reason", aside(one)),
    section("Terms that the people concerned chose", accepted(one)),
    section("Given by standing policies", policies(one)),
    section(
      "Not read in this document",
      one.lost.map((what) => `- ${escaped(what)}`),
    ),
    findings.length || verdict.suppressed.length ? "" : "Nothing was found.",
  ];
  return parts.filter(Boolean).join("\n\n");
}

function section(title: string, lines: readonly string[], depth = 3): string {
  return lines.length ? `${"#".repeat(depth)} ${title}\n\n${lines.join("\n")}` : "";
}

function claims(findings: readonly Finding[], one: Checked): string {
  const rows = findings.map((finding) => {
    const evidence = finding.related.map(
      ({ span, message }) => `${quoted(span, one)} ${placed(span, one)}. ${escaped(message)}.`,
    );
    return `| ${quoted(finding.span, one)} ${placed(finding.span, one)} | ${evidence.join("<br>")} | ${escaped(finding.message)} |`;
  });
  return ["| The text says | Beside it | Point |", "| --- | --- | --- |", ...rows].join("\n");
}

function point(finding: Finding, one: Checked): string {
  return `- ${quoted(finding.span, one)} ${placed(finding.span, one)}. ${escaped(finding.message)}`;
}

function aside(one: Checked): string[] {
  return one.verdict.suppressed.map(({ finding, reason }) => {
    const where = finding.absent ? "" : `${quoted(finding.span, one)} ${placed(finding.span, one)}. `;
    return `- ${where}${escaped(finding.message)} **Reason given:** ${escaped(reason)}`;
  });
}

function accepted({ verdict }: Checked): string[] {
  return verdict.settings.accepted.map(
    ({ term, by, why }) => `- “${escaped(term)}”, chosen by ${escaped(by)}${why ? `: ${escaped(why)}` : ""}`,
  );
}

function policies({ verdict }: Checked): string[] {
  return Object.entries(verdict.settings.policies).map(([what, { link }]) => `- ${escaped(what)}: ${escaped(link)}`);
}

function quoted(span: Span, { document }: Checked): string {
  const { before, words, after } = quoteOf(document, span);
  const whole = words && `**${escaped(words.trim())}**`;
  const lead = /\s$/.test(before) || /^\s/.test(words) ? " " : "";
  const tail = /^\s/.test(after) || /\s$/.test(words) ? " " : "";
  return `“${escaped(before.trim())}${lead}${whole}${tail}${escaped(after.trim())}”`.replace(/“\s+/, "“");
}

/** “(line 12, under Who takes part)” */
function placed(span: Span, { document, places }: Checked): string {
  if (places.inWord(span)) return `(${escaped(places.describe(span))})`;
  const under = headingsAbove(document, span).at(-1);
  return `(line ${places.of(span).line}${under ? `, under ${escaped(under)}` : ""})`;
}

/** What a plan says must not become markup of the report. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f]+/g, " ")
    .replace(/[\\`*_{}[\]<>|#~]/g, (mark) => `\\${mark}`)
    .replace(/&/g, "&amp;");
}
