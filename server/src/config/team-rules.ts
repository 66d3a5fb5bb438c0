import type { FactDefinition, RuleDefinition, WordList } from "../engine/definitions";
import { beginningsOf, costOf } from "../engine/phrases/cost";
import { parsePhrase } from "../engine/phrases/parse";
import { builtInDefinitions } from "../rulebook/built-in";
import { readRulebook } from "../rulebook/read-rulebook";
import { type Layer, LEADS_OUT, UNREADABLE } from "./chain";
import type { Problem } from "./problem";
import { findPath, isInReach } from "./reach";
import { folderOf, join, nameOf } from "./uri";
import type { Files } from "./world";

const MOST_FILES = 300;
/** Every phrase costs something where it is only tried. */
const LEAST_COST = 50;
/** So much may the phrases cost that begin alike and are tried at the same word: this bounds what a word can cost. */
const MOST_AT_A_WORD = 30_000;
/** So much may all of them cost: about as much as those that are built in. */
const MOST_COST = 1_500_000;

/** Reads the rules that a team keeps for itself. A broken file is a problem in itself; the others go on. */
export class TeamRules {
  readonly lists: WordList[] = [];
  readonly facts: FactDefinition[] = [];
  readonly rules: RuleDefinition[] = [];
  readonly problems: Problem[] = [];
  readonly watch = new Set<string>();
  private readonly texts = new Map<string, string>();
  private cost = 0;
  private readonly costs = new Map<string, number>();

  constructor(private readonly files: Files) {}

  /** What was read, word for word: equal texts make equal rules. */
  get key(): string {
    return JSON.stringify([...this.texts]);
  }

  async add(layer: Layer): Promise<void> {
    const { config, reach } = layer;
    const folder = folderOf(config.uri);
    for (const [number, path] of (config.values.rulePaths ?? []).entries()) {
      this.watch.add(join(folder, path));
      const found = await findPath(path, folder, reach, this.files);
      const message = "wrong" in found ? found.wrong : await this.addPath(found.uri, layer);
      if (message) this.problems.push({ ...config.lines.get(`rulePaths.${number}`)!, message });
    }
  }

  /** Counts phrases that stand in a configuration; false where they are too many. */
  affords(phrases: readonly string[]): boolean {
    const added = new Map<string, number>();
    let all = this.cost;
    for (const elements of phrases.map(parsePhrase)) {
      const cost = LEAST_COST + costOf(elements);
      all += cost;
      for (const word of beginningsOf(elements)) added.set(word, (added.get(word) ?? this.costs.get(word) ?? 0) + cost);
    }
    if (all > MOST_COST || [...added.values()].some((cost) => cost > MOST_AT_A_WORD)) return false;
    this.cost = all;
    for (const [word, cost] of added) this.costs.set(word, cost);
    return true;
  }

  private async addPath(uri: string, layer: Layer): Promise<string | undefined> {
    if (/\.ya?ml$/i.test(nameOf(uri))) return this.addFiles([uri], folderOf(uri), layer);
    const rules = await this.yamlIn(uri);
    if (rules.length === 0) return `“${nameOf(uri)}” holds no rules. Rule files end in .yaml.`;
    return this.addFiles(rules, uri, layer);
  }

  /** Facts and words that rules speak of stand beside them, in folders of these names. */
  private async addFiles(rules: readonly string[], folder: string, layer: Layer): Promise<string | undefined> {
    const beside = await Promise.all(["words", "facts"].map((name) => this.yamlIn(join(folder, name))));
    const fresh = [...beside.flat(), ...rules].filter((uri) => !this.texts.has(uri));
    const room = Math.max(0, MOST_FILES - this.texts.size);
    await this.addBook(fresh.slice(0, room), folder, layer);
    return fresh.length > room ? `Over ${MOST_FILES} rule files are named here: the rest is not read.` : undefined;
  }

  private async yamlIn(folder: string): Promise<string[]> {
    this.watch.add(folder);
    const names = (await this.files.list(folder)).filter(
      (name) => /\.yaml$/.test(name) && !/engagement-lint/.test(name),
    );
    return [...names].sort().map((name) => join(folder, name));
  }

  private async addBook(uris: readonly string[], folder: string, layer: Layer): Promise<void> {
    const byPath = new Map<string, string>();
    const texts: Record<string, string> = {};
    for (const uri of uris) {
      const text = await this.read(uri, layer);
      const path = pathIn(folder, uri);
      if (text === undefined) continue;
      byPath.set(path, uri);
      texts[path] = text;
    }
    const builtIn = builtInDefinitions();
    const beside = { lists: [...builtIn.lists, ...this.lists], facts: [...builtIn.facts, ...this.facts] };
    const book = readRulebook(texts, beside);
    this.problems.push(...book.problems.map((problem) => ({ ...problem, file: byPath.get(problem.file)! })));
    const at = (path: string): string => byPath.get(path)!;
    this.take(
      book.lists,
      this.lists,
      beside.lists,
      (list) => list.name,
      (name) => at(`words/${name}.yaml`),
      (list) => list.entries,
    );
    this.take(
      book.facts,
      this.facts,
      beside.facts,
      (fact) => fact.name,
      (name) => at(`facts/${name}.yaml`),
      phrasesOf,
    );
    const known = [...builtIn.rules, ...this.rules];
    this.take(
      book.rules,
      this.rules,
      known,
      (rule) => rule.id,
      (id) => at(`${id}.yaml`),
      (rule) => rule.ownFacts.flatMap(phrasesOf),
    );
  }

  /** Takes in what has a name of its own and can be afforded. */
  private take<T>(
    found: readonly T[],
    into: T[],
    known: readonly T[],
    nameIn: (one: T) => string,
    fileOf: (name: string) => string,
    phrasesIn: (one: T) => readonly string[],
  ): void {
    const names = new Set(known.map(nameIn));
    for (const one of found) {
      const name = nameIn(one);
      const wrong = names.has(name) ? TAKEN(name) : this.affords(phrasesIn(one)) ? undefined : TOO_MUCH;
      if (wrong) this.problems.push({ file: fileOf(name), line: 1, column: 1, message: wrong });
      else into.push(one);
    }
  }

  private async read(uri: string, { reach }: Layer): Promise<string | undefined> {
    this.watch.add(uri);
    const read = await this.files.read(uri);
    const real = await this.files.real(uri);
    const wrong = this.faultOf(uri, "wrong" in read ? read.wrong : undefined);
    if (real && !(await isInReach(real, reach, this.files))) this.problems.push({ ...whole(uri), message: LEADS_OUT });
    else if (wrong) this.problems.push({ ...whole(uri), message: wrong });
    else if ("text" in read) {
      this.texts.set(uri, read.text);
      return read.text;
    }
    return undefined;
  }

  private faultOf(uri: string, wrong: "missing" | "too large" | "not text" | undefined): string | undefined {
    if (!/^[\w-]+\.yaml$/.test(nameOf(uri)))
      return "A rule file is named after its rule, in letters, digits and hyphens, and ends in .yaml. Rename it.";
    return wrong === undefined || wrong === "missing" ? undefined : UNREADABLE[wrong];
  }
}

const TAKEN = (name: string): string => `There is a “${name}” already. Give this one a name of its own.`;
const TOO_MUCH = "The team’s phrases that begin alike are too many: this file is not used. Take some away.";

function phrasesOf(fact: FactDefinition): string[] {
  return [...fact.find, ...fact.unless];
}

function whole(file: string): Omit<Problem, "message"> {
  return { file, line: 1, column: 1 };
}

function pathIn(folder: string, uri: string): string {
  return folderOf(uri) === folder ? nameOf(uri) : `${nameOf(folderOf(uri))}/${nameOf(uri)}`;
}
