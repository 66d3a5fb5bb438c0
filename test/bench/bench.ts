/**
 * `npm run bench`: how long reading and judging take on plans of three sizes, cold and after one letter typed, and how
 * the median stands to its budget. Texts are made of the project's own corpus, so that every rule has work to do.
 */
import { performance } from "node:perf_hooks";
import { analyse, type Document, judge } from "../../server/src/engine/analyse";
import { builtInBook } from "../../server/src/rulebook/built-in";
import { markedDocuments } from "../accuracy/marked";

const RUNS = 7;
const BUDGETS: Readonly<Record<string, number>> = { "20000 cold": 250, "20000 typed": 10, "200000 typed": 20 };

function plan(words: number): string {
  const documents = markedDocuments("test/corpus/plans").filter(
    ({ name, kind }) => name.endsWith(".md") && kind === "plan",
  );
  const parts: string[] = [];
  let count = 0;
  for (let i = 0; count < words; i = (i + 1) % documents.length) {
    const { text } = documents[i]!;
    parts.push(text);
    count += text.split(/\s+/).length;
  }
  return parts.join("\n\n");
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}

function timed(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

function report(name: string, values: number[]): void {
  const middle = median(values);
  const budget = BUDGETS[name];
  const ratio = budget ? `${(middle / budget).toFixed(2)} of its budget of ${budget} ms` : "";
  console.log(
    `${name.padEnd(16)} ${middle.toFixed(1).padStart(8)} ms  (${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)})  ${ratio}`,
  );
}

const book = builtInBook();
console.log(`Median of ${RUNS} runs, least and most. Engine only: reading and judging.`);
for (const words of [2000, 20_000, 200_000]) {
  const text = plan(words);
  const cold: number[] = [];
  let document: Document | undefined;
  for (let run = 0; run < RUNS; run++) {
    cold.push(
      timed(() => {
        document = analyse({ text, language: "markdown" }, book);
        judge(document, book);
      }),
    );
  }
  report(`${words} cold`, cold);
  const typed: number[] = [];
  let at = text.indexOf(" the ", text.length >> 1) + 4;
  let current = text;
  for (let run = 0; run < RUNS * 3; run++) {
    current = `${current.slice(0, at)}${"abcdefgh"[run % 8]}${current.slice(at)}`;
    at += 1;
    const before = document;
    typed.push(
      timed(() => {
        document = analyse({ text: current, language: "markdown" }, book, before);
        judge(document, book);
      }),
    );
  }
  report(`${words} typed`, typed);
}
