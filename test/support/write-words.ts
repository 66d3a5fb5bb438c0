/** `npm run words`: writes the English bundle from what the client says, and tells what the Welsh one lacks. */
import { readFileSync, writeFileSync } from "node:fs";
import { translatedWords } from "./interface-words";

const words = translatedWords();
const english = Object.fromEntries(words.map((word) => [word, word]));
writeFileSync("l10n/bundle.l10n.json", `${JSON.stringify(english, null, 2)}\n`);

const welsh = JSON.parse(readFileSync("l10n/bundle.l10n.cy.json", "utf8")) as Record<string, string>;
const lacking = words.filter((word) => !Object.hasOwn(welsh, word));
const left = Object.keys(welsh).filter((word) => !Object.hasOwn(english, word));
console.log(`${words.length} strings.`);
for (const word of lacking) console.log(`Not yet in l10n/bundle.l10n.cy.json: ${JSON.stringify(word)}`);
for (const word of left) console.log(`No longer said, but in l10n/bundle.l10n.cy.json: ${JSON.stringify(word)}`);
process.exitCode = lacking.length + left.length ? 1 : 0;
