import { SEVERITIES, type Severity } from "../engine/finding";

export const FORMATS = ["text", "json", "markdown", "sarif", "github"] as const;
export type Format = (typeof FORMATS)[number];
export type Print = "findings" | "facts" | "blocks" | "levels";

/** What the command line was asked to do. */
export type Request =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "lsp" }
  | ({ readonly kind: "check" } & CheckOptions)
  | ({ readonly kind: "baseline" } & BaselineOptions)
  | ({ readonly kind: "explain" } & ExplainOptions)
  | ({ readonly kind: "test" } & ExplainOptions)
  | { readonly kind: "init"; readonly framework: string | undefined };

/** Where the configuration comes from, and what the command line says louder. */
export interface ConfigOptions {
  /** A configuration to use in place of the ones that would be found. */
  readonly config: string | undefined;
  readonly noConfig: boolean;
  readonly framework: string | undefined;
  readonly overlays: readonly string[] | undefined;
  /** Documents that don't read as plans are checked too. */
  readonly everything: boolean;
}

export interface ExplainOptions extends ConfigOptions {
  readonly paths: readonly string[];
}

export interface BaselineOptions extends ConfigOptions {
  readonly paths: readonly string[];
}

export interface CheckOptions extends ConfigOptions {
  readonly paths: readonly string[];
  readonly stdinFilename: string | undefined;
  readonly format: Format;
  readonly print: Print;
  /** Undefined where the configuration is to say. */
  readonly failOn: Severity | "never" | undefined;
}

/** The command was used in a way that it doesn't know. The message says what would be right. */
export class UsageError extends Error {}

const VALUES = {
  "--format": FORMATS,
  "--print": ["findings", "facts", "blocks", "levels"],
  "--fail-on": [...SEVERITIES, "never"],
  "--stdin-filename": undefined,
  "--framework": undefined,
  "--overlays": undefined,
  "--check": ["plans", "everything"],
  "--config": undefined,
} as const;
const FLAGS = ["--no-config"] as const;
type Option = keyof typeof VALUES;
type Flag = (typeof FLAGS)[number];

const CONFIG: readonly (Option | Flag)[] = ["--framework", "--overlays", "--check", "--config", "--no-config"];

/** Each command, with the options that mean something to it. */
const COMMANDS = {
  check: [...(Object.keys(VALUES) as Option[]), ...FLAGS],
  explain: CONFIG,
  baseline: CONFIG,
  test: ["--config"],
  init: ["--framework"],
} as const satisfies Readonly<Record<string, readonly (Option | Flag)[]>>;
type Command = keyof typeof COMMANDS;

/** The words of a command line, taken apart. */
interface Words {
  readonly values: ReadonlyMap<Option, string>;
  readonly flags: ReadonlySet<Flag>;
  readonly paths: readonly string[];
}

export function readArguments(words: readonly string[]): Request {
  if (words[0] === "lsp") return { kind: "lsp" };
  const named = isCommand(words[0]) ? words[0] : undefined;
  const read = takeApart(named ? words.slice(1) : words, named ?? "check");
  return typeof read === "string" ? { kind: read } : requestFor(named ?? "check", read);
}

function isCommand(word: string | undefined): word is Command {
  return word !== undefined && Object.hasOwn(COMMANDS, word);
}

function takeApart(words: readonly string[], command: Command): Words | "help" | "version" {
  const values = new Map<Option, string>();
  const flags = new Set<Flag>();
  const paths: string[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "--help" || word === "-h") return "help";
    if (word === "--version" || word === "-v") return "version";
    if (word === "--") paths.push(...rest.splice(0));
    else if (word === "-" || !word.startsWith("-")) paths.push(word);
    else readOption(word, rest, command, values, flags);
  }
  return { values, flags, paths };
}

function readOption(
  word: string,
  rest: string[],
  command: Command,
  values: Map<Option, string>,
  flags: Set<Flag>,
): void {
  const equals = word.indexOf("=");
  const name = equals < 0 ? word : word.slice(0, equals);
  const known: readonly string[] = COMMANDS[command];
  if (!known.includes(name))
    throw new UsageError(`There is no option ${name}${after(command)}. The options are ${known.join(", ")}.`);
  if (isFlag(name)) {
    if (equals >= 0) throw new UsageError(`${name} takes no value.`);
    flags.add(name);
    return;
  }
  const option = name as Option;
  const value = equals < 0 ? rest.shift() : word.slice(equals + 1);
  const choices: readonly string[] | undefined = VALUES[option];
  if (value === undefined || value === "")
    throw new UsageError(`${name} needs a value: ${choices?.join(", ") ?? "a name"}.`);
  if (choices && !choices.includes(value))
    throw new UsageError(`${name} can't be “${value}”. It can be ${choices.join(", ")}.`);
  values.set(option, value);
}

function isFlag(name: string): name is Flag {
  return (FLAGS as readonly string[]).includes(name);
}

function after(command: Command): string {
  return command === "check" ? "" : ` for ${command}`;
}

function requestFor(kind: Command, words: Words): Request {
  switch (kind) {
    case "check":
      return { kind, ...checkOptions(words) };
    case "init":
      if (words.paths.length) throw new UsageError("init takes no path: it writes to the folder that you are in.");
      return { kind, framework: words.values.get("--framework") };
    case "explain":
      if (words.paths.length !== 1) throw new UsageError("explain needs the path of one document.");
      return { kind, ...configOptions(words), paths: words.paths };
    default:
      if (words.paths.includes("-")) throw new UsageError(`${kind} reads files only, not standard input.`);
      return { kind, ...configOptions(words), paths: words.paths.length ? words.paths : ["."] };
  }
}

function configOptions({ values, flags }: Words): ConfigOptions {
  const noConfig = flags.has("--no-config");
  const config = values.get("--config");
  if (noConfig && config !== undefined)
    throw new UsageError("--config and --no-config can't both hold. Leave one out.");
  return {
    config,
    noConfig,
    framework: values.get("--framework"),
    overlays: values.get("--overlays")?.split(","),
    everything: values.get("--check") === "everything",
  };
}

function checkOptions(words: Words): CheckOptions {
  const { paths, values } = words;
  const stdinFilename = values.get("--stdin-filename");
  if (stdinFilename && !paths.includes("-"))
    throw new UsageError("--stdin-filename needs “-” among the paths, for standard input.");
  const format = values.get("--format") ?? "text";
  const print = values.get("--print") ?? "findings";
  if (print !== "findings" && format !== "text") throw new UsageError(`--print ${print} is written as text only.`);
  return {
    ...configOptions(words),
    paths: paths.length ? paths : ["."],
    stdinFilename,
    format: format as Format,
    print: print as Print,
    failOn: values.get("--fail-on") as Severity | "never" | undefined,
  };
}
