import type { Additions } from "../engine/book";
import type { Severity } from "../engine/finding";
import type { Settings } from "../engine/judge/settings";
import type { Problem } from "./problem";

/** All that is known of how one document is to be judged, and where each part of that was said. */
export interface Resolution {
  /** In the order in which they were read: a later one speaks louder. */
  readonly files: readonly FileUsed[];
  readonly settings: Settings;
  /** For each setting that was said, by its key (`framework`, `rules.payment-missing`): what holds, and who said so. */
  readonly origins: ReadonlyMap<string, Origin>;
  readonly covered: Covered;
  /** Some configuration was found for the document's place. */
  readonly hasConfiguration: boolean;
  readonly problems: readonly Problem[];
  /** The team's own rules, facts, words and phrases. */
  readonly extra: Extra;
  /** The URI of the baseline, and the place that names it. */
  readonly baseline?: Located;
  /** Findings at this level and above fail the command line; undefined where no file says. */
  readonly failOn?: Severity | "never";
  /** Whether the document's own front matter says that it is a plan (`kind: plan`), or something else. */
  readonly kind?: "plan" | "other";
  /** The folder up to which configurations are looked for; nothing outside is read but installed packages. */
  readonly boundary: string;
  /** Every file and place whose change or appearance may change this answer. */
  readonly watch: readonly string[];
}

export interface FileUsed {
  readonly uri: string;
  /** A phrase for people: “nearest to the document”, “extended by ../engagement-lint.yaml”. */
  readonly why: string;
}

export interface Origin {
  readonly value: unknown;
  /** A URI, or `built in`, or `front matter`. */
  readonly from: string;
  /** From 1; absent for what is built in. */
  readonly line?: number;
}

export interface Covered {
  readonly yes: boolean;
  /** A sentence for people. */
  readonly because: string;
}

export interface Located {
  readonly uri: string;
  readonly from: string;
  readonly line: number;
}

/** What a team adds to the built-in book. Equal keys mean equal additions. */
export interface Extra extends Additions {
  readonly key: string;
}

export const NOTHING_EXTRA: Extra = { key: "", lists: [], facts: [], rules: [], phrases: [], exceptions: [] };
