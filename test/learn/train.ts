/** `npm run train`: teaches the reader from every labelled document and writes `rules/learned/weights.json`. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import compiled from "virtual:rulebook";
import { makeBook } from "../../server/src/engine/book";
import { allLessons } from "./lessons";
import { teachReader } from "./teach-reader";

const FILE = "rules/learned/weights.json";
const book = makeBook(compiled.definitions);
const reader = teachReader(allLessons(book), book);
const text = `${JSON.stringify(reader)}\n`;

if (process.argv.includes("--check")) {
  const same = readFileSync(FILE, "utf8") === text;
  console.log(
    same
      ? `${FILE} is just what the examples teach.`
      : `${FILE} differs from what the examples teach: run npm run train.`,
  );
  process.exitCode = same ? 0 : 1;
} else {
  mkdirSync("rules/learned", { recursive: true });
  writeFileSync(FILE, text);
  console.log(`${FILE}: ${Math.round(text.length / 1024)} kB`);
}
