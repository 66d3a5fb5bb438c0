/** `npm run words`: writes the English bundles from what client and server say, and tells what the Welsh ones lack. */
import { readFileSync, writeFileSync } from "node:fs";
import { translatedWords } from "./interface-words";
import { serverWords } from "./server-words";

/** Writes the strings of one side, and gives how many the Welsh has too few or too many. */
function write(name: string, words: readonly string[]): number {
  const english = Object.fromEntries(words.map((word) => [word, word]));
  writeFileSync(`l10n/${name}.json`, `${JSON.stringify(english, null, 2)}\n`);
  const file = `l10n/${name}.cy.json`;
  const welsh = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  const lacking = words.filter((word) => !Object.hasOwn(welsh, word));
  const left = Object.keys(welsh).filter((word) => !Object.hasOwn(english, word));
  console.log(`${words.length} strings in l10n/${name}.json.`);
  for (const word of lacking) console.log(`Not yet in ${file}: ${JSON.stringify(word)}`);
  for (const word of left) console.log(`No longer said, but in ${file}: ${JSON.stringify(word)}`);
  return lacking.length + left.length;
}

const amiss = write("bundle.l10n", translatedWords()) + write("server.l10n", serverWords());
process.exitCode = amiss ? 1 : 0;
