import { writeFileSync } from "node:fs";
import { starterConfig } from "../config/starter";
import { CONFIG_NAME } from "../config/world";
import { builtInBook } from "../rulebook/built-in";
import { UsageError } from "./arguments";
import { askFramework } from "./ask-framework";
import { EXIT } from "./exit";

/** Writes a configuration to begin with. One that is there already is never written over. */
export async function init(asked: string | undefined): Promise<number> {
  const { frameworks } = builtInBook();
  if (asked !== undefined && !frameworks.some(({ id }) => id === asked))
    throw new UsageError(`There is no framework “${asked}”. It can be ${frameworks.map(({ id }) => id).join(", ")}.`);
  // A program that calls the command has nobody to answer.
  const atTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const framework = asked ?? (atTerminal ? await askFramework(frameworks, process.stdin, process.stdout) : "consensus");
  if (framework === undefined) {
    process.stderr.write("\nengagement-lint: no framework was chosen, so nothing was written. Run init again.\n");
    return EXIT.trouble;
  }
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
