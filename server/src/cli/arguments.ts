import { SEVERITIES, type Severity } from "../engine/finding";

export type Format = "text" | "json";
export type Print = "findings" | "facts" | "blocks" | "levels";

/** What the command line was asked to do. */
export type Request =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "lsp" }
  | ({ readonly kind: "check" } & CheckOptions);

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly stdinFilename: string | undefined;
  readonly format: Format;
  readonly print: Print;
  readonly failOn: Severity | "never";
  readonly framework: string;
  readonly overlays: readonly string[];
  /** Documents that don't read as plans are checked too. */
  readonly everything: boolean;
}

/** The command was used in a way that it doesn't know. The message says what would be right. */
export class UsageError extends Error {}

const VALUES = {
  "--format": ["text", "json"],
  "--print": ["findings", "facts", "blocks", "levels"],
  "--fail-on": [...SEVERITIES, "never"],
  "--stdin-filename": undefined,
  "--framework": undefined,
  "--overlays": undefined,
  "--check": ["plans", "everything"],
} as const;
type Option = keyof typeof VALUES;

export function readArguments(words: readonly string[]): Request {
  if (words[0] === "lsp") return { kind: "lsp" };
  const values = new Map<Option, string>();
  const paths: string[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "--help" || word === "-h") return { kind: "help" };
    if (word === "--version" || word === "-v") return { kind: "version" };
    if (word === "--") paths.push(...rest.splice(0));
    else if (word === "-" || !word.startsWith("-")) paths.push(word);
    else readOption(word, rest, values);
  }
  return { kind: "check", ...checkOptions(paths, values) };
}

function readOption(word: string, rest: string[], values: Map<Option, string>): void {
  const equals = word.indexOf("=");
  const name = equals < 0 ? word : word.slice(0, equals);
  if (!isOption(name))
    throw new UsageError(`There is no option ${name}. The options are ${Object.keys(VALUES).join(", ")}.`);
  const value = equals < 0 ? rest.shift() : word.slice(equals + 1);
  const choices: readonly string[] | undefined = VALUES[name];
  if (value === undefined || value === "")
    throw new UsageError(`${name} needs a value: ${choices?.join(", ") ?? "a name"}.`);
  if (choices && !choices.includes(value))
    throw new UsageError(`${name} can't be “${value}”. It can be ${choices.join(", ")}.`);
  values.set(name, value);
}

function isOption(name: string): name is Option {
  return Object.hasOwn(VALUES, name);
}

function checkOptions(paths: readonly string[], values: ReadonlyMap<Option, string>): CheckOptions {
  const stdinFilename = values.get("--stdin-filename");
  if (stdinFilename && !paths.includes("-"))
    throw new UsageError("--stdin-filename needs “-” among the paths, for standard input.");
  const format = values.get("--format") ?? "text";
  const print = values.get("--print") ?? "findings";
  if (print !== "findings" && format === "json") throw new UsageError(`--print ${print} is written as text only.`);
  return {
    paths: paths.length ? paths : ["."],
    stdinFilename,
    format: format as Format,
    print: print as Print,
    failOn: (values.get("--fail-on") ?? "never") as Severity | "never",
    framework: values.get("--framework") ?? "consensus",
    overlays: values.get("--overlays")?.split(",") ?? [],
    everything: values.get("--check") === "everything",
  };
}
