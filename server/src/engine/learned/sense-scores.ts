import type { Book } from "../book";
import type { GuardName } from "../reading/guards";
import type { FactHit, SentenceView } from "../reading/reading";

const NONE = new Float32Array(0);

export function senseScores(_view: SentenceView, _guards: readonly GuardName[], _hits: readonly FactHit[], _book: Book): Float32Array {
  return NONE;
}
