import type { Book } from "../book";
import type { RuleDefinition } from "../definitions";
import type { Severity } from "../finding";

/** How a team wants its documents judged. */
export interface Settings {
  readonly framework: string;
  readonly overlays: readonly string[];
  /** What the team itself says of a rule; stronger than any framework. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  /** Judge documents that don't read as plans too. */
  readonly everything: boolean;
}

export const CONSENSUS: Settings = { framework: "consensus", overlays: [], rules: {}, everything: false };

/** How much a rule weighs: the team's word, then the overlays' (the last first), the framework's, the rule's own. */
export function levelOf(rule: RuleDefinition, settings: Settings, book: Book): Severity | "off" {
  const own = settings.rules[rule.id];
  if (own) return own;
  const overlays = settings.overlays.map((id) => book.overlays.find((overlay) => overlay.id === id)?.levels[rule.id]);
  const framework = book.frameworks.find(({ id }) => id === settings.framework);
  return overlays.reverse().find((level) => level !== undefined) ?? framework?.levels[rule.id] ?? rule.level;
}

export function messageOf(rule: RuleDefinition, settings: Settings, book: Book): string {
  return book.frameworks.find(({ id }) => id === settings.framework)?.messages[rule.id] ?? rule.message;
}
