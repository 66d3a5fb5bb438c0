const LONGEST_QUOTE = 40;
/** Enough of a text to tell that it is too long, unless it is mostly blanks. */
const BEGINNING = 160;

/** Words that were found, in one line and cut to a length that leaves a message readable. */
export function quoteOf(found: string): string {
  const beginning = found.length > BEGINNING ? plain(found.slice(0, BEGINNING)) : "";
  const words = beginning.length > LONGEST_QUOTE ? beginning : plain(found);
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : words;
}

function plain(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

/** Puts quotations into a message, where it has places for them. */
export function saying(message: string): (quote: string) => string {
  const parts = message.split(/\{(?:found|claim|phrase|term)\}/);
  return parts.length === 1 ? () => message : (quote) => parts.join(quote);
}
