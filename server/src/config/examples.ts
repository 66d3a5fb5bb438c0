import { analyse, CONSENSUS, judge } from "../engine/analyse";
import { type Book, makeBook } from "../engine/book";
import type { FactDefinition, RuleDefinition } from "../engine/definitions";
import type { Edit } from "../engine/finding";
import { builtInDefinitions } from "../rulebook/built-in";
import type { Extra } from "./resolution";

/** An example in a rule's or a fact's own file, and what came of it. */
export interface Tried {
  /** The rule or the fact. */
  readonly of: string;
  readonly isFact: boolean;
  readonly text: string;
  /** Its line in the file; a fact's examples don't know theirs. */
  readonly line: number | undefined;
  /** What is wrong with it, as a sentence; undefined where nothing is. */
  readonly wrong: string | undefined;
}

/**
 * Tries the examples of a team's own rules and facts. By the rules alone: what the learned reader makes of three words is
 * no part of a rule.
 */
export function tryExamples(extra: Extra): Tried[] {
  const book = makeBook(builtInDefinitions(), undefined, extra);
  return [...extra.facts.flatMap((fact) => tryFact(fact, book)), ...extra.rules.flatMap((rule) => tryRule(rule, book))];
}

function tryFact({ name, yes, no }: FactDefinition, book: Book): Tried[] {
  const number = book.factNumbers.get(name);
  const states = (text: string): boolean =>
    analyse({ text, language: "markdown" }, book).blocks.some(({ reading }) =>
      reading.hits.some(({ fact, guards }) => fact === number && guards.length === 0),
    );
  const tried = (text: string, should: boolean): Tried => {
    const wrong = should
      ? "It should state the fact, and doesn't. Add a phrase."
      : "It shouldn't state the fact, and does. Narrow a phrase.";
    return { of: name, isFact: true, text, line: undefined, wrong: states(text) === should ? undefined : wrong };
  };
  return [...yes.map((text) => tried(text, true)), ...no.map((text) => tried(text, false))];
}

function tryRule(rule: RuleDefinition, book: Book): Tried[] {
  // By this rule alone: beside a more serious one of the same concern it would hold its tongue.
  const alone = { ...book, rules: [rule] };
  const rules = rule.level === "off" ? { [rule.id]: "warning" as const } : {};
  return rule.examples.map(({ text, span, fixed, line }) => {
    const found = judge(analyse({ text, language: "markdown" }, alone), alone, { ...CONSENSUS, rules });
    const words = found.map((finding) => text.slice(finding.span.start, finding.span.end));
    const expected = span ? [text.slice(span.start, span.end)] : [];
    const wrong = wordsWrong(words, expected) ?? fixWrong(text, found[0]?.fixes[0]?.edits, fixed);
    return { of: rule.id, isFact: false, text, line, wrong };
  });
}

function wordsWrong(found: readonly string[], expected: readonly string[]): string | undefined {
  if (found.join("\n") === expected.join("\n")) return undefined;
  const should = expected.length ? `It should flag ${listed(expected)}` : "It should pass";
  const does = found.length ? `flags ${listed(found)}` : "passes";
  return `${should}, and ${does}. Change a phrase, or the example.`;
}

function listed(words: readonly string[]): string {
  return words.map((one) => `“${one}”`).join(", ");
}

function fixWrong(text: string, edits: readonly Edit[] | undefined, fixed: string | undefined): string | undefined {
  if (fixed === undefined) return undefined;
  const after = edits ? applied(text, edits) : text;
  return after === fixed
    ? undefined
    : `Its first fix should give “${fixed}”, and gives “${after}”. Change one of the two.`;
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((done, { span, text: put }) => done.slice(0, span.start) + put + done.slice(span.end), text);
}
