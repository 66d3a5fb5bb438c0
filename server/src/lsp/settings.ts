import type { Connection } from "vscode-languageserver";
import type { ClientFeatures } from "./client-features";

/** What the person who writes may choose. */
export interface Settings {
  /** A line above each activity that sums it up. */
  readonly codeLens: boolean;
  /** Which documents are checked as they are written; `off` waits for the command. */
  readonly check: "everything" | "off";
}

const SECTION = "engagementLint";

/** Reads whatever a client sent, which may be anything at all. */
export function readSettings(value: unknown): Settings {
  const check = typeof value === "object" && value !== null && "check" in value ? value.check : undefined;
  const codeLens = !(typeof value === "object" && value !== null && "codeLens" in value && value.codeLens === false);
  return { check: check === "off" ? "off" : "everything", codeLens };
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
      this.connection.console.warn(`The settings could not be read, so the usual ones are used. ${String(error)}`);
      return readSettings(undefined);
    }
  }
}
