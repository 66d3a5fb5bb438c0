import type { Known } from "../engine/baseline";
import type { Edit, Span } from "../engine/finding";
import type { Checked, Places } from "./checked";

/** An array with an entry for each document, shaped as ESLint's formatter shapes it. */
export function asJson(checked: readonly Checked[]): string {
  const results = checked.map(({ path, verdict, places, lost }) => ({
    filePath: path,
    ...(lost.length ? { lost } : {}),
    ...(verdict.checked ? {} : { notChecked: verdict.because }),
    messages: verdict.open.map((known) => toMessage(known, places)),
    suppressed: verdict.suppressed.map((known) => ({ ...toMessage(known, places), reason: known.reason })),
    known: verdict.known,
  }));
  return `${JSON.stringify(results, null, 2)}\n`;
}

/** Lines and columns; in a Word document, where neither is seen, its heading and paragraph as well. */
function placed(span: Span, places: Places): object {
  const word = places.inWord(span);
  return { ...places.of(span), ...(word ? { place: { ...word, text: places.describe(span) } } : {}) };
}

function toMessage({ finding, fingerprint }: Known, places: Places): object {
  const { ruleId, concern, absent, family, severity, message, span, related, fixes } = finding;
  const edits = (all: readonly Edit[]) => all.map((edit) => ({ ...places.of(edit.span), text: edit.text }));
  return {
    ruleId,
    fingerprint,
    concern,
    absent,
    family,
    severity,
    message,
    ...placed(span, places),
    related: related.map((place) => ({ ...placed(place.span, places), message: place.message })),
    // Edits would be to Markdown that nobody has: in Word they would be made in the wrong place.
    fixes: (places.inWord(span) ? [] : fixes).map((fix) => ({
      title: fix.title,
      safe: fix.safe,
      edits: edits(fix.edits),
    })),
  };
}
