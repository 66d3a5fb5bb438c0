/** Keeps `engagement-lint.vsix` no older than what it is made of, so that a suite run by itself tests today's code. */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { ROOT } from "./install.mjs";

export const VSIX = join(ROOT, "engagement-lint.vsix");

const INGREDIENTS = ["client/**", "server/**", "rules/**", "l10n/**", "images/**", "samples/**", "*.{json,mjs,md}"];

const timeOf = (path) => statSync(path).mtimeMs;

function isFresh() {
  if (!existsSync(VSIX)) return false;
  const made = timeOf(VSIX);
  const ingredients = globSync([...INGREDIENTS, ".vscodeignore"], { cwd: ROOT, absolute: true, dot: true });
  return ingredients.every((path) => timeOf(path) <= made);
}

export function ensurePackaged() {
  if (isFresh()) return;
  console.log("Packaging the extension.");
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "package"], { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(`Packaging the extension ended with ${status}.\n${stdout}${stderr}`);
}
