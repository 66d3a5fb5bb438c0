/**
 * Runs the linter over labelled folders and prints what `score.mjs` makes of it, by folder.
 *
 *     node out/accuracy.cjs [FOLDER...] [--only PREFIXES] [--misses] [--report FILE]
 *
 * Without a folder: ../shared/corpus/written and ../shared/corpus/real. The project's own marked documents are written
 * out with their labels first, since score.mjs reads labels from files.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { languageOfFile } from "../../server/src/cli/language";
import { analyse, judge } from "../../server/src/engine/analyse";
import { builtInBook } from "../../server/src/rulebook/built-in";
import { readMarked } from "./marked";
import { toMessages } from "./messages";

const CORPUS = resolve("../shared/corpus");

interface Options {
  readonly folders: readonly string[];
  readonly only: string | undefined;
  readonly misses: boolean;
  readonly report: string | undefined;
}

function options(words: readonly string[]): Options {
  const value = (flag: string): string | undefined =>
    words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined;
  const taken = [value("--only"), value("--report")];
  const folders = words.filter((word) => !word.startsWith("--") && !taken.includes(word));
  const standard = [join(CORPUS, "written"), join(CORPUS, "real")];
  return {
    folders: folders.length ? folders : standard,
    only: value("--only"),
    misses: words.includes("--misses"),
    report: value("--report"),
  };
}

/** The findings of one document in the shape that `--format json` prints, as far as score.mjs reads it. */
function lint(name: string, text: string): unknown {
  const document = analyse({ text, language: languageOfFile(name) ?? "markdown" }, builtInBook());
  const messages = toMessages(text, judge(document, builtInBook()));
  return { filePath: name, messages };
}

/** Copies the documents to be scored, with their labels, into a folder that score.mjs can read. */
function gather(folder: string, only: string | undefined, to: string): string[] {
  const wanted = (name: string): boolean => !only || only.split(",").some((prefix) => name.startsWith(prefix));
  const names = readdirSync(folder).filter((name) => wanted(name));
  const labelled = names.filter((name) => name.endsWith(".labels.json"));
  if (labelled.length) {
    return labelled.map((name) => {
      const labels = readFileSync(join(folder, name), "utf8");
      const document: string = JSON.parse(labels).document;
      writeFileSync(join(to, name), labels);
      writeFileSync(join(to, document), readFileSync(join(folder, document)));
      return document;
    });
  }
  return names.filter((name) => /\.(?:md|txt)$/.test(name)).map((name) => writeMarked(folder, name, to));
}

function writeMarked(folder: string, name: string, to: string): string {
  const document = readMarked(name, readFileSync(join(folder, name), "utf8"));
  const findings = document.labels.map((label) => ({
    line: document.text.slice(0, label.start).split("\n").length,
    quote: document.text.slice(label.start, label.end),
    concern: label.concern,
  }));
  writeFileSync(join(to, name), document.text);
  writeFileSync(
    join(to, `${name}.labels.json`),
    JSON.stringify({ document: name, kind: document.kind, findings, facts: document.facts }),
  );
  return name;
}

function score(folder: string, { only, misses, report }: Options): void {
  const work = mkdtempSync(join(tmpdir(), "accuracy-"));
  const documents = join(work, "documents");
  mkdirSync(documents);
  const names = gather(folder, only, documents);
  const findings = join(work, "findings.json");
  writeFileSync(findings, JSON.stringify(names.map((name) => lint(name, readFileSync(join(documents, name), "utf8")))));
  const table = execFileSync("node", [join(CORPUS, "score.mjs"), documents, findings, "--misses"], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  const [figures, lines] = splitTable(table);
  console.log(`\n${basename(folder)}\n${figures}`);
  if (misses) console.log(lines);
  if (report) writeFileSync(report, `# ${basename(folder)}\n\n${table}\n`, { flag: "a" });
  rmSync(work, { recursive: true, force: true });
}

function splitTable(table: string): [string, string] {
  const at = table.search(/^(?:MISSED|FALSE) /m);
  return at < 0 ? [table, ""] : [table.slice(0, at), table.slice(at)];
}

const chosen = options(process.argv.slice(2));
if (!existsSync(join(CORPUS, "score.mjs"))) {
  console.error("../shared/corpus/score.mjs is not there: accuracy needs the labelled corpus beside the project.");
  process.exit(2);
}
if (chosen.report) rmSync(chosen.report, { force: true });
for (const folder of chosen.folders) score(folder, chosen);
