import { type Finding, SEVERITIES, type Span } from "../finding";

/** How many findings someone who writes is shown at once; a report has them all. 0 is no limit. */
export interface Budget {
  readonly document: number;
  /** Of those that stand in one activity. */
  readonly activity: number;
}

export const BUDGET: Budget = { document: 12, activity: 3 };

/** The findings worth showing first: the more serious before the less, the earlier before the later. In their order. */
export function withinBudget(
  findings: readonly Finding[],
  activities: readonly { readonly span: Span }[],
  budget: Budget = BUDGET,
): Finding[] {
  const ranked = [...findings].sort((a, b) => weight(a) - weight(b) || a.span.start - b.span.start);
  const kept = new Set<Finding>();
  const spent = new Map<object, number>();
  for (const finding of ranked) {
    if (budget.document && kept.size >= budget.document) break;
    const activity = activities.find(({ span }) => holds(span, finding.span));
    const count = (activity && spent.get(activity)) ?? 0;
    if (budget.activity && count >= budget.activity) continue;
    if (activity) spent.set(activity, count + 1);
    kept.add(finding);
  }
  return findings.filter((finding) => kept.has(finding));
}

function weight({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity);
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.start < outer.end;
}
