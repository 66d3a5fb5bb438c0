/**
 * Files as the configuration sees them: by URI, wherever they may lie. Nothing is ever written or run, and what can't
 * be read is an answer, not an error.
 */
export interface Files {
  read(uri: string): Promise<FileRead>;
  /** The URI after every symbolic link was followed; undefined where there is nothing. */
  real(uri: string): Promise<string | undefined>;
  /** The names in a folder, folders with a slash at their end; empty where there is no such folder. */
  list(uri: string): Promise<readonly string[]>;
}

/** Plain data, so that it can be sent over a wire. */
export type FileRead = { readonly text: string } | { readonly wrong: "missing" | "too large" | "not text" };

/** A configuration or a rule file is a page or two: anything larger is a mistake. */
export const MOST_BYTES = 256 * 1024;

/** A baseline has a line for each finding of each document that a team has. */
const MOST_BYTES_OF_BASELINE = 4 * 1024 * 1024;

export function mostBytesOf(uri: string): number {
  return uri.endsWith(".json") ? MOST_BYTES_OF_BASELINE : MOST_BYTES;
}

/** The name under which a team's configuration is found. */
export const CONFIG_NAME = "engagement-lint.yaml";

/** Files that are read once and kept, until they are told to be forgotten. */
export class RememberedFiles implements Files {
  private readonly reads = new Map<string, Promise<FileRead>>();
  private readonly reals = new Map<string, Promise<string | undefined>>();
  private readonly lists = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly files: Files) {}

  read(uri: string): Promise<FileRead> {
    return kept(this.reads, uri, () => this.files.read(uri));
  }

  real(uri: string): Promise<string | undefined> {
    return kept(this.reals, uri, () => this.files.real(uri));
  }

  list(uri: string): Promise<readonly string[]> {
    return kept(this.lists, uri, () => this.files.list(uri));
  }

  /** Forgets everything: a file that comes or goes may change what others mean. */
  forget(): void {
    this.reads.clear();
    this.reals.clear();
    this.lists.clear();
  }
}

function kept<T>(known: Map<string, Promise<T>>, uri: string, ask: () => Promise<T>): Promise<T> {
  let answer = known.get(uri);
  if (!answer) {
    answer = ask();
    known.set(uri, answer);
  }
  return answer;
}
