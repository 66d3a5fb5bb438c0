/**
 * `npm run left-out`: judges the shared corpus by readers that never saw the writer of a document, and scores that.
 * Writers are left out in three parts. With --misses, what was missed and what was false is printed too.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import compiled from "virtual:rulebook";
import { makeBook } from "../../server/src/engine/book";
import { SEVERITIES } from "../../server/src/engine/finding";
import { judgeDocument } from "../../server/src/engine/judge/judge";
import { unpackReader } from "../../server/src/engine/learned/reader";
import { toMessages } from "../accuracy/messages";
import { allLessons, SHARED } from "./lessons";
import { teachReader, withReader } from "./teach-reader";

const PARTS = [
  ["0", "b"],
  ["c", "d"],
  ["h", "i", "real"],
];
const flags = process.argv.slice(2);
const only = flags
  .find((flag) => flag.startsWith("--only="))
  ?.slice(7)
  .split(",");
const book = makeBook(compiled.definitions);
const lessons = allLessons(book);
const isShared = (writer: string): boolean => PARTS.flat().includes(writer);
const results = PARTS.flatMap((part) => {
  const documents = lessons.documents.filter(({ labelled }) => !part.includes(labelled.writer));
  const reader = unpackReader(teachReader({ ...lessons, documents }, book));
  const left = lessons.documents.filter(({ labelled }) => part.includes(labelled.writer));
  return left.map((taught) => ({ taught, findings: judgeDocument(withReader(taught, reader), { ...book, reader }) }));
}).filter(({ taught }) => isShared(taught.labelled.writer) && (!only || only.includes(taught.labelled.writer)));

const work = mkdtempSync(join(tmpdir(), "left-out-"));
mkdirSync(join(work, "corpus"));
const names = new Set(results.map(({ taught }) => taught.labelled.name));
for (const folder of ["written", "real"]) {
  for (const name of readdirSync(join(SHARED, folder))) {
    const document = name.replace(/\.labels\.json$/, "");
    if ([...names].some((known) => known === name || known.replace(/\.\w+$/, "") === document || known === document))
      copyFileSync(join(SHARED, folder, name), join(work, "corpus", name));
  }
}

function score(title: string, least: number, rows: number): void {
  const file = join(work, "findings.json");
  const kept = results.map(({ taught, findings }) => {
    const strong = findings.filter((finding) => SEVERITIES.indexOf(finding.severity) <= least);
    return { filePath: taught.labelled.name, messages: toMessages(taught.labelled.text, strong) };
  });
  writeFileSync(file, JSON.stringify(kept));
  const table = execFileSync(
    "node",
    [
      join(SHARED, "score.mjs"),
      join(work, "corpus"),
      file,
      ...(flags.includes("--misses") && rows === 0 ? ["--misses"] : []),
    ],
    {
      encoding: "utf8",
      maxBuffer: 1e8,
    },
  );
  const lines = table.trimEnd().split("\n");
  console.log(`\n${title}`);
  console.log((rows ? lines.slice(-rows) : lines).join("\n"));
}

score("Every finding", 3, 0);
score("Info and above", 2, 3);
score("Warnings and above", 1, 3);
const others = results.filter(({ taught }) => taught.labelled.kind !== "plan");
const words = others.reduce((sum, { taught }) => sum + taught.labelled.text.split(/\s+/).length, 0);
const alarms = others.reduce((sum, { findings }) => sum + findings.length, 0);
console.log(
  `\nOn documents that are no plans: ${alarms} findings in ${words} words; ${others.filter(({ findings }) => findings.length).length} of ${others.length} documents taken for plans.`,
);
const plans = results.filter(({ taught }) => taught.labelled.kind === "plan");
console.log(`Plans left alone: ${plans.filter(({ findings }) => findings.length === 0).length} of ${plans.length}.`);
