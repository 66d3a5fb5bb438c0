import { KEYS, type Key, type Shape, type Vocabularies, type Vocabulary } from "./keys";
import { FACT_KEYS, RULE_KEYS, WORD_KEYS } from "./rule-keys";

type Schema = Readonly<Record<string, unknown>>;

/** The JSON schemas, by the name of their file, for editors that check YAML by themselves. */
export function schemasOf(known: Vocabularies): Readonly<Record<string, Schema>> {
  const named = (title: string, keys: readonly Key[]): Schema => ({
    $schema: "http://json-schema.org/draft-07/schema#",
    title,
    ...record(keys, known),
    definitions: Object.fromEntries([...vocabulariesIn(keys)].sort().map((of) => [of, choices(of, known)])),
  });
  return {
    "engagement-lint.json": named("Engagement Lint: a team’s configuration", KEYS),
    "rule.json": named("Engagement Lint: a rule", RULE_KEYS),
    "fact.json": named("Engagement Lint: a fact", FACT_KEYS),
    "words.json": named("Engagement Lint: a word list", WORD_KEYS),
  };
}

/** The schemas as they are written into files. */
export function schemaTexts(known: Vocabularies): Readonly<Record<string, string>> {
  const texts = Object.entries(schemasOf(known)).map(([name, schema]) => [
    name,
    `${JSON.stringify(schema, null, 1)}\n`,
  ]);
  return Object.fromEntries(texts);
}

function record(keys: readonly Key[], known: Vocabularies): Schema {
  const required = keys.filter((key) => key.required).map(({ name }) => name);
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      keys.map((key) => [key.name, { description: key.doc, ...schemaOf(key.shape, known) }]),
    ),
    ...(required.length ? { required } : {}),
  };
}

function schemaOf(shape: Shape, known: Vocabularies): Schema {
  switch (shape.is) {
    case "text":
      return textSchema(shape);
    case "flag":
      return { type: "boolean" };
    case "some": {
      const each = schemaOf(shape.each, known);
      return { anyOf: [each, { type: "array", items: each }] };
    }
    case "map":
      return mapSchema(shape, known);
    case "record":
      return record(shape.keys, known);
    case "short or long":
      return { anyOf: [schemaOf(shape.short, known), schemaOf(shape.long, known)] };
  }
}

/** Numbers and truth values stand for text too, as they do where files are read. */
function textSchema({ of, offers }: Extract<Shape, { is: "text" }>): Schema {
  if (of === "participation") return { type: "integer", minimum: 0, maximum: 6 };
  if (of) return { $ref: `#/definitions/${of}` };
  const any = { type: ["string", "number", "boolean"] };
  return offers ? { anyOf: [{ $ref: `#/definitions/${offers}` }, any] } : any;
}

function choices(of: Vocabulary, known: Vocabularies): Schema {
  return { oneOf: known[of].map(({ name, doc }) => ({ const: name, description: doc })) };
}

/** The vocabularies that values are chosen from; each is written once. */
function vocabulariesIn(keys: readonly Key[]): Set<Vocabulary> {
  const found = new Set<Vocabulary>();
  const look = (shape: Shape): void => {
    if (shape.is === "text" && (shape.of ?? shape.offers)) found.add((shape.of ?? shape.offers)!);
    if (shape.is === "some") look(shape.each);
    if (shape.is === "map") look(shape.value);
    if (shape.is === "record") for (const key of shape.keys) look(key.shape);
    if (shape.is === "short or long") for (const form of [shape.short, shape.long]) look(form);
  };
  for (const key of keys) look(key.shape);
  found.delete("participation");
  return found;
}

/** A team may have rules and facts of its own, so that those keys are offered and not demanded. */
function mapSchema({ by, value }: Extract<Shape, { is: "map" }>, known: Vocabularies): Schema {
  const each = schemaOf(value, known);
  if (!by) return { type: "object", additionalProperties: each };
  const open = by === "rule" || by === "fact";
  return {
    type: "object",
    properties: Object.fromEntries(known[by].map(({ name, doc }) => [name, { description: doc }])),
    patternProperties: { "": each },
    ...(open ? {} : { propertyNames: { enum: known[by].map(({ name }) => name) } }),
  };
}
