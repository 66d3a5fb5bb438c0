/** `npm start`: builds, checks the documents that were named or else the sample plan, and says how to go on. */
import { spawnSync } from "node:child_process";

const node = (...args) => spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 2;
const words = process.argv.slice(2);

const built = node("esbuild.mjs", "--quiet");
if (built !== 0) process.exit(built);
process.exitCode = node("dist/cli.js", ...(words.length ? words : ["samples/riverside-plan.md"]));
// On the error stream, so that what a program reads from the other one stays as it is.
console.error("\nTo see this where it is written, in an editor: npm run editor");
