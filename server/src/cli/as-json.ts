import type { Edit, Finding } from "../engine/finding";
import type { Checked, Places } from "./checked";

/** An array with an entry for each document, shaped as ESLint's formatter shapes it. */
export function asJson(checked: readonly Checked[]): string {
  const results = checked.map(({ path, findings, places }) => ({
    filePath: path,
    messages: findings.map((finding) => toMessage(finding, places)),
  }));
  return `${JSON.stringify(results, null, 2)}\n`;
}

function toMessage(finding: Finding, places: Places): object {
  const { ruleId, concern, absent, family, severity, message, span, related, fixes } = finding;
  const edits = (all: readonly Edit[]) => all.map((edit) => ({ ...places.of(edit.span), text: edit.text }));
  return {
    ruleId,
    concern,
    absent,
    family,
    severity,
    message,
    ...places.of(span),
    related: related.map((place) => ({ ...places.of(place.span), message: place.message })),
    fixes: fixes.map((fix) => ({ title: fix.title, safe: fix.safe, edits: edits(fix.edits) })),
  };
}
