#!/usr/bin/env node
// Checks the marked documents of test/corpus/plans: header, facts, concern names, brackets. Usage: check.mjs [PREFIX]
import { readdirSync, readFileSync } from "node:fs";

const here = new URL("./plans/", import.meta.url);
const CONCERNS = new Set(
  "co-word-misused overpromise people-wording vague-step predetermined too-late short-window unpaid hedged-support closed-method lone-representative headcount-measure extractive narrow-channel no-answer legal-overclaim".split(
    " ",
  ),
);
const FACTS =
  "payment expenses access training decision-maker scope feedback participants recruitment timetable reasons evaluation equality".split(
    " ",
  );
const STATES = new Set(["present", "weak", "absent", "na"]);
const tally = {};
let problems = 0,
  files = 0;
const say = (name, line, text) => {
  problems += 1;
  console.log(`${name}:${line}: ${text}`);
};
for (const name of readdirSync(here).filter((n) => n.startsWith(process.argv[2] ?? ""))) {
  files += 1;
  const lines = readFileSync(new URL(name, here), "utf8").split("\n");
  const header = Object.fromEntries((lines[0].match(/\S+=\S+/g) ?? []).map((p) => p.split("=")));
  if (!lines[0].startsWith("%% ")) say(name, 1, "the first line must be a %% header");
  if (!["plan", "report", "guidance", "other"].includes(header.kind)) say(name, 1, `kind=${header.kind}`);
  for (const fact of FACTS) if (!STATES.has(header[fact])) say(name, 1, `fact ${fact}=${header[fact]}`);
  for (const key of Object.keys(header))
    if (key !== "kind" && !FACTS.includes(key)) say(name, 1, `unknown fact ${key}`);
  lines.forEach((line, i) => {
    const opens = (line.match(/⟦/g) ?? []).length;
    const marks = [...line.matchAll(/⟦([a-z+-]+): ([^⟦⟧]+)⟧/g)];
    if (opens !== marks.length || (line.match(/⟧/g) ?? []).length !== opens)
      say(name, i + 1, "unbalanced or malformed ⟦concern: words⟧");
    for (const m of marks)
      for (const c of m[1].split("+")) {
        if (!CONCERNS.has(c)) say(name, i + 1, `unknown concern ${c}`);
        tally[c] = (tally[c] ?? 0) + 1;
      }
  });
}
console.log(`${files} files, ${problems} problems`, tally);
process.exit(problems ? 1 : 0);
