import type { FixDefinition, RuleDefinition } from "../definitions";
import type { Document } from "../document";
import { blockAt, type PlacedHit, placeSpan } from "../fact-table";
import type { Edit, Fix } from "../finding";
import { tokens } from "../text/tokens";
import { inflectLike, matchCapitals } from "./inflect";

/** The edits that a rule offers for a hit. */
export function fixesFor(rule: RuleDefinition, placed: PlacedHit, document: Document): Fix[] {
  return rule.fixes.flatMap((definition) => {
    const edits = editsFor(definition, placed, document);
    return edits.length ? [{ title: definition.title, safe: definition.safe, edits }] : [];
  });
}

function editsFor(definition: FixDefinition, placed: PlacedHit, document: Document): Edit[] {
  const span = placeSpan(document, placed.block, placed.hit.span);
  const found = document.source.text.slice(span.start, span.end);
  if (definition.replace !== undefined) return [{ span, text: matchCapitals(found, definition.replace) }];
  if (definition.swap) return swapEdits(definition.swap, found, span.start);
  return [insertion(definition.insert!, placed, document)];
}

function insertion(text: string, placed: PlacedHit, document: Document): Edit {
  const sentence = blockAt(document, placed.block).reading.sentences[placed.hit.sentence]!;
  const { end } = placeSpan(document, placed.block, sentence.span);
  return { span: { start: end, end }, text: ` ${text}` };
}

/** Changes each word that has another put for it, keeping its inflection and capitals. */
function swapEdits(swap: Readonly<Record<string, string>>, found: string, start: number): Edit[] {
  const edits: Edit[] = [];
  const bases = Object.entries(swap).map(([from, to]) => ({ from: tokens(from.toLowerCase()), to }));
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
