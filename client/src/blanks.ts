/** A blank is words in square brackets that are no link, footnote or box to tick. */
const BLANK = /\[(?!\^|[ xX]\])([^\]\n]+)\](?![([])/g;

/**
 * Makes a snippet of a whole document: each blank becomes a stop for the tab key. Unlike the sentences that the server
 * offers, a document has blanks of one name that mean one thing, and those are filled together.
 */
export function toSnippet(text: string): string {
  const numbers = new Map<string, number>();
  let snippet = "";
  let from = 0;
  for (const blank of text.matchAll(BLANK)) {
    const name = blank[1]!;
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    snippet += `${literal(text.slice(from, blank.index))}\${${number}:${literal(blank[0])}}`;
    from = blank.index + blank[0].length;
  }
  return snippet + literal(text.slice(from));
}

/** What would mean something in a snippet stands for itself. */
function literal(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
