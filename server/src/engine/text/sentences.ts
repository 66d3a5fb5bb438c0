import type { Span } from "../finding";

/** Short forms that end in a stop and seldom end a sentence. */
const SHORT = new Set(
  (
    "e.g i.e etc cf viz vs approx dept est fig figs no nos para paras p pp s ss st dr mr mrs ms prof rev cllr cllrs hon " +
    "sgt supt insp capt gov jr sr ltd plc inc co vol ed eds al ref tel ext a.m p.m am pm min max ch sch art reg regs c n b"
  ).split(" "),
);

const END = /[.!?…]+[”"’')\]]*(?=\s|$)/g;

/** The sentences of a normal text. Together they cover all of it but the blanks between them. */
export function sentences(text: string): Span[] {
  const found: Span[] = [];
  let start = skipBlanks(text, 0);
  END.lastIndex = 0;
  for (let match = END.exec(text); match; match = END.exec(text)) {
    const end = match.index + match[0].length;
    if (end < text.length && !endsSentence(text, match.index, end, match[0])) continue;
    if (end > start) found.push({ start, end });
    start = skipBlanks(text, end);
  }
  if (start < text.length) found.push({ start, end: text.trimEnd().length });
  return found.filter((span) => span.end > span.start);
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] === " ") at += 1;
  return at;
}

function endsSentence(text: string, stop: number, end: number, mark: string): boolean {
  const next = text.slice(end, end + 6).trimStart();
  if (!/^[\p{Lu}\p{N}“"‘'([•£€–—-]/u.test(next)) return false;
  if (!mark.startsWith(".") || mark.length > 1) return true;
  const word = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, stop - 12), stop))![0].toLowerCase();
  if (/^\p{L}$/u.test(word) && !/^i$/.test(word)) return false;
  if (!SHORT.has(word)) return true;
  // "at 7 p.m. The hall" ends a sentence; "No. 4" and "Cllr. Khan" do not.
  return /^(?:a\.m|p\.m|am|pm|etc|ltd|plc|inc)$/.test(word) && /^\p{Lu}/u.test(next);
}
