import type { Book } from "../book";
import type { Clause, Condition, RuleDefinition } from "../definitions";
import { factsIn, isLive, movedHit, nearIn, type PlacedHit } from "../fact-table";
import type { Fix } from "../finding";
import { joined, onceFor } from "../remembered";
import type { Section } from "../section";
import { fixesFor } from "./fixes";
import { quoteOf } from "./quote";
import { isSure, oddsIn } from "./suspicion";

/** Words that a clause finds, unless the rest of the document, or how the team weighs the rule, says otherwise. */
export interface Candidate {
  readonly placed: PlacedHit;
  /** How sure the learned reader is of the rule's concern here; undefined where it isn't asked. */
  readonly odds: number | undefined;
  readonly said: Said;
}

/** What is said of a candidate by where it stands in its block. */
interface Said {
  /** The words, as a message would quote them. */
  readonly quote: string;
  readonly fixes: readonly Fix[];
}

/** The candidates of each clause: section by section, and in each in the order of the clause's facts. */
export const candidatesOf = joined(
  (section: Section, book: Book): ReadonlyMap<RuleClause, readonly Candidate[]> => {
    const found = new Map<RuleClause, readonly Candidate[]>();
    const stated = factsIn(section, book);
    for (const asking of clausesAsking([...stated.keys()], book)) {
      const hits = book.numbersOf(asking.clause.facts).flatMap((fact) => stated.get(fact) ?? []);
      const own = hits.flatMap((placed) => candidateAt(placed, asking, section, book) ?? []);
      if (own.length) found.set(asking, own);
    }
    return found;
  },
  (parts) => {
    const all = new Map<RuleClause, Candidate[]>();
    for (const part of parts) {
      for (const [clause, candidates] of part.is) {
        const known = all.get(clause) ?? [];
        for (const { placed, odds, said } of candidates) known.push({ placed: movedHit(placed, part), odds, said });
        all.set(clause, known);
      }
    }
    return all;
  },
);

function candidateAt(
  placed: PlacedHit,
  { rule, clause }: RuleClause,
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
  const block = section.blocks[placed.block]!;
  const { start, end } = placed.hit.span;
  const said = { quote: quoteOf(block.block.text.slice(start, end)), fixes: fixesFor(rule, placed.hit, block) };
  return { placed, odds, said };
}

/** Whether a condition is met around a place; undefined where a section by itself can't tell. */
function meetsHere(condition: Condition, { block, hit }: PlacedHit, section: Section, book: Book): boolean | undefined {
  const { sense, within, facts } = condition;
  const place = { block, sentence: hit.sentence };
  if (sense) return isSure(oddsIn(section, book, place, sense.concern), sense);
  if (isOpen(condition) || within === "document") return undefined;
  return nearIn(section, book, book.numbersOf(facts), place, within, hit) !== undefined;
}

/** A condition that only the whole document can answer. */
function isOpen({ sense, below, within }: Condition): boolean {
  return !sense && (below !== undefined || within === "document");
}

/** A clause of a rule, and what is still to be asked of the document about its candidates. */
export interface RuleClause {
  readonly rule: RuleDefinition;
  readonly clause: Clause;
  /** All of them where any is open, or has something to say beside the finding. */
  readonly with: readonly Condition[];
  readonly unless: readonly Condition[];
}

interface Clauses {
  readonly of: ReadonlyMap<RuleDefinition, readonly RuleClause[]>;
  /** The clauses that look for each fact. */
  readonly asking: ReadonlyMap<number, readonly RuleClause[]>;
}

const clausesIn = onceFor((book: Book): Clauses => {
  const of = new Map(book.rules.map((rule) => [rule, rule.find.map((clause) => ruleClause(rule, clause))]));
  const asking = new Map<number, RuleClause[]>(book.facts.map((_, fact) => [fact, []]));
  for (const own of of.values()) {
    for (const asked of own) for (const fact of book.numbersOf(asked.clause.facts)) asking.get(fact)!.push(asked);
  }
  return { of, asking };
});

function ruleClause(rule: RuleDefinition, clause: Clause): RuleClause {
  const asks = clause.with.some((condition) => isOpen(condition) || condition.says);
  const unless = [...clause.unless, ...rule.unless].filter(isOpen);
  return { rule, clause, with: asks ? clause.with : [], unless };
}

/** The clauses of a rule, in its order. */
export function clausesOf(rule: RuleDefinition, book: Book): readonly RuleClause[] {
  return clausesIn(book).of.get(rule)!;
}

/** Every clause that looks for any of these facts, once. */
function clausesAsking(facts: readonly number[], book: Book): readonly RuleClause[] {
  const { asking } = clausesIn(book);
  return [...new Set(facts.flatMap((fact) => asking.get(fact) ?? []))];
}
