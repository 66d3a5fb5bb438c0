import type { Book } from "../book";
import { titleSection } from "../chapter";
import type { Clause, Condition, RuleDefinition } from "../definitions";
import type { Document } from "../document";
import { blockNumbered, FactTable, moved, type Place, type PlacedHit, spanOf } from "../fact-table";
import {
  CONCERNS,
  type Concern,
  type Finding,
  type Fix,
  type Related,
  SEVERITIES,
  type Severity,
  type Span,
  type Supply,
} from "../finding";
import { groupOf } from "../learned/concern-groups";
import { Activities } from "../plan/activities";
import { type Plan, planOf } from "../plan/plan";
import { isAccepted } from "./accepted";
import { type Candidate, candidatesOf, clausesOf, type RuleClause } from "./candidates";
import { movedFix } from "./fixes";
import { saying } from "./quote";
import { atMost, CONSENSUS, ceilingOf, factsGiven, levelOf, messageOf, ownLevelOf, type Settings } from "./settings";
import { isSure, Suspicions } from "./suspicion";

interface Judgement {
  readonly document: Document;
  readonly book: Book;
  readonly table: FactTable;
  readonly plan: Plan;
  readonly suspicions: Suspicions;
  readonly settings: Settings;
  /** Facts that every document states, since a standing policy does. */
  readonly given: ReadonlySet<string>;
  readonly activities: Activities;
  readonly candidates: ReadonlyMap<RuleClause, readonly Candidate[]>;
}

/** A finding, with the place in the document that it came from. */
interface Raised {
  readonly finding: Finding;
  readonly place: Place | undefined;
}

/** Judges a document by every rule of the book. Facts only: no text is searched again. Sorted by place. */
export function judgeDocument(document: Document, book: Book, settings: Settings = CONSENSUS): Finding[] {
  const table = new FactTable(document, book);
  const plan = planOf(document, table, book);
  if (plan.isPlan === "no" && !settings.everything) return [];
  const judgement = {
    document,
    book,
    table,
    plan,
    suspicions: new Suspicions(document, book),
    settings,
    given: factsGiven(settings, book),
    activities: new Activities(document, book, plan.supplies),
    candidates: candidatesOf(document, book),
  };
  const stated = book.rules.flatMap((rule) => judgeBy(rule, judgement));
  const accepted = isAccepted(settings.accepted, document.source.text);
  const plain = oncePerSentence(stated.filter(({ finding }) => !accepted(finding))).map(({ finding }) => finding);
  const sure = plan.isPlan === "yes" || settings.everything;
  const kept = sure
    ? [...plain, ...suspected(stated, judgement).filter((finding) => !accepted(finding))]
    : plan.isPlan === "short"
      ? plain
      : plain.filter(isPlain);
  return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** What may be said of a document that may be no plan: what stands there in so many words, and nothing of what doesn't. */
function isPlain({ severity, absent }: Finding): boolean {
  return absent === undefined && severity !== "hint";
}

function judgeBy(rule: RuleDefinition, judgement: Judgement): Raised[] {
  const level = levelOf(rule, judgement.settings, judgement.book);
  if (level === "off") return [];
  return rule.absent ? judgeAbsence(rule, level, judgement) : judgeRule(rule, level, judgement);
}

function judgeRule(rule: RuleDefinition, level: Severity, judgement: Judgement): Raised[] {
  const raised = clausesOf(rule, judgement.book).flatMap((asked) =>
    judgeClause(asked, clauseLevel(rule, asked.clause, level, judgement.settings), judgement),
  );
  const kept = withoutOverlaps(raised);
  return rule.once ? kept.slice(0, 1) : kept;
}

/** A clause may weigh otherwise than its rule, unless the team has spoken. */
function clauseLevel(rule: RuleDefinition, clause: Clause, level: Severity, settings: Settings): Severity {
  if (!clause.level || ownLevelOf(rule, settings) || settings.families[rule.family]) return level;
  return atMost(clause.level, ceilingOf(rule, settings.context));
}

function judgeClause(asked: RuleClause, level: Severity, judgement: Judgement): Raised[] {
  const { rule } = asked;
  const say = saying(messageOf(rule, judgement.settings, judgement.book));
  const raised: Raised[] = [];
  for (const candidate of judgement.candidates.get(asked) ?? []) {
    const { placed, odds, said } = candidate;
    const related: Related[] = [];
    if (!asked.with.every((condition) => meets(condition, placed, judgement, related))) continue;
    if (asked.unless.some((condition) => excuses(condition, placed, judgement))) continue;
    const severity = weighed(rule, level, odds, judgement);
    const beside = related.length ? related : besides(rule, placed, judgement);
    raised.push(raise(rule, severity, candidate, beside, say(said.quote)));
  }
  return raised;
}

/** The first of what a rule would set beside a finding where nothing that decided it stands there already. */
function besides(rule: RuleDefinition, at: PlacedHit, judgement: Judgement): readonly Related[] {
  const related: Related[] = [];
  rule.beside.find((condition) => meets(condition, at, judgement, related));
  return related;
}

/** Whether a place is excused by what stands around it, or by what a policy says for the document as a whole. */
function excuses(condition: Condition, at: PlacedHit, judgement: Judgement): boolean {
  const given = condition.within === "document" && condition.facts.some((fact) => judgement.given.has(fact));
  return given || meets(condition, at, judgement);
}

/** Whether a condition holds around a place; what met it is added to `related` where the rule says what to call it. */
function meets(condition: Condition, at: PlacedHit, judgement: Judgement, related?: Related[]): boolean {
  const { book, table, suspicions } = judgement;
  const place = { block: at.block, sentence: at.hit.sentence };
  if (condition.sense) return isSure(suspicions.at(place, condition.sense.concern), condition.sense);
  if (condition.below !== undefined) return isBelow(condition, at, judgement, related);
  const found = table.near(book.numbersOf(condition.facts), place, condition.within, at.hit);
  if (!found) return false;
  if (condition.says && related) related.push({ span: spanOf(found), message: condition.says });
  return true;
}

/** Whether what is described at a place bears out a level well below the one that the words claim. */
function isBelow(
  { below, says }: Condition,
  at: PlacedHit,
  { book, activities }: Judgement,
  related?: Related[],
): boolean {
  const claimed = book.facts[at.hit.fact]!.claims;
  if (claimed === undefined) return false;
  const activity = activities.around(at.block, spanOf(at).start);
  if (!activity || activity.evidenced.level > claimed - below!) return false;
  const evidence = activity.evidenced.because[0];
  if (says && evidence) related?.push({ span: evidence, message: says });
  return true;
}

/** A finding of a phrase is a warning only with the learned reader's assent, where it is asked, or the team's own word. */
function weighed(
  rule: RuleDefinition,
  severity: Severity,
  odds: number | undefined,
  { book, settings }: Judgement,
): Severity {
  if (odds === undefined || odds >= book.reader!.thresholds.firm) return severity;
  return ownLevelOf(rule, settings) ? severity : atMost(severity, "info");
}

function raise(
  { id: ruleId, family, concern }: RuleDefinition,
  severity: Severity,
  { placed, said }: Candidate,
  related: readonly Related[],
  message: string,
): Raised {
  const { block, hit, start } = placed;
  const span = spanOf(placed);
  const fixes = said.fixes.length ? said.fixes.map((fix) => movedFix(fix, start)) : NO_FIXES;
  const finding: Finding = concern
    ? { ruleId, family, concern, severity, message, span, related, fixes }
    : { ruleId, family, severity, message, span, related, fixes };
  return { finding, place: { block, sentence: hit.sentence } };
}

const NO_FIXES: readonly Fix[] = [];

/** Of findings of one rule that overlap, the longest, and the first of equals. */
function withoutOverlaps(raised: Raised[]): Raised[] {
  const inOrder = raised.sort((a, b) => a.finding.span.start - b.finding.span.start);
  const kept: Raised[] = [];
  for (const one of inOrder) {
    const last = kept[kept.length - 1];
    if (!last || last.finding.span.end <= one.finding.span.start) kept.push(one);
    else if (size(one) > size(last)) kept[kept.length - 1] = one;
  }
  return kept;
}

/** Two rules may raise the same concern in one sentence: the more serious one speaks for both. */
function oncePerSentence(raised: readonly Raised[]): Raised[] {
  const speakers = new Map<number, Raised>();
  const keys = raised.map(({ place, finding }) => keyOf(place, finding.concern && CONCERNS.indexOf(finding.concern)));
  raised.forEach((one, i) => {
    const other = speakers.get(keys[i]!);
    if (!other || weight(one) < weight(other)) speakers.set(keys[i]!, one);
  });
  return raised.filter(
    ({ finding }, i) => keys[i] === NO_KEY || speakers.get(keys[i]!)!.finding.ruleId === finding.ruleId,
  );
}

/** There are fewer blocks, and fewer sentences in one, than units in the longest text that is read. */
const MOST_SENTENCES = 2 ** 24;
const MOST_CONCERNS = 16;
const NO_KEY = -1;

/** One number for what is said of a sentence. */
function keyOf(place: Place | undefined, concern: number | undefined): number {
  if (!place || concern === undefined) return NO_KEY;
  return (place.block * MOST_SENTENCES + place.sentence) * MOST_CONCERNS + concern;
}

function weight({ finding }: Raised): number {
  return SEVERITIES.indexOf(finding.severity);
}

function size({ finding }: Raised): number {
  return finding.span.end - finding.span.start;
}

/** What is missing stands nowhere: what is set beside it is looked for in the whole document. */
const NOWHERE: PlacedHit = {
  block: 0,
  start: 0,
  hit: { fact: -1, sentence: -1, span: { start: 0, end: 0 }, guards: [], hedged: false },
};

/** A finding about something missing stands once, where the plan begins. */
function judgeAbsence(rule: RuleDefinition, severity: Severity, judgement: Judgement): Raised[] {
  const { document, plan, settings, book } = judgement;
  const absent = rule.absent!.filter((supply) => plan.missing.has(supply) && !settings.policies[supply]);
  // An umbrella over several supplies is raised for two or more; one alone has a rule of its own.
  if (absent.length < Math.min(2, rule.absent!.length)) return [];
  const certain = absent.every((supply) => plan.missing.get(supply) === "certain");
  const weight = certain || ownLevelOf(rule, settings) ? severity : atMost(severity, "info");
  const refusal = refusalOf(absent, judgement);
  const finding: Finding = {
    ruleId: rule.id,
    family: rule.family,
    absent,
    severity: weight,
    message: messageOf(rule, settings, book, refusal !== undefined),
    span: titleSpan(document),
    related: [...(refusal ? [refusal] : []), ...besides(rule, NOWHERE, judgement)],
    fixes: [],
  };
  return [{ finding, place: undefined }];
}

/** Where the plan says in so many words that it won't give the one thing that is missed. */
function refusalOf(absent: readonly Supply[], { plan }: Judgement): Related | undefined {
  const [only, ...more] = absent;
  const status = only && more.length === 0 ? plan.supplies[only] : undefined;
  const refused = status?.state === "negated" ? status.evidence[0] : undefined;
  return refused && { span: spanOf(refused), message: "This rules it out" };
}

/** The title of the document, without its markup; its first block where there is no heading. */
export function titleSpan(document: Document): Span {
  const titled = titleSection(document.chapters);
  const sentence = titled?.section.blocks[0]?.reading.sentences[0];
  return titled && sentence ? moved(sentence.span, titled.start) : { start: 0, end: 0 };
}

/** Hints for sentences that no phrase caught: one for each sentence and concern, under the concern's home rule. */
function suspected(stated: readonly Raised[], judgement: Judgement): Finding[] {
  const { book, suspicions, settings } = judgement;
  const raising = book.rules.filter((rule) => rule.suspects && levelOf(rule, settings, book) !== "off");
  const homes = new Map(raising.map((rule) => [rule.suspects!, rule]));
  // Near concerns at one place are said at once.
  const said = new Set(stated.map(({ finding, place }) => keyOf(place, finding.concern && groupOf(finding.concern))));
  return suspicions.all().flatMap(({ place, concern, span, quote }) => {
    const rule = homes.get(concern);
    if (!rule || said.has(keyOf(place, groupOf(concern))) || isExcepted(rule, place, judgement)) return [];
    return [suspicion(rule, concern, span, quote)];
  });
}

/** Where a team has excepted a rule, it isn't suspected either. */
function isExcepted(rule: RuleDefinition, place: Place, { document, book }: Judgement): boolean {
  const own = rule.unless.flatMap(({ facts }) => book.numbersOf(facts)).filter((fact) => fact >= book.firstOwnFact);
  if (own.length === 0) return false;
  const { hits } = blockNumbered(document, place.block).reading;
  return hits.some(({ fact, sentence }) => sentence === place.sentence && own.includes(fact));
}

function suspicion(rule: RuleDefinition, concern: Concern, span: Span, quote: string): Finding {
  const question = `${rule.title[0]!.toLowerCase()}${rule.title.slice(1)}`;
  const message = `“${quote}” may be worth a second look: could it be that ${question}?`;
  return { ruleId: rule.id, family: rule.family, concern, severity: "hint", message, span, related: [], fixes: [] };
}
