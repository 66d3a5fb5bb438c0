import type { Block } from "../blocks/block";
import type { Span } from "../finding";
import { type Normal, normalise } from "../text/normalise";

/** A stretch of a block made plain, with its way back to the stretch. */
export function plainPart(block: Block, span: Span): Normal {
  const hidden = block.hidden
    .filter((veil) => veil.start < span.end && veil.end > span.start)
    .map((veil) => ({
      ...veil,
      start: Math.max(0, veil.start - span.start),
      end: Math.min(veil.end, span.end) - span.start,
    }));
  return normalise(block.text.slice(span.start, span.end), hidden);
}

/** The words of a block, or of a stretch of it, without its markup; what stood in cells is told apart by dots. */
export function plainWords(block: Block, span: Span = { start: 0, end: block.text.length }): string {
  return plainPart(block, span)
    .text.replace(/^[\s|#]+|[\s|]+$/g, "")
    .replace(/\s+([,.;:!?])/g, "$1")
    .replace(/\s*\|\s*/g, " · ");
}
