import type { Span } from "../finding";
import type { Normal } from "../text/normalise";
import type { GuardView } from "./guards";

/** One sentence laid out, as the phrases and the learned reader see it. */
export interface SentenceView extends GuardView {
  readonly span: Span;
  /** For a table cell, the words at the head of its column. */
  readonly header: string;
  readonly normal: Normal;
}
