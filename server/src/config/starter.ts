import { KEYS } from "./keys";

/** What the comments of a starter say before its keys. */
const HEAD = `# How plans are read in this folder and in those below it, by everybody: in editors, on the command line and in CI.
# “engagement-lint explain PATH” tells what holds for a document, and who said so.
`;

/** A configuration to begin with: one line that holds, and every other key to be had by taking away a “# ”. */
export function starterConfig(framework: string): string {
  const rest = KEYS.filter(({ name }) => name !== "framework");
  const keys = rest.map(({ name, doc, example }) => `# ${doc}\n# ${name}: ${example}\n`);
  return [HEAD, `# ${KEYS.find(({ name }) => name === "framework")!.doc}\nframework: ${framework}\n`, ...keys].join(
    "\n",
  );
}
