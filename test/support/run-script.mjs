/** Builds one TypeScript program with the compiled rulebook inside and runs it: `run-script.mjs FILE.ts [WORDS...]`. */
import { spawnSync } from "node:child_process";
import { basename } from "node:path";
import { build } from "esbuild";
import { rulebookPlugin } from "../../server/src/rulebook/esbuild-plugin.mjs";

const [entry, ...words] = process.argv.slice(2);
const outfile = `out/scripts/${basename(entry, ".ts")}.cjs`;
try {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    plugins: [rulebookPlugin()],
    logLevel: "warning",
  });
} catch {
  // What is wrong was written by esbuild already, with its place.
  process.exit(1);
}
// Teaching the reader holds every feature of every sentence at once.
const { status } = spawnSync(process.execPath, ["--max-old-space-size=8000", outfile, ...words], { stdio: "inherit" });
process.exitCode = status ?? 1;
