import type { FixDefinition, RuleDefinition } from "../definitions";
import { moved } from "../fact-table";
import type { Edit, Fix, Span } from "../finding";
import type { FactHit } from "../reading/reading";
import { onceFor } from "../remembered";
import type { SectionBlock } from "../section";
import { tokens } from "../text/tokens";
import { inflectLike, matchCapitals } from "./inflect";

/** What a rule offers to do about a hit, with offsets in its block. */
export function fixesFor(rule: RuleDefinition, hit: FactHit, { block, reading }: SectionBlock): Fix[] {
  return rule.fixes.flatMap((definition) => {
    const edits = editsFor(definition, hit.span, block.text, reading.sentences[hit.sentence]!.span);
    return edits.length ? [{ title: definition.title, safe: definition.safe, edits }] : [];
  });
}

/** The same fix, `by` further on. */
export function movedFix({ title, safe, edits }: Fix, by: number): Fix {
  return { title, safe, edits: edits.map(({ span, text }) => ({ span: moved(span, by), text })) };
}

function editsFor(definition: FixDefinition, span: Span, text: string, sentence: Span): Edit[] {
  const found = text.slice(span.start, span.end);
  if (definition.replace !== undefined) return [{ span, text: matchCapitals(found, definition.replace) }];
  if (definition.swap) return swapEdits(definition.swap, found, span.start);
  return [{ span: { start: sentence.end, end: sentence.end }, text: ` ${definition.insert}` }];
}

type Swap = Readonly<Record<string, string>>;

const basesOf = onceFor((swap: Swap) =>
  Object.entries(swap).map(([from, to]) => ({ from: tokens(from.toLowerCase()), to })),
);

/** Changes each word that has another put for it, keeping its inflection and capitals. */
function swapEdits(swap: Swap, found: string, start: number): Edit[] {
  const edits: Edit[] = [];
  const bases = basesOf(swap);
  const words = tokens(found);
  for (let i = 0; i < words.length; i++) {
    for (const { from, to } of bases) {
      const run = words.slice(i, i + from.length);
      if (run.length < from.length || !run.every((word, k) => word.stem === from[k]!.stem)) continue;
      const last = run[run.length - 1]!;
      const source = found.slice(run[0]!.start, last.end);
      const text = matchCapitals(source, inflectLike(last.word, from[from.length - 1]!.word, to));
      edits.push({ span: { start: start + run[0]!.start, end: start + last.end }, text });
      i += from.length - 1;
      break;
    }
  }
  return edits;
}
