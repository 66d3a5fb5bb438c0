import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { starterConfig } from "../config/starter";
import { CONFIG_NAME } from "../config/world";
import type { FrameworkDefinition } from "../engine/definitions";
import { builtInBook } from "../rulebook/built-in";
import { UsageError } from "./arguments";
import { EXIT } from "./exit";

/** Writes a configuration to begin with. One that is there already is never written over. */
export async function init(asked: string | undefined): Promise<number> {
  const { frameworks } = builtInBook();
  if (asked !== undefined && !frameworks.some(({ id }) => id === asked))
    throw new UsageError(`There is no framework “${asked}”. It can be ${frameworks.map(({ id }) => id).join(", ")}.`);
  const framework = asked ?? (await askAtTerminal(frameworks)) ?? "consensus";
  try {
    writeFileSync(CONFIG_NAME, starterConfig(framework), { flag: "wx" });
  } catch (error) {
    process.stderr.write(`engagement-lint: ${CONFIG_NAME} ${troubleIn(error)}\n`);
    return EXIT.trouble;
  }
  process.stdout.write(
    `${CONFIG_NAME} written, with the framework “${framework}”. It holds for this folder and those in it.\n`,
  );
  return EXIT.clean;
}

function troubleIn(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "EEXIST") return "is there already and is left as it is. Change it by hand, or move it away first.";
  return `could not be written. ${error instanceof Error ? error.message : String(error)}`;
}

/** A program that calls the command has nobody to answer. */
async function askAtTerminal(frameworks: readonly FrameworkDefinition[]): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const list = frameworks.map(({ id, title }, index) => `  ${index + 1}. ${id}: ${title}\n`).join("");
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    process.stdout.write(`Whose view of the field do you work by?\n${list}`);
    for (;;) {
      const answer = (await lines.question("Number or name (consensus): ")).trim();
      const chosen = answer === "" ? "consensus" : (frameworks[Number(answer) - 1]?.id ?? answer);
      if (frameworks.some(({ id }) => id === chosen)) return chosen;
      process.stdout.write(`There is no “${chosen}” in the list.\n`);
    }
  } finally {
    lines.close();
  }
}
