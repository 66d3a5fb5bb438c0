import { activitiesOf } from "../engine/analyse";
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
  return listing(checked, ({ document, places }) =>
    document.blocks.flatMap(({ start, reading }) =>
      reading.hits.map((hit) => {
        const span = { start: start + hit.span.start, end: start + hit.span.end };
        const { line, column } = places.of(span);
        const words = document.source.text.slice(span.start, span.end).replace(/\s+/g, " ");
        const guards = hit.guards.length ? ` (${hit.guards.join(", ")})` : "";
        return `${line}:${column}: ${document.readings.book.facts[hit.fact]?.name}: “${words}”${guards}`;
      }),
    ),
  );
}

/** What people are asked to take part in, in order: what each is called, what it is, who decides, what is given. */
export function levelsAsText(checked: readonly Checked[]): string {
  const { levels } = builtInBook();
  const nameOf = (level: number): string => levels.find((known) => known.level === level)?.name ?? String(level);
  return listing(checked, ({ document, places }) =>
    activitiesOf(document, document.readings.book).map((activity) => {
      const { line } = places.of(activity.span);
      const claimed = activity.claimed ? `claimed ${nameOf(activity.claimed.level)}, ` : "";
      const given = activity.resourced.length ? ` · ${activity.resourced.join(", ")} stated` : "";
      return `${line}: ${activity.name}: ${claimed}borne out ${nameOf(activity.evidenced.level)} · decision: ${activity.decision}${given}`;
    }),
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
