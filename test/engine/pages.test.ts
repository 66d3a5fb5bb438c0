import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import compiled from "virtual:rulebook";
import { rulePages } from "../../server/src/rulebook/pages";

const pages = rulePages(compiled.definitions);

suite("Pages of the rulebook", () => {
  test("each is just what its rule file makes: else run npm run pages", () => {
    for (const [path, text] of Object.entries(pages)) assert.equal(readFileSync(`rules/${path}`, "utf8"), text, path);
  });
  test("none is left over from a rule that has gone", () => {
    const known = Object.keys(pages).filter((path) => path.startsWith("pages/"));
    assert.deepEqual(
      readdirSync("rules/pages")
        .map((name) => `pages/${name}`)
        .sort(),
      known.sort(),
    );
  });
});
