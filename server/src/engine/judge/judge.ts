import type { Condition, RuleDefinition } from "../definitions";
import type { Book } from "../book";
import type { Document } from "../document";
import type { Finding, Related, Severity, Span } from "../finding";
import { type FactTable, factTable, isLive, isWithin, type PlacedHit, placeSpan } from "./fact-table";
import { fixesFor } from "./fixes";
import { type Plan, planOf } from "../plan/plan";

interface Judgement {
  readonly document: Document;
  readonly book: Book;
  readonly table: FactTable;
  readonly plan: Plan;
}

/** Judges a document by every rule of the book. Facts only: no text is searched again. */
export function judgeDocument(document: Document, book: Book): Finding[] {
  const table = factTable(document);
  const judgement = { document, book, table, plan: planOf(document, table, book) };
  const findings = book.rules.flatMap((rule) => {
    if (rule.level === "off") return [];
    return rule.absent ? judgeAbsence(rule, rule.level, judgement) : judgeRule(rule, rule.level, judgement);
  });
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function judgeRule(rule: RuleDefinition, level: Severity, judgement: Judgement): Finding[] {
  const findings: Finding[] = [];
  for (const clause of rule.find) {
    for (const placed of hitsOf(clause.facts, judgement)) {
      if (!isLive(placed.hit, clause.despite)) continue;
      const related: Related[] = [];
      const met = clause.with.every((condition) => meets(condition, placed, judgement, related));
      if (!met) continue;
      const excused = [...clause.unless, ...rule.unless].some((condition) => meets(condition, placed, judgement, []));
      if (!excused) findings.push(makeFinding(rule, clause.level ?? level, placed, related, judgement));
    }
  }
  return oncePerSentence(findings, judgement.document);
}

/** A finding about something missing stands once, where the plan begins. */
function judgeAbsence(rule: RuleDefinition, severity: Severity, { document, plan }: Judgement): Finding[] {
  const absent = rule.absent!.filter((supply) => plan.missing.includes(supply));
  if (absent.length === 0) return [];
  return [
    {
      ruleId: rule.id,
      family: rule.family,
      absent,
      severity,
      message: rule.message,
      span: titleSpan(document),
      related: [],
      fixes: [],
    },
  ];
}

/** The title of the document, without its markup; its first block where there is no heading. */
export function titleSpan(document: Document): Span {
  const titled = document.blocks.find(({ block }) => block.kind === "heading") ?? document.blocks[0];
  const sentence = titled?.reading.sentences[0];
  if (!titled || !sentence) return { start: 0, end: 0 };
  return { start: titled.start + sentence.span.start, end: titled.start + sentence.span.end };
}

function hitsOf(facts: readonly string[], { book, table }: Judgement): PlacedHit[] {
  return facts.flatMap((name) => table.get(book.factNumbers.get(name) ?? -1) ?? []);
}

/** Whether a condition holds around a place; what met it is added to `related` where the rule says what to call it. */
function meets(condition: Condition, at: PlacedHit, judgement: Judgement, related: Related[]): boolean {
  const { document } = judgement;
  const place = { block: at.block, sentence: at.hit.sentence };
  const found = hitsOf(condition.facts, judgement).find(
    (other) =>
      other.hit !== at.hit &&
      isLive(other.hit, []) &&
      isWithin(document, place, { block: other.block, sentence: other.hit.sentence }, condition.within),
  );
  if (!found) return false;
  if (condition.says) related.push({ span: placeSpan(document, found.block, found.hit.span), message: condition.says });
  return true;
}

function makeFinding(rule: RuleDefinition, severity: Severity, placed: PlacedHit, related: Related[], judgement: Judgement): Finding {
  const span = placeSpan(judgement.document, placed.block, placed.hit.span);
  const found = judgement.document.source.text.slice(span.start, span.end);
  return {
    ruleId: rule.id,
    family: rule.family,
    ...(rule.concern ? { concern: rule.concern } : {}),
    severity,
    message: fillMessage(rule.message, found),
    span,
    related,
    fixes: fixesFor(rule, placed, judgement.document),
  };
}

const LONGEST_QUOTE = 40;

/** Puts the words found into a message, cut to a length that leaves it readable. */
export function fillMessage(message: string, found: string): string {
  const plain = found.replace(/\s+/g, " ").trim();
  const short = plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : plain;
  return message.replace(/\{(?:found|claim|phrase|term)\}/g, () => short);
}

/** One finding of a rule for a sentence is enough: the first and longest. */
function oncePerSentence(findings: readonly Finding[], document: Document): Finding[] {
  void document;
  const kept: Finding[] = [];
  for (const finding of findings) {
    const overlap = kept.findIndex((other) => other.span.start < finding.span.end && other.span.end > finding.span.start);
    if (overlap < 0) kept.push(finding);
    else if (size(finding) > size(kept[overlap]!)) kept[overlap] = finding;
  }
  return kept;
}

function size(finding: Finding): number {
  return finding.span.end - finding.span.start;
}
