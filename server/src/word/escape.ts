/** Words that Word takes literally, so that Markdown takes them literally too; no more strokes than it takes. */
export function escaped(words: string): string {
  return words
    .replace(/\\(?=[!-/:-@[-`{-~])|[*`]|<(?=[A-Za-z/!?])|~~/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/\[(?=\^|[^[\]]*\][[(:])/g, "\\[")
    .replace(/&(?=#?\w+;)/g, "&amp;");
}

/** A paragraph that begins as Markdown's own blocks do would become one. */
export function escapedStart(markdown: string): string {
  return markdown
    .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|={3,}|-{3,}|\|)/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

export function escapedCell(markdown: string): string {
  return markdown.replace(/\|/g, "\\|");
}

/** A note to the reader of the source, which is no part of the plan's text. Nothing in it can end it early. */
export function comment(words: string): string {
  return `<!-- ${words.replace(/--+/g, "–").replace(/-?>/g, "›")} -->`;
}
