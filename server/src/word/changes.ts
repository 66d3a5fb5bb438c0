import { describePlace, type WordPlace } from "./places";

/** What tracked changes took away. The text reads as if they were accepted, so it would be gone without a word. */
export class Changes {
  private readonly all: { what: "Deleted" | "Moved away"; author: string; words: string; place: string }[] = [];

  took(what: "Deleted" | "Moved away", author: string | undefined, words: string, at: WordPlace): void {
    if (!words.trim()) return;
    const who = author?.trim() || "someone";
    const place = describePlace(at);
    const last = this.all.at(-1);
    // Word notes a deletion anew at every change of font.
    if (last && last.what === what && last.author === who && last.place === place) last.words += words;
    else this.all.push({ what, author: who, words, place });
  }

  lines(): string[] {
    return this.all.map(
      ({ what, author, words, place }) => `${what} by ${author}, ${place}: “${words.replace(/\s+/g, " ").trim()}”`,
    );
  }
}
