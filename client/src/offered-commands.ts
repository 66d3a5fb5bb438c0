import type { ClientCapabilities } from "vscode-languageclient";
import { ACCEPT_COMMAND } from "./config-requests";
import { VIEW } from "./participation-tree";

/** The commands of ours that the server may name in its actions and link to in its hovers. */
export const OFFERED_COMMANDS: readonly string[] = [
  "engagementLint.explainRule",
  "engagementLint.copyAsComment",
  ACCEPT_COMMAND,
  `${VIEW}.focus`,
];

/**
 * Tells the server which commands it may name: other editors have none of them, and must not be shown any. VS Code's
 * hover begins with the messages of what was found there; to say them once more would fill half of it.
 */
export const offeredCommands = {
  fillClientCapabilities(capabilities: ClientCapabilities): void {
    capabilities.experimental = {
      ...capabilities.experimental,
      commands: { commands: [...OFFERED_COMMANDS] },
      messageInHover: true,
    };
  },
  initialize(): void {},
  getState: () => ({ kind: "static" }) as const,
  clear(): void {},
};
