import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from "vscode-languageserver";
import { folderOf, nameOf } from "../config/uri";
import { CONFIG_NAME } from "../config/world";
import type { Say } from "../words/say";
import type { ClientFeatures } from "./client-features";

/** Wherever one of these comes up, it may matter. */
const BY_NAME: readonly FileSystemWatcher[] = [
  { globPattern: `**/${CONFIG_NAME}` },
  { globPattern: `**/*.${CONFIG_NAME}` },
];

/** Whether a file is one of a team's configurations, or the side file of a document, by its name. */
export function isConfigName(uri: string): boolean {
  const name = nameOf(uri);
  return name === CONFIG_NAME || name.endsWith(`.${CONFIG_NAME}`);
}

/** What the client watches for us: configurations by their name, and each further file that documents rest on. */
export class ConfigWatch {
  private named: Promise<Disposable> | undefined;
  private further: Promise<Disposable> | undefined;
  private watched = "";

  constructor(
    private readonly connection: Connection,
    private readonly features: ClientFeatures,
    private readonly say: Say,
  ) {}

  /** To be called once the client is ready. */
  start(): void {
    this.named ??= this.register(BY_NAME);
  }

  /** Watches these places too, files or folders, instead of those that were watched before. */
  follow(places: readonly string[]): void {
    const others = places.filter((place) => !isConfigName(place)).sort();
    if (!this.named || JSON.stringify(others) === this.watched) return;
    this.watched = JSON.stringify(others);
    const before = this.further;
    this.further = others.length ? this.register(others.flatMap((place) => this.watchersOf(place))) : undefined;
    void before?.then((registration) => registration.dispose()).catch(() => {});
  }

  /** A place may be a file or a folder full of them: that is not known before it is there. */
  private watchersOf(place: string): FileSystemWatcher[] {
    const [folder, name] = [folderOf(place), escaped(nameOf(place))];
    if (this.features.watchesAnywhere)
      return [name, `${name}/**`].map((pattern) => ({ globPattern: { baseUri: folder, pattern } }));
    return [{ globPattern: `**/${name}` }, { globPattern: `**/${name}/**` }];
  }

  private register(watchers: readonly FileSystemWatcher[]): Promise<Disposable> | undefined {
    if (!this.features.watchesFiles) return undefined;
    const registering = this.connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [...watchers],
    });
    // A client that won't watch can still be restarted; a refusal must not end the server.
    registering.catch((error) => this.connection.console.warn(this.say("Files can't be watched. {0}", String(error))));
    return registering;
  }
}

/** A name in which nothing is a pattern. */
function escaped(name: string): string {
  return name.replace(/[[\]{}*?]/g, "[$&]");
}
