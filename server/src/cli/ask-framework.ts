import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { FrameworkDefinition } from "../engine/definitions";

/** Asks until a framework is chosen; undefined where whoever was asked went away instead. */
export async function askFramework(
  frameworks: readonly FrameworkDefinition[],
  input: Readable,
  output: Writable,
): Promise<string | undefined> {
  const list = frameworks.map(({ id, title }, index) => `  ${index + 1}. ${id}: ${title}\n`).join("");
  const lines = createInterface({ input, output, prompt: "Number or name (consensus): " });
  output.write(`Whose view of the field do you work by?\n${list}`);
  lines.prompt();
  for await (const line of lines) {
    const answer = line.trim();
    const chosen = answer === "" ? "consensus" : (frameworks[Number(answer) - 1]?.id ?? answer);
    if (frameworks.some(({ id }) => id === chosen)) return chosen;
    output.write(`There is no “${chosen}” in the list.\n`);
    lines.prompt();
  }
  return undefined;
}
