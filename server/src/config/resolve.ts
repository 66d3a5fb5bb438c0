import { builtInBook } from "../rulebook/built-in";
import { builtInVocabularies } from "./built-in-names";
import { Chain, type Layer } from "./chain";
import { coverageOf } from "./coverage";
import { type DocumentSays, readFrontMatter } from "./front-matter";
import { Merged } from "./merge";
import type { Problem } from "./problem";
import { boundaryOf, findPath, type Reach } from "./reach";
import { unknownName } from "./read-config";
import type { Extra, Located, Resolution } from "./resolution";
import { TeamRules } from "./team-rules";
import { comparable, folderOf, join } from "./uri";
import type { Files } from "./world";

export interface Where {
  readonly files: Files;
  /** The URIs of the workspace's folders; for the command line, the folder that it was started in. */
  readonly roots: readonly string[];
  /** The front matter of the document, without its fences; it may choose a framework and a context. */
  readonly frontMatter?: string;
  /** The configuration to use in place of those that would be found. */
  readonly config?: string;
}

/** Finds out how a document is to be judged. The same for editor, command line and CI. */
export async function resolve(documentUri: string, { files, roots, frontMatter, config }: Where): Promise<Resolution> {
  const folder = folderOf(documentUri);
  const boundary = await boundaryOf(folder, roots, files);
  const chain = new Chain(files, { folders: [boundary, ...roots], called: "the workspace" });
  await (config ? chain.collectNamed(config) : chain.collect(folder, boundary));
  const layers = chain.layers.filter((layer): layer is Layer => "config" in layer);
  const says = readFrontMatter(documentUri, frontMatter ?? "");
  const merged = mergedOf(chain, says);
  const rules = new TeamRules(files);
  for (const layer of layers) await rules.add(layer);
  const ruleIds = [...builtInBook().rules, ...rules.rules].map(({ id }) => id);
  const { extra, problems } = extraOf(merged, rules, layers, ruleIds);
  const { located, wrong } = await baselineOf(layers, files);
  return {
    files: chain.used,
    settings: merged.settings(says.kind === "plan", ruleIds),
    origins: merged.origins,
    covered: coverageOf(documentUri, layers, says.kind),
    hasConfiguration: layers.length > 0,
    problems: [...chain.problems, ...rules.problems, ...problems, ...wrong, ...says.problems],
    extra,
    ...(located ? { baseline: located } : {}),
    ...(merged.failOn ? { failOn: merged.failOn } : {}),
    ...(says.kind ? { kind: says.kind === "plan" ? "plan" : "other" } : {}),
    boundary,
    watch: [...chain.watch, ...rules.watch, ...(located ? [located.uri] : [])],
  };
}

/** The document itself speaks last. */
function mergedOf(chain: Chain, says: DocumentSays): Merged {
  const merged = new Merged();
  for (const layer of chain.layers) merged.add(layer);
  if (says.framework) merged.start({ framework: says.framework, place: says.lines.get("framework")! });
  if (says.context) merged.say(says.context, (key) => says.lines.get(key));
  return merged;
}

/** Names of rules and facts can be looked at only now that the team's own are known. */
function extraOf(
  merged: Merged,
  rules: TeamRules,
  layers: readonly Layer[],
  ruleIds: readonly string[],
): { extra: Extra; problems: Problem[] } {
  const factNames = [...builtInVocabularies().fact.map(({ name }) => name), ...rules.facts.map(({ name }) => name)];
  const problems = layers.flatMap(({ config }) =>
    Object.keys(config.values.rules ?? {})
      .filter((id) => !ruleIds.includes(id))
      .map((id) => ({ ...config.lines.get(`rules.${id}:`)!, message: unknownName(id, "rule", ruleIds) })),
  );
  const phrases = merged.phrases.filter(({ fact, find, place }) => {
    const wrong = factNames.includes(fact)
      ? rules.affords(find)
        ? undefined
        : TOO_MUCH
      : unknownName(fact, "fact", factNames);
    if (wrong) problems.push({ ...place, message: wrong });
    return !wrong;
  });
  const exceptions = merged.exceptions.filter(({ rule, find, place }) => {
    if (!ruleIds.includes(rule)) return false;
    const affordable = rules.affords(find);
    if (!affordable) problems.push({ ...place, message: TOO_MUCH });
    return affordable;
  });
  const plain = {
    phrases: gathered(phrases, ({ fact }) => fact).map(([fact, find]) => ({ fact, find })),
    exceptions: gathered(exceptions, ({ rule }) => rule).map(([rule, find]) => ({ rule, find })),
  };
  const nothing = rules.key === "[]" && phrases.length === 0 && exceptions.length === 0;
  const key = nothing ? "" : JSON.stringify([rules.key, plain]);
  return { extra: { key, lists: rules.lists, facts: rules.facts, rules: rules.rules, ...plain }, problems };
}

const TOO_MUCH = "The team’s phrases that begin alike are too many: these are not used. Take some away.";

/** Several layers may have phrases for the same thing: together they are one. */
function gathered<T extends { readonly find: readonly string[] }>(
  all: readonly T[],
  nameOf: (one: T) => string,
): [string, string[]][] {
  const byName = new Map<string, string[]>();
  for (const one of all) byName.set(nameOf(one), [...(byName.get(nameOf(one)) ?? []), ...one.find]);
  return [...byName];
}

/** The baseline that was named last. One that isn't there is told of by whoever reads it. */
async function baselineOf(layers: readonly Layer[], files: Files): Promise<{ located?: Located; wrong: Problem[] }> {
  const layer = layers.findLast(({ config }) => config.values.baseline !== undefined);
  if (!layer) return { wrong: [] };
  const { config, reach } = layer;
  const path = config.values.baseline!;
  const place = config.lines.get("baseline")!;
  const found = await findPath(path, folderOf(config.uri), reach, files);
  const uri = join(folderOf(config.uri), path);
  const missing = "wrong" in found && (await files.real(uri)) === undefined && insideByName(uri, reach);
  if ("wrong" in found && !missing) return { wrong: [{ ...place, message: found.wrong }] };
  return { located: { uri, from: config.uri, line: place.line }, wrong: [] };
}

function insideByName(uri: string, { folders }: Reach): boolean {
  return folders.some((folder) => comparable(uri).startsWith(`${comparable(folder)}/`));
}
