import type { Document } from "../document";
import type { Span } from "../finding";

export const DATE_KINDS = ["opens", "closes", "event", "decision", "feedback", "other"] as const;
/** What happens on a day. */
export type DateKind = (typeof DATE_KINDS)[number];

/** A day that the document names. */
export interface CalendarDate {
  /** As in 2026-06-12: the first day of what is named, or the last where the words speak of its end. */
  readonly iso: string;
  /** The words name a month or a season, not a day. */
  readonly approximate: boolean;
  readonly words: string;
  readonly kind: DateKind;
  readonly span: Span;
}

export function datesIn(_document: Document, _year?: number): CalendarDate[] {
  return [];
}
