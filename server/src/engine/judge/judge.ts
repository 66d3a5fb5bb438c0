import type { Book } from "../book";
import type { Condition, RuleDefinition } from "../definitions";
import type { Document } from "../document";
import type { Concern, Finding, Related, Severity, Span } from "../finding";
import { groupOf } from "../learned/concern-groups";
import { type Plan, planOf } from "../plan/plan";
import { type FactTable, factTable, isLive, isWithin, type PlacedHit, placeSpan } from "./fact-table";
import { fixesFor } from "./fixes";
import { CONSENSUS, levelOf, messageOf, type Settings } from "./settings";
import { Suspicions } from "./suspicion";

interface Judgement {
  readonly document: Document;
  readonly book: Book;
  readonly table: FactTable;
  readonly plan: Plan;
  readonly suspicions: Suspicions;
  readonly settings: Settings;
}

/** Judges a document by every rule of the book. Facts only: no text is searched again. */
export function judgeDocument(document: Document, book: Book, settings: Settings = CONSENSUS): Finding[] {
  const table = factTable(document);
  const plan = planOf(document, table, book);
  if (!plan.isPlan && !settings.everything) return [];
  const judgement = { document, book, table, plan, suspicions: new Suspicions(document, book), settings };
  const stated = book.rules.flatMap((rule) => judgeBy(rule, judgement));
  const findings = [...stated, ...suspected(stated, judgement)];
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function judgeBy(rule: RuleDefinition, judgement: Judgement): Finding[] {
  const level = levelOf(rule, judgement.settings, judgement.book);
  if (level === "off") return [];
  return rule.absent ? judgeAbsence(rule, level, judgement) : judgeRule(rule, level, judgement);
}

/** Hints for sentences that no phrase caught: one for each sentence and concern, under the concern's home rule. */
function suspected(stated: readonly Finding[], judgement: Judgement): Finding[] {
  const { document, book, suspicions, settings } = judgement;
  const raising = book.rules.filter((rule) => rule.suspects && levelOf(rule, settings, book) !== "off");
  const homes = new Map(raising.map((rule) => [rule.suspects!, rule]));
  return suspicions.all.flatMap(({ place, concern }) => {
    const rule = homes.get(concern);
    if (!rule) return [];
    const span = placeSpan(
      document,
      place.block,
      document.blocks[place.block]!.reading.sentences[place.sentence]!.span,
    );
    const known = stated.some(
      (finding) => isNear(finding.concern, concern) && finding.span.start < span.end && finding.span.end > span.start,
    );
    return known ? [] : [suspicion(rule, concern, span, document)];
  });
}

function isNear(a: Finding["concern"], b: Concern): boolean {
  return a !== undefined && groupOf(a) === groupOf(b);
}

function suspicion(rule: RuleDefinition, concern: Concern, span: Span, document: Document): Finding {
  const found = document.source.text.slice(span.start, span.end);
  const message = fillMessage(
    `“{found}” is worth a second look: ${rule.title[0]!.toLowerCase()}${rule.title.slice(1)}?`,
    found,
  );
  return { ruleId: rule.id, family: rule.family, concern, severity: "hint", message, span, related: [], fixes: [] };
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
      const severity = excused ? undefined : weighed(rule, clause.level ?? level, placed, judgement);
      if (severity) findings.push(makeFinding(rule, severity, placed, related, judgement));
    }
  }
  return oncePerSentence(findings, judgement.document);
}

/** A finding about something missing stands once, where the plan begins. */
function judgeAbsence(
  rule: RuleDefinition,
  severity: Severity,
  { document, plan, settings, book }: Judgement,
): Finding[] {
  const absent = rule.absent!.filter((supply) => plan.missing.includes(supply));
  if (absent.length === 0) return [];
  return [
    {
      ruleId: rule.id,
      family: rule.family,
      absent,
      severity,
      message: messageOf(rule, settings, book),
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

/**
 * What a finding of a phrase is worth, once the learned reader has been asked: a warning needs its assent, and what it
 * is nearly sure against is left unsaid.
 */
function weighed(
  rule: RuleDefinition,
  severity: Severity,
  placed: PlacedHit,
  { book, suspicions }: Judgement,
): Severity | undefined {
  if (!rule.concern || !book.reader) return severity;
  const odds = suspicions.at({ block: placed.block, sentence: placed.hit.sentence }, rule.concern);
  if (odds === undefined) return severity;
  const { doubt, firm } = book.reader.thresholds;
  if (odds < doubt) return undefined;
  return odds < firm && (severity === "warning" || severity === "error") ? "info" : severity;
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

function makeFinding(
  rule: RuleDefinition,
  severity: Severity,
  placed: PlacedHit,
  related: Related[],
  judgement: Judgement,
): Finding {
  const span = placeSpan(judgement.document, placed.block, placed.hit.span);
  const found = judgement.document.source.text.slice(span.start, span.end);
  return {
    ruleId: rule.id,
    family: rule.family,
    ...(rule.concern ? { concern: rule.concern } : {}),
    severity,
    message: fillMessage(messageOf(rule, judgement.settings, judgement.book), found),
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
    const overlap = kept.findIndex(
      (other) => other.span.start < finding.span.end && other.span.end > finding.span.start,
    );
    if (overlap < 0) kept.push(finding);
    else if (size(finding) > size(kept[overlap]!)) kept[overlap] = finding;
  }
  return kept;
}

function size(finding: Finding): number {
  return finding.span.end - finding.span.start;
}
