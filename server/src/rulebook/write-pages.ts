/** `npm run pages`: writes the pages of the rulebook. With --check it only says whether they are fresh. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import compiled from "virtual:rulebook";
import { rulePages } from "./pages";

const check = process.argv.includes("--check");
const pages = rulePages(compiled.definitions);
const stale = Object.keys(pages).filter(
  (path) => !existsSync(join("rules", path)) || readFileSync(join("rules", path), "utf8") !== pages[path],
);
const known = existsSync("rules/pages") ? readdirSync("rules/pages").map((name) => `pages/${name}`) : [];
const left = known.filter((path) => !(path in pages));

if (check) {
  for (const path of stale) console.log(`rules/${path} differs from its rule file: run npm run pages.`);
  for (const path of left) console.log(`rules/${path} has no rule any more: run npm run pages.`);
  process.exitCode = stale.length + left.length ? 1 : 0;
} else {
  mkdirSync("rules/pages", { recursive: true });
  for (const path of stale) writeFileSync(join("rules", path), pages[path]!);
  for (const path of left) rmSync(join("rules", path));
  console.log(`${Object.keys(pages).length} pages, ${stale.length} written, ${left.length} removed.`);
}
