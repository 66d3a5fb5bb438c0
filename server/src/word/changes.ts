import { describePlace, type WordPlace } from "./places";

export type Change = "Added" | "Deleted" | "Moved away" | "Moved here";

/**
 * What tracked changes took away or brought. The text reads as if they were accepted, so it would be gone without a word
 * what somebody proposes and nobody has agreed.
 */
export class Changes {
  private readonly all: { what: Change; author: string; words: string; place: string }[] = [];

  note(what: Change, author: string | undefined, words: string, at: WordPlace): void {
    if (!words.trim()) return;
    const who = author?.trim() || "someone";
    const place = describePlace(at);
    const last = this.all.at(-1);
    // Word notes a change anew at every change of font.
    if (last && last.what === what && last.author === who && last.place === place) last.words += words;
    else this.all.push({ what, author: who, words, place });
  }

  lines(): string[] {
    return this.all.map(
      ({ what, author, words, place }) => `${what} by ${author}, ${place}: “${words.replace(/\s+/g, " ").trim()}”`,
    );
  }
}
