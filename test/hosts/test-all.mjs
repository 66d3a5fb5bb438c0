/**
 * Everything that `npm test` stands for, one step after another, each shown as it goes. It ends with one line that adds
 * up all suites. A suite that ends badly, skips a test or runs none counts as failed, whatever it says of itself.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { endGroup } from "./groups.mjs";
import { ROOT } from "./install.mjs";
import { Stopped, withinLimits } from "./limits.mjs";

const withoutEditor = Boolean(process.env.ENGAGEMENT_LINT_WITHOUT_EDITOR);

/** In the order in which they run: what is quick to go wrong comes first. */
const STEPS = [
  ...(withoutEditor ? [] : ["hosts"]),
  "test:unit",
  "package",
  "test:editor",
  "test:web",
  "test:webview",
  "test:neovim",
];
const NEEDS_EDITOR = new Set(["test:editor", "test:web", "test:webview", "test:neovim"]);

/** Far more than any step needs, so that only one that hangs is ended. */
const MINUTES = 10;

/** Runs an npm script, shows what it prints and gives that back too. One that hangs is ended with all it has started. */
async function runScript(name) {
  console.log(`\n▸ npm run ${name}`);
  const options = { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"], detached: true };
  const child = spawn("npm", ["run", "--silent", name], options);
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  try {
    const [code] = await withinLimits(once(child, "close"), MINUTES * 60, `npm run ${name}`);
    return { passed: code === 0, output };
  } catch (error) {
    await endGroup(child);
    if (error instanceof Stopped) throw error;
    console.error(error.message);
    return { passed: false, output };
  }
}

/** Reads mocha's closing lines. A step that is not a suite has none, and counts only when it ends badly. */
function countOf(name, { passed, output }) {
  const count = (word) => [...output.matchAll(new RegExp(`^\\s+(\\d+) ${word}\\b`, "gm"))].reduce(sum, 0);
  const counts = { passed: count("passing"), failed: count("failing") + count("pending") };
  const mustCount = name.startsWith("test:") && !(withoutEditor && NEEDS_EDITOR.has(name));
  const isAmiss = !passed || (mustCount && counts.passed === 0);
  return isAmiss && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const sum = (total, [, number]) => total + Number(number);

/** The lines by which mocha names what failed, so that whoever reads only the end of a long report can see it there. */
function failuresIn(name, { passed, output }) {
  if (passed) return [];
  const [, told = ""] = output.split(/^\s+\d+ failing\s*$/m);
  return [
    `${name}:`,
    ...told
      .split("\n")
      .filter((line) => line.trim())
      .slice(0, 40),
  ];
}

/** Goes on after a suite that found something wrong, but not after a preparation that the rest needs. */
async function runAll() {
  const total = { passed: 0, failed: 0, told: [] };
  for (const name of STEPS) {
    const result = await runScript(name);
    const { passed, failed } = countOf(name, result);
    total.passed += passed;
    total.failed += failed;
    total.told.push(...failuresIn(name, result));
    if (!result.passed && !name.startsWith("test:")) break;
  }
  return total;
}

try {
  const { passed, failed, told } = await runAll();
  process.exitCode = failed === 0 ? 0 : 1;
  if (told.length) console.log(["", "What failed:", ...told].join("\n"));
  console.log(`\n${passed} passed, ${failed} failed`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
