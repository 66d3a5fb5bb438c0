import type { Finding } from "../../server/src/engine/finding";

/** Findings as `--format json` prints them, as far as score.mjs reads them. */
export function toMessages(text: string, findings: readonly Finding[]): unknown[] {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return findings.map(({ ruleId, concern, absent, severity, message, span }) => ({
    ruleId,
    concern,
    absent,
    severity,
    message,
    line: lineOf(span.start),
    endLine: lineOf(Math.max(span.start, span.end - 1)),
    column: 1,
    endColumn: 1,
  }));
}
