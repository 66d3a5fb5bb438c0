import type { Book } from "../book";
import type { Clause, Condition, RuleDefinition } from "../definitions";
import { factsIn, isLive, movedHit, nearIn, type PlacedHit } from "../fact-table";
import { joined } from "../remembered";
import type { Section } from "../section";
import { isSure, oddsIn } from "./suspicion";

/** Words that a clause finds, unless the rest of the document, or how the team weighs the rule, says otherwise. */
export interface Candidate {
  readonly placed: PlacedHit;
  /** How sure the learned reader is of the rule's concern here; undefined where it isn't asked. */
  readonly odds: number | undefined;
}

/** The candidates of each clause: section by section, and in each in the order of the clause's facts. */
export const candidatesOf = joined(
  (section: Section, book: Book): ReadonlyMap<Clause, readonly Candidate[]> => {
    const found = new Map<Clause, readonly Candidate[]>();
    const stated = factsIn(section, book);
    for (const { rule, clause } of clausesAsking([...stated.keys()], book)) {
      const hits = book.numbersOf(clause.facts).flatMap((fact) => stated.get(fact) ?? []);
      const own = hits.flatMap((placed) => candidateAt(placed, rule, clause, section, book) ?? []);
      if (own.length) found.set(clause, own);
    }
    return found;
  },
  (parts) => {
    const all = new Map<Clause, Candidate[]>();
    for (const { is, first } of parts) {
      for (const [clause, candidates] of is) {
        const known = all.get(clause) ?? [];
        for (const { placed, odds } of candidates) known.push({ placed: movedHit(placed, first), odds });
        all.set(clause, known);
      }
    }
    return all;
  },
);

function candidateAt(
  placed: PlacedHit,
  rule: RuleDefinition,
  clause: Clause,
  section: Section,
  book: Book,
): Candidate | undefined {
  if (!isLive(placed.hit, clause.despite)) return undefined;
  const place = { block: placed.block, sentence: placed.hit.sentence };
  const odds = rule.concern && oddsIn(section, book, place, rule.concern);
  // What the reader is nearly sure against is left unsaid.
  if (odds !== undefined && odds < book.reader!.thresholds.doubt) return undefined;
  if (clause.with.some((condition) => meetsHere(condition, placed, section, book) === false)) return undefined;
  const excuses = [...clause.unless, ...rule.unless];
  if (excuses.some((condition) => meetsHere(condition, placed, section, book))) return undefined;
  return { placed, odds };
}

/** Whether a condition is met around a place; undefined where a section by itself can't tell. */
function meetsHere(condition: Condition, { block, hit }: PlacedHit, section: Section, book: Book): boolean | undefined {
  const { sense, below, within, facts } = condition;
  const place = { block, sentence: hit.sentence };
  if (sense) return isSure(oddsIn(section, book, place, sense.concern), sense);
  if (below !== undefined || within === "document") return undefined;
  return nearIn(section, book, book.numbersOf(facts), place, within, hit) !== undefined;
}

interface RuleClause {
  readonly rule: RuleDefinition;
  readonly clause: Clause;
}

const byFact = new WeakMap<Book, ReadonlyMap<number, readonly RuleClause[]>>();

/** Every clause that looks for any of these facts, once. */
function clausesAsking(facts: readonly number[], book: Book): readonly RuleClause[] {
  let asking = byFact.get(book);
  if (!asking) {
    asking = clausesByFact(book);
    byFact.set(book, asking);
  }
  return [...new Set(facts.flatMap((fact) => asking.get(fact) ?? []))];
}

function clausesByFact(book: Book): Map<number, RuleClause[]> {
  const asking = new Map<number, RuleClause[]>(book.facts.map((_, fact) => [fact, []]));
  for (const rule of book.rules) {
    for (const clause of rule.find) {
      const asked = { rule, clause };
      for (const fact of book.numbersOf(clause.facts)) asking.get(fact)!.push(asked);
    }
  }
  return asking;
}
