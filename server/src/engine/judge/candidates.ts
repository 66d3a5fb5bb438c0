import type { Book } from "../book";
import type { Clause, Condition, RuleDefinition } from "../definitions";
import type { Document } from "../document";
import { factsIn, inDocument, isLive, nearIn, type PlacedHit } from "../fact-table";
import { remembered } from "../remembered";
import type { Section } from "../section";
import { isSure, oddsIn } from "./suspicion";

/** Words that a clause finds, unless the rest of the document, or how the team weighs the rule, says otherwise. */
export interface Candidate {
  readonly placed: PlacedHit;
  /** How sure the learned reader is of the rule's concern here; undefined where it isn't asked. */
  readonly odds: number | undefined;
}

/** The candidates of every clause in a document, section by section. */
export function candidatesOf(document: Document, book: Book): ReadonlyMap<Clause, readonly Candidate[]> {
  const all = new Map<Clause, Candidate[]>();
  for (const section of document.sections) {
    for (const { clause, placed, odds } of candidatesIn(section.section, book)) {
      const candidate = { placed: inDocument(placed, section), odds };
      const known = all.get(clause);
      if (known) known.push(candidate);
      else all.set(clause, [candidate]);
    }
  }
  return all;
}

interface Found extends Candidate {
  readonly clause: Clause;
}

/** For each clause in the order of its facts. Their blocks are counted from the section's first. */
const candidatesIn = remembered((section: Section, book: Book): readonly Found[] => {
  const stated = factsIn(section, book);
  return clausesAsking([...stated.keys()], book).flatMap(({ rule, clause }) =>
    book
      .numbersOf(clause.facts)
      .flatMap((fact) =>
        (stated.get(fact) ?? []).flatMap((placed) => candidateAt(placed, rule, clause, section, book) ?? []),
      ),
  );
});

function candidateAt(
  placed: PlacedHit,
  rule: RuleDefinition,
  clause: Clause,
  section: Section,
  book: Book,
): Found | undefined {
  if (!isLive(placed.hit, clause.despite)) return undefined;
  const place = { block: placed.block, sentence: placed.hit.sentence };
  const odds = rule.concern && oddsIn(section, book, place, rule.concern);
  // What the reader is nearly sure against is left unsaid.
  if (odds !== undefined && odds < book.reader!.thresholds.doubt) return undefined;
  if (clause.with.some((condition) => meetsHere(condition, placed, section, book) === false)) return undefined;
  const excuses = [...clause.unless, ...rule.unless];
  if (excuses.some((condition) => meetsHere(condition, placed, section, book))) return undefined;
  return { clause, placed, odds };
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
