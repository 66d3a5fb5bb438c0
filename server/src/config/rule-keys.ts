import type { Key, Shape, Vocabulary } from "./keys";

/** The keys of a team's own rule files: what helps to write them. The rulebook's own reader decides what is right. */

const text: Shape = { is: "text" };
const some = (each: Shape): Shape => ({ is: "some", each });
const records = (keys: readonly Key[]): Shape => some({ is: "record", keys });
const oneOf = (of: Vocabulary): Shape => ({ is: "text", of });

const FACT: Key = {
  name: "fact",
  doc: "Facts that the place states, by name.",
  shape: some({ is: "text", offers: "fact" }),
  example: "payment",
};
const PHRASE: Key = {
  name: "phrase",
  doc: "Phrases: words, `<decide>` for any form, `(a|b)` for either, `...3` for a gap, `{people}` for a list.",
  shape: some(text),
  example: "we will <consult>",
};
const DESPITE: Key = {
  name: "despite",
  doc: "Guards that don’t silence it.",
  shape: some(oneOf("guard")),
  example: "[past]",
};
const TITLE: Key = {
  name: "title",
  doc: "What it is, in a few words.",
  shape: text,
  required: true,
  example: "Say who decides",
};

const CONDITION: readonly Key[] = [
  FACT,
  PHRASE,
  {
    name: "sense",
    doc: "Asks the learned reader whether the place raises a concern.",
    shape: oneOf("concern"),
    example: "unpaid",
  },
  { name: "least", doc: "How sure the learned reader must be, from 0 to 1.", shape: text, example: "0.5" },
  {
    name: "below",
    doc: "What is described stands so many levels below what is claimed, at least.",
    shape: oneOf("participation"),
    example: "2",
  },
  { name: "within", doc: "How near it must stand.", shape: oneOf("unit"), example: "sentence" },
  {
    name: "says",
    doc: "What to say of the place that meets the condition.",
    shape: text,
    example: "People are asked here",
  },
];

const CLAUSE: readonly Key[] = [
  FACT,
  PHRASE,
  {
    name: "with",
    doc: "What must hold around the place: all of it.",
    shape: records(CONDITION),
    example: "[{ fact: survey-method, within: section }]",
  },
  {
    name: "unless",
    doc: "What must not hold around the place: none of it.",
    shape: records(CONDITION),
    example: "[{ fact: payment, within: document }]",
  },
  DESPITE,
  { name: "level", doc: "Another level for this way of finding it.", shape: oneOf("severity"), example: "hint" },
];

const FIX: readonly Key[] = [
  { ...TITLE, doc: "What the fix does, in a few words." },
  { name: "safe", doc: "True only where the meaning can’t change.", shape: { is: "flag" }, example: "true" },
  { name: "replace", doc: "Puts this in place of what was found.", shape: text, example: "people" },
  {
    name: "swap",
    doc: "Puts other words in place, with the same inflection.",
    shape: { is: "map", value: text },
    example: "{ co-produce: consult on }",
  },
  { name: "insert", doc: "Adds this after the sentence.", shape: text, example: "“[Who] decides on [date].”" },
];

const EXAMPLE: readonly Key[] = [
  {
    name: "flag",
    doc: "A text that the rule flags, with `<<` and `>>` around the words that it finds.",
    shape: text,
    example: "Views <<will be considered>>.",
  },
  { name: "pass", doc: "A text that the rule passes.", shape: text, example: "The panel weighs all views." },
  { name: "fixed", doc: "The flagged text after the first fix.", shape: text, example: "The panel weighs all views." },
];

export const RULE_KEYS: readonly Key[] = [
  TITLE,
  { name: "family", doc: "The kind of rule that it is.", shape: oneOf("family"), example: "wording" },
  { name: "concern", doc: "What an adviser would call it.", shape: oneOf("concern"), example: "vague-step" },
  { name: "absent", doc: "What is missing, instead of `find`.", shape: some(oneOf("supply")), example: "payment" },
  { name: "level", doc: "How much a finding weighs.", shape: oneOf("level"), example: "info" },
  {
    name: "message",
    doc: "What it says of the text, and what to do. `{found}` is the words found.",
    shape: text,
    required: true,
    example: "“{found}” names nobody. Say who.",
  },
  {
    name: "why",
    doc: "Why it matters.",
    shape: text,
    required: true,
    example: "A promise by nobody can’t be held to.",
  },
  {
    name: "refused",
    doc: "Said instead where a plan refuses in so many words what the rule misses.",
    shape: text,
    example: "The plan rules out a bus. Say how people get there.",
  },
  { name: "sources", doc: "Where it comes from.", shape: some(text), example: "[Our style guide]" },
  { name: "disagree", doc: "Who sees it otherwise.", shape: text, example: "Some forums prefer it." },
  {
    name: "find",
    doc: "What it looks for, in one way or several.",
    shape: records(CLAUSE),
    example: "[{ phrase: the depot }]",
  },
  {
    name: "unless",
    doc: "What must not hold, whichever way found it.",
    shape: records(CONDITION),
    example: "[{ phrase: for example }]",
  },
  {
    name: "beside",
    doc: "What to set beside a finding where the document has it. It decides nothing.",
    shape: records(CONDITION),
    example: "[{ fact: asked-in, within: document, says: People are asked here }]",
  },
  { name: "once", doc: "Raised once for a document.", shape: { is: "flag" }, example: "true" },
  {
    name: "suspects",
    doc: "For built-in rules only: what the learned reader suspects.",
    shape: oneOf("concern"),
    example: "unpaid",
  },
  {
    name: "fixes",
    doc: "What can be put in place.",
    shape: records(FIX),
    example: "[{ title: Say who, insert: “[Who] decides.” }]",
  },
  {
    name: "examples",
    doc: "Its tests: at least one that it flags and one that it passes.",
    shape: records(EXAMPLE),
    required: true,
    example: "[{ pass: … }]",
  },
];

export const FACT_KEYS: readonly Key[] = [
  TITLE,
  { ...PHRASE, name: "find" },
  { ...PHRASE, name: "unless", doc: "Phrases that undo it in the same sentence." },
  DESPITE,
  { name: "supplies", doc: "What a plan gives its readers by stating it.", shape: oneOf("supply"), example: "payment" },
  {
    name: "refuses",
    doc: "What a plan denies its readers by stating it.",
    shape: oneOf("supply"),
    example: "payment",
  },
  {
    name: "level",
    doc: "The level of participation that it is evidence of.",
    shape: oneOf("participation"),
    example: "2",
  },
  {
    name: "claims",
    doc: "The level of participation that it claims by name.",
    shape: oneOf("participation"),
    example: "5",
  },
  { name: "stage", doc: "The stage of the work at which people take part.", shape: oneOf("stage"), example: "design" },
  { name: "decides", doc: "Who holds the decision.", shape: oneOf("right"), example: "shared" },
  { name: "yes", doc: "Texts that state it.", shape: some(text), required: true, example: "Members are paid." },
  { name: "no", doc: "Texts that don’t.", shape: some(text), required: true, example: "Members are not paid." },
];

export const WORD_KEYS: readonly Key[] = [
  TITLE,
  {
    name: "entries",
    doc: "Words and short phrases, written `{name}` in phrases.",
    shape: some(text),
    required: true,
    example: "[eastgate, northside]",
  },
];
