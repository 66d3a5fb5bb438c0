import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { translatedWords, unknownWords, untranslatedWords } from "./support/interface-words";
import { serverWords, unknownToServer, unsaidByServer } from "./support/server-words";

type Bundle = Readonly<Record<string, string>>;

const json = (path: string): Bundle => JSON.parse(readFileSync(path, "utf8"));
const manifest = readFileSync("package.json", "utf8");
const keysIn = (bundle: Bundle): string[] => Object.keys(bundle).sort();

/** What must stand in a translation as it does in the English: blanks, commands and line breaks. */
const fixedParts = (words: string): string[] => (words.match(/\{\d+\}|\(command:[\w.]+\)|\n/g) ?? []).sort();

/** Each pair of files that hold the same strings in English and in another language. */
function pairs(): { readonly name: string; readonly english: Bundle; readonly other: Bundle }[] {
  const bundles = readdirSync("l10n").filter((name) => /^\w+\.l10n\.\w+\.json$/.test(name));
  const englishOf = (name: string) => json(`l10n/${name.replace(/\.\w+\.json$/, ".json")}`);
  const manifests = readdirSync(".").filter((name) => /^package\.nls\.\w+\.json$/.test(name));
  return [
    ...bundles.map((name) => ({ name, english: englishOf(name), other: json(`l10n/${name}`) })),
    ...manifests.map((name) => ({ name, english: json("package.nls.json"), other: json(name) })),
  ];
}

suite("Words of the interface", () => {
  test("the English bundle holds what the client says, no more and no less", () => {
    assert.deepEqual(keysIn(json("l10n/bundle.l10n.json")), translatedWords(), "Run `npm run words`.");
  });

  test("and so does the server's, for what the server says", () => {
    assert.deepEqual(keysIn(json("l10n/server.l10n.json")), serverWords(), "Run `npm run words`.");
    assert.deepEqual(unsaidByServer(), []);
    assert.deepEqual(unknownToServer(), []);
  });

  test("nothing is shown to anybody that can't be translated", () => {
    assert.deepEqual(untranslatedWords(), []);
    assert.deepEqual(unknownWords(), []);
  });

  test("the manifest says nothing in so many words, and names no string that isn't there", () => {
    const shown =
      /"(?:title|shortTitle|description|markdownDescription|altText|contents|contextualTitle|label)": "(?!%)([^"]+)"/g;
    const plain = [...manifest.matchAll(shown)]
      .map(([, words]) => words)
      .filter((words) => words !== "Engagement Lint");
    assert.deepEqual(plain, []);
    const named = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!);
    assert.deepEqual([...new Set(named)].sort(), keysIn(json("package.nls.json")));
  });

  test("there is a Welsh translation of each", () => {
    assert.deepEqual(
      pairs()
        .map(({ name }) => name)
        .filter((name) => name.includes(".cy.")),
      ["bundle.l10n.cy.json", "server.l10n.cy.json", "package.nls.cy.json"],
    );
    assert.match(readFileSync("l10n/README.md", "utf8"), /Welsh awaits review by a speaker|Welsh was read by/);
  });

  for (const { name, english, other } of pairs()) {
    test(`${name} has every string of the English, with its blanks and commands`, () => {
      assert.deepEqual(keysIn(other), keysIn(english));
      const lost = Object.keys(english).filter(
        (key) => String(fixedParts(english[key]!)) !== String(fixedParts(other[key]!)),
      );
      assert.deepEqual(lost, []);
      const empty = Object.keys(other).filter((key) => !other[key]!.trim());
      assert.deepEqual(empty, []);
    });
  }

  test("every page of the walkthrough is there in Welsh too", () => {
    const pages = readdirSync("client/walkthrough").filter((name) => !name.includes(".nls."));
    assert.ok(pages.length > 0);
    for (const page of pages) assert.ok(existsSync(`client/walkthrough/${page.replace(/\.md$/, ".nls.cy.md")}`), page);
  });
});
