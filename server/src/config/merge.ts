import type { Severity } from "../engine/finding";
import { type AcceptedTerm, CONSENSUS, type Context, type Policy, type Settings } from "../engine/judge/settings";
import type { Layer, Start } from "./chain";
import type { ConfigFile, Place, RuleOptions } from "./read-config";
import type { Origin } from "./resolution";

export interface Exception {
  readonly rule: string;
  readonly find: readonly string[];
  readonly place: Place;
}

export interface OwnWords {
  readonly fact: string;
  readonly find: readonly string[];
  readonly place: Place;
}

/** What the layers come to, one laid over the other, with who said what last. */
export class Merged {
  readonly origins = new Map<string, Origin>([["framework", { value: CONSENSUS.framework, from: "built in" }]]);
  readonly phrases: OwnWords[] = [];
  readonly exceptions: Exception[] = [];
  failOn: Severity | "never" | undefined;
  private framework = CONSENSUS.framework;
  private overlays: readonly string[] = [];
  private readonly rules: Record<string, Severity | "off"> = {};
  private readonly messages: Record<string, string> = {};
  private readonly families: Record<string, Severity | "off"> = {};
  private readonly accepted: AcceptedTerm[] = [];
  private readonly policies: Record<string, Policy> = {};
  private context: Context = {};

  add(layer: Layer | Start): void {
    if ("framework" in layer) this.start(layer);
    else this.addConfig(layer.config);
  }

  start({ framework, place }: Start): void {
    this.framework = framework;
    this.note("framework", framework, place);
  }

  say(context: Context, placeOf: (key: string) => Place | undefined): void {
    this.context = { ...this.context, ...context };
    for (const [key, value] of Object.entries(context)) this.note(`context.${key}`, value, placeOf(`context.${key}`));
  }

  /** What was said of rules that there are none of comes to nothing. */
  settings(everything: boolean, ruleIds: readonly string[]): Settings {
    const { framework, overlays, families, accepted, policies, context } = this;
    const known = <T>(said: Record<string, T>): Record<string, T> =>
      Object.fromEntries(Object.entries(said).filter(([id]) => ruleIds.includes(id)));
    const rules = known(this.rules);
    const messages = known(this.messages);
    return { framework, overlays, rules, messages, families, accepted, policies, context, everything };
  }

  private addConfig(config: ConfigFile): void {
    const { values, lines } = config;
    const place = (key: string): Place | undefined => lines.get(key);
    if (values.framework) this.start({ framework: values.framework, place: place("framework")! });
    if (values.overlays) this.overlays = values.overlays;
    if (values.failOn) this.failOn = values.failOn;
    for (const key of ["overlays", "include", "exclude", "rulePaths", "baseline", "failOn"] as const)
      if (values[key] !== undefined) this.note(key, values[key], place(key));
    if (values.context) this.say(values.context, place);
    this.addMaps(config);
    for (const [number, term] of (values.accepted ?? []).entries()) {
      this.accepted.push(term);
      this.note(`accepted.${term.term}`, term, place(`accepted.${number}`));
    }
  }

  private addMaps({ values, lines }: ConfigFile): void {
    for (const [id, said] of Object.entries(values.rules ?? {})) this.addRule(id, said, lines);
    for (const [family, level] of Object.entries(values.families ?? {})) {
      this.families[family] = level;
      this.note(`families.${family}`, level, lines.get(`families.${family}`));
    }
    for (const [name, policy] of Object.entries(values.policies ?? {})) {
      this.policies[name] = typeof policy === "string" ? { link: policy } : policy;
      this.note(`policies.${name}`, policy, lines.get(`policies.${name}`));
    }
    for (const [fact, find] of Object.entries(values.phrases ?? {})) {
      const path = `phrases.${fact}`;
      this.phrases.push({ fact, find, place: lines.get(`${path}:`)! });
      this.note(path, find, lines.get(path));
    }
  }

  private addRule(id: string, said: Severity | "off" | RuleOptions, lines: ReadonlyMap<string, Place>): void {
    const options = typeof said === "string" ? { level: said } : said;
    if (options.level) this.rules[id] = options.level;
    if (options.message) this.messages[id] = options.message;
    if (options.unless) this.exceptions.push({ rule: id, find: options.unless, place: lines.get(`rules.${id}:`)! });
    this.note(`rules.${id}`, said, lines.get(`rules.${id}`));
  }

  private note(key: string, value: unknown, place: Place | undefined): void {
    this.origins.set(key, { value, from: place?.file ?? "built in", ...(place ? { line: place.line } : {}) });
  }
}
