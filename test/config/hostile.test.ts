import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Resolution } from "../../server/src/config/resolution";
import { resolve } from "../../server/src/config/resolve";
import { bookOf } from "../../server/src/config/team-book";
import { analyse } from "../../server/src/engine/analyse";
import { costOf } from "../../server/src/engine/phrases/cost";
import { parsePhrase } from "../../server/src/engine/phrases/parse";
import { builtInBook } from "../../server/src/rulebook/built-in";
import { WrittenFiles } from "../support/written-files";

/** As much as may be written into one file. */
const FULL = 250_000;
const many = (size: number, one: (i: number) => string): string =>
  Array.from({ length: size }, (_, i) => one(i)).join("\n");

function at(texts: Record<string, string>): Promise<Resolution> {
  return resolve("file:///team/plan.md", { files: new WrittenFiles(texts), roots: ["file:///team"] });
}

const config = (text: string): Promise<Resolution> => at({ "team/engagement-lint.yaml": text });

/** Texts that are made to keep a reader busy, or to break it. */
const HOSTILE: Record<string, string> = {
  "ten megabytes": "#".repeat(10_000_000),
  "brackets without end": "[".repeat(FULL),
  "maps without end": "{a: ".repeat(FULL / 4),
  "lists within lists": "- ".repeat(FULL / 2),
  "lists that close": `extends: ${"[".repeat(FULL / 2)}${"]".repeat(FULL / 2)}`,
  "levels without end": Array.from({ length: 700 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
  "an alias bomb": `a: &a [x, x]\n${many(60, (i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : "a"}, *${i ? `b${i - 1}` : "a"}]`)}\nextends: *b59`,
  "an alias to itself": "extends: &a [*a]",
  "keys without end": many(20_000, (i) => `k${i}: 1`),
  "a merge key": "<<: { framework: nihr }\nframework: scie",
  "a name that every object has":
    "__proto__: { framework: nihr }\nrules: { __proto__: off, constructor: off, toString: error }",
  "a tag that would make something": "framework: !!js/function 'function () {}'",
  "quotes without end": '"'.repeat(FULL),
  "no text": "\u0000\u0001\u0002",
  "names without end": `extends: [${Array.from({ length: 20_000 }, (_, i) => `p${i}`)}]`,
  "a name of a thousand steps up": `extends: ${"../".repeat(300)}etc/passwd`,
  "a package that climbs": "extends: a/../../../etc/passwd",
  "patterns of nothing but stars": `exclude: [${Array.from({ length: 400 }, () => `'${"*a".repeat(200)}b'`)}]`,
};

suite("A hostile configuration", () => {
  for (const [name, text] of Object.entries(HOSTILE)) {
    test(`is answered with problems, or comes to nothing: ${name}`, async () => {
      const found = await config(text);
      assert.equal(found.covered.yes, true);
      assert.ok(found.problems.length > 0 || name.startsWith("patterns"), "nothing was said");
      assert.ok(found.problems.every(({ line, column, message }) => line > 0 && column > 0 && message.length < 1000));
      assert.deepEqual(found.settings.rules, {});
      assert.equal(({} as Record<string, unknown>).framework, undefined);
    });
  }

  test("a circle of a hundred files that each extend all is read once for each", async () => {
    const names = Array.from({ length: 90 }, (_, i) => `./${i}.yaml`);
    const texts = Object.fromEntries(names.map((name) => [`team/${name.slice(2)}`, `extends: [${names}]`]));
    const files = new WrittenFiles({ ...texts, "team/engagement-lint.yaml": `extends: [${names}]` });
    const found = await resolve("file:///team/plan.md", { files, roots: ["file:///team"] });
    assert.ok(found.files.length <= 91);
    assert.ok(files.reads <= 91 * 92, `${files.reads} reads`);
  });
});

const RULE = (find: string, id = "x"): Record<string, string> => ({
  "team/engagement-lint.yaml": "rulePaths: rules",
  [`team/rules/${id}.yaml`]: `title: X\nfamily: wording\nlevel: warning\nmessage: X.\nwhy: X.\nfind:\n  - phrase:\n${find}\nexamples:\n  - flag: <<a>>\n  - pass: b\n`,
});
const phrases = (all: readonly string[]): string => all.map((phrase) => `      - "${phrase}"`).join("\n");

/** Paragraphs as people write them, a page of which the built-in rules take a known number of steps to read. */
const PAGE = many(
  60,
  (i) =>
    `The members of the panel meet in the hall on the ${i}th to read the papers that the council has sent to the group.\n`,
);

function stepsFor(book: ReturnType<typeof builtInBook>): number {
  const before = book.phrases.steps;
  analyse({ text: PAGE, language: "markdown" }, book);
  return book.phrases.steps - before;
}

suite("Hostile phrases", () => {
  const words = ["the", "members", "of", "panel", "meet", "in", "hall", "on", "to", "read"];
  const SETS: Record<string, readonly string[]> = {
    "gaps upon gaps": ["the ...20 ...20 ...20 ...20 ...20 ...20 ...20 ...20 ...20 ...20 ...20 ...20 zebra?"],
    "thousands of alternatives": Array.from(
      { length: 3000 },
      (_, i) => `(the|members|of) (panel|hall|on) (a${i}|b${i})?`,
    ),
    "parts that may all be missing": [`the ${"(of the)? ".repeat(35)}`, `the ${"a? ".repeat(120)}`],
    "choices within choices": [
      `the ${"(a|(b|(c|(".repeat(18)}d${"))))".repeat(0)}`,
      `the ${"(the|of|panel) ".repeat(24)}`,
    ],
    "beginning anywhere": ["... the", "* * * the", "(a|...) the", "a? b? c? the"],
    "whatever may come after": words.flatMap((a) => words.map((b) => `${a} ...20 ${b} ...20 (the|of)?`)),
    "every word by itself": Array.from({ length: 4000 }, (_, i) => words[i % words.length]!),
    "a number of brackets": [`the ${"(".repeat(190)}a${")".repeat(190)}`],
  };

  test("that are as dear as may be are used, and are still bearable", async () => {
    // For each of the commonest words nearly all that is allowed, with nothing that must be there for it to be tried.
    const dearest = words.flatMap((word) => [`${word} ...20 ...20 ...20 a?`, `${word} ...20 ...12 b?`]);
    const found = await at(RULE(phrases(dearest)));
    assert.deepEqual(found.problems, []);
    const times = stepsFor(bookOf(found)) / stepsFor(builtInBook());
    assert.ok(times > 2 && times <= MOST_TIMES, `${times} times`);
  });

  for (const [name, set] of Object.entries(SETS)) {
    test(`cost no more than the built-in ones several times over: ${name}`, async () => {
      const found = await at(RULE(phrases(set)));
      const steps = stepsFor(bookOf(found));
      assert.ok(steps <= MOST_TIMES * stepsFor(builtInBook()), `${steps} steps`);
    });
  }

  test("are told of where they are too dear by themselves, and where all are together", async () => {
    const one = await at(RULE(phrases(["the ok", SETS["gaps upon gaps"]![0]!])));
    assert.deepEqual(
      one.problems.map(({ line, message }) => `${line} ${message.slice(-52)}`),
      ["9 ..” holds too many gaps or choices. Split it in two."].map((line) => line),
    );
    const dear = Array.from({ length: 200 }, (_, i) => `the a${i} ...20 ...10 b`);
    const all = await at(RULE(phrases(dear)));
    assert.match(all.problems[0]!.message, /that begin alike are too many/);
    assert.deepEqual(all.extra.rules, []);
  });

  test("that fill hundreds of files are read as far as is bearable", async () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 400; i++) Object.assign(files, RULE(phrases(["the ok"]), `r${i}`));
    const found = await at(files);
    assert.equal(found.extra.rules.length, 300);
    assert.match(found.problems[0]!.message, /Over 300 rule files/);
  });
});

/** Each limit, by what the page on the language says of it: what just keeps to it, and what goes one further. */
const LIMITS: Record<string, (limit: number) => Record<"within" | "beyond", Record<string, string>>> = {
  "characters in a phrase": (most) => ({
    within: RULE(phrases([`the ${"a".repeat(most - 4)}`])),
    beyond: RULE(phrases([`the ${"a".repeat(most - 3)}`])),
  }),
  "words in a gap": (most) => ({
    within: RULE(phrases([`the ...${most} a`])),
    beyond: RULE(phrases([`the ...${most + 1} a`])),
  }),
  "steps for a phrase": (most) => {
    const all = Array.from({ length: 20 }, (_, i) => `the ...20 ...20 ...20 ...${i + 1} a`);
    const [dear, cheap] = [all.filter((one) => stepsOf(one) > most), all.filter((one) => stepsOf(one) <= most)];
    return { within: RULE(phrases(cheap.slice(-1))), beyond: RULE(phrases(dear.slice(0, 1))) };
  },
  "steps for all that begin with the same word or a list": (most) => {
    const all = Array.from({ length: most / 50 }, (_, i) => `the a${i} b`);
    const few = Math.floor(most / (stepsOf("the a b") + 50));
    return { within: RULE(phrases(all.slice(0, few))), beyond: RULE(phrases(all.slice(0, few + 1))) };
  },
  "steps for all together": (most) => {
    const dear = (i: number) => `w${i} ...20 ...20 ...20 a`;
    const few = Math.floor(most / (stepsOf(dear(0)) + 50));
    const all = Array.from({ length: few + 1 }, (_, i) => dear(i));
    return { within: RULE(phrases(all.slice(0, few))), beyond: RULE(phrases(all)) };
  },
  "rule files": (most) => {
    const files = Array.from({ length: most + 1 }, (_, i) => RULE(phrases(["the ok"]), `r${i}`));
    return { within: Object.assign({}, ...files.slice(1)), beyond: Object.assign({}, ...files) };
  },
  "kB in a file": (most) => {
    const rule = RULE(phrases(["the ok"]));
    const path = "team/rules/x.yaml";
    const long = (size: number) => ({ ...rule, [path]: `${rule[path]}#${"x".repeat(size - rule[path]!.length - 1)}` });
    return { within: long(most * 1024), beyond: long(most * 1024 + 1) };
  },
};

function stepsOf(phrase: string): number {
  return costOf(parsePhrase(phrase));
}

suite("The page on the language of rules", () => {
  const page = readFileSync("rules/LANGUAGE.md", "utf8");
  const section = page.slice(page.indexOf("### Limits on a team's own"), page.indexOf("## Facts"));
  const rows = [...section.matchAll(/^\| ([\d,]+) ([^|]+) \| “([^|]+)” \|$/gm)];

  test("tells of every limit", () => {
    assert.deepEqual(rows.map(([, , what]) => what).sort(), Object.keys(LIMITS).sort());
  });

  test("says how many steps a phrase takes", () => {
    const told = [...section.matchAll(/`([^`]+)`(?: takes)? (\d+)/g)];
    assert.equal(told.length, 2);
    for (const [, phrase, steps] of told) assert.equal(stepsOf(phrase!), Number(steps), phrase);
  });

  for (const [, figure, what, said] of rows) {
    test(`says what is the most, and what is said beyond it: ${figure} ${what}`, async () => {
      const { within, beyond } = LIMITS[what!]!(Number(figure!.replaceAll(",", "")));
      assert.deepEqual((await at(within)).problems, []);
      const [problem, ...more] = (await at(beyond)).problems;
      assert.ok(problem?.message.includes(said!), problem?.message);
      assert.deepEqual(more, []);
    });
  }
});

/** How many times the work of the built-in rules a team's may cost on an ordinary page. */
const MOST_TIMES = 6;
