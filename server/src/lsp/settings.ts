import type { Connection } from "vscode-languageserver";
import { type Personal, readPersonal } from "../config/personal";
import type { Say } from "../words/say";
import type { ClientFeatures } from "./client-features";
import { readTiming, type Timing } from "./timing";

/**
 * Which documents are checked as they are written: those that read as plans or that a configuration covers, only those
 * that one covers, every one, or none until the command asks for it.
 */
export const CHECKS = ["plans", "configured", "everything", "off"] as const;
export type Check = (typeof CHECKS)[number];

/** What the person who writes may choose. */
export interface Settings {
  /** A line above each activity that sums it up. */
  readonly codeLens: boolean;
  readonly check: Check;
  /** What they would rather not see, or not so loudly. */
  readonly personal: Personal;
  readonly timing: Timing;
}

const SECTION = "engagementLint";

/** Reads whatever a client sent, which may be anything at all. */
export function readSettings(value: unknown): Settings {
  const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  return {
    check: CHECKS.find((check) => check === given.check) ?? "plans",
    personal: readPersonal(given.rules, given.most),
    codeLens: given.codeLens !== false,
    timing: readTiming(given.timing),
  };
}

/** The settings for each document, asked of the client once and kept until they change. */
export class SettingsBook {
  private readonly byUri = new Map<string, Promise<Settings>>();
  /** What a client that can't be asked has told us. */
  private told: Settings;

  constructor(
    private readonly connection: Connection,
    private readonly features: ClientFeatures,
    initial: unknown,
    private readonly say: Say,
  ) {
    this.told = readSettings(initial);
  }

  of(uri: string): Promise<Settings> {
    if (!this.features.configuration) return Promise.resolve(this.told);
    let settings = this.byUri.get(uri);
    if (!settings) {
      settings = this.ask(uri);
      this.byUri.set(uri, settings);
    }
    return settings;
  }

  /** Takes in a change. Clients that can be asked send nothing worth reading: they are asked again. */
  changed(settings: unknown): void {
    this.byUri.clear();
    const ours =
      typeof settings === "object" && settings !== null && SECTION in settings ? settings[SECTION] : undefined;
    this.told = readSettings(ours);
  }

  forget(uri: string): void {
    this.byUri.delete(uri);
  }

  private async ask(uri: string): Promise<Settings> {
    try {
      return readSettings(await this.connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }));
    } catch (error) {
      const warning = this.say("The settings could not be read, so the usual ones are used. {0}", String(error));
      this.connection.console.warn(warning);
      return readSettings(undefined);
    }
  }
}
