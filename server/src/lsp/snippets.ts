/** A blank for what only the author knows: `[rate]`. */
const BLANK = /\[[^[\]]+\]/g;

export function hasBlanks(text: string): boolean {
  return text.search(BLANK) >= 0;
}

/**
 * The text as a snippet whose blanks are stops for the tab key. Each blank is selected with its brackets, so that one
 * left as it is still reads as a blank.
 */
export function toSnippet(text: string): string {
  let stop = 0;
  const parts = text.split(BLANK).map(escaped);
  const blanks = (text.match(BLANK) ?? []).map((blank) => `\${${++stop}:${escaped(blank)}}`);
  return parts.map((part, place) => part + (blanks[place] ?? "")).join("");
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
