import { comparable } from "../config/uri";
import type { FileRead, Files } from "../config/world";

/**
 * A file that is open is read as it stands in the editor, saved or not. One that was deleted and not written in since is
 * gone, though an editor may keep its text for minutes, and nobody may see it.
 */
export class OpenFiles implements Files {
  /** The text of each open file when it was last known to be on the disk. */
  private readonly onDisk = new Map<string, string>();

  constructor(
    private readonly openText: (uri: string) => string | undefined,
    private readonly files: Files,
  ) {}

  /** What is open has just been written to the disk. */
  saved(uri: string): void {
    const text = this.openText(uri);
    if (text !== undefined) this.onDisk.set(comparable(uri), text);
  }

  closed(uri: string): void {
    this.onDisk.delete(comparable(uri));
  }

  async read(uri: string): Promise<FileRead> {
    const text = this.openText(uri);
    if (text === undefined) return this.files.read(uri);
    return this.isGone(uri, text, await this.files.real(uri)) ? { wrong: "missing" } : { text };
  }

  async real(uri: string): Promise<string | undefined> {
    const text = this.openText(uri);
    const real = await this.files.real(uri);
    if (text === undefined || real !== undefined) return real;
    return this.isGone(uri, text, real) ? undefined : uri;
  }

  list(uri: string): Promise<readonly string[]> {
    return this.files.list(uri);
  }

  private isGone(uri: string, text: string, real: string | undefined): boolean {
    const place = comparable(uri);
    if (real === undefined) return this.onDisk.get(place) === text;
    this.onDisk.set(place, text);
    return false;
  }
}
