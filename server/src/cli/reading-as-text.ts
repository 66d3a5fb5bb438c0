import { builtInBook } from "../rulebook/built-in";
import type { Checked } from "./checked";

/** How each document was cut into blocks: where each begins, what it is, and how it begins. */
export function blocksAsText(checked: readonly Checked[]): string {
  return listing(checked, ({ document, places }) =>
    document.blocks.map(({ block, start }) => {
      const { line } = places.of({ start, end: start });
      const depth = block.depth ? ` ${block.depth}` : "";
      const marks = [block.quoted ? " quoted" : "", block.note ? " note" : ""].join("");
      return `${line}: ${block.kind}${depth}${marks}: ${block.text.replace(/\s+/g, " ").slice(0, 80)}`;
    }),
  );
}

/** Which facts each document states, where, in which words, and what takes from their being the author's own claim. */
export function factsAsText(checked: readonly Checked[]): string {
  const { facts } = builtInBook();
  return listing(checked, ({ document, places }) =>
    document.blocks.flatMap(({ start, reading }) =>
      reading.hits.map((hit) => {
        const span = { start: start + hit.span.start, end: start + hit.span.end };
        const { line, column } = places.of(span);
        const words = document.source.text.slice(span.start, span.end).replace(/\s+/g, " ");
        const guards = hit.guards.length ? ` (${hit.guards.join(", ")})` : "";
        return `${line}:${column}: ${facts[hit.fact]?.name}: “${words}”${guards}`;
      }),
    ),
  );
}

function listing(checked: readonly Checked[], lines: (one: Checked) => readonly string[]): string {
  return checked
    .map(
      (one) =>
        `${one.path}\n${lines(one)
          .map((line) => `  ${line}\n`)
          .join("")}`,
    )
    .join("");
}
