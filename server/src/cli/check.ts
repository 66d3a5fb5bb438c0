import { SEVERITIES, type Severity } from "../engine/finding";
import type { CheckOptions } from "./arguments";
import type { Checked } from "./checked";
import { Configuration } from "./configuration";
import { EXIT } from "./exit";
import { print } from "./print";
import { readDocuments } from "./read-documents";
import { tellTroubles } from "./trouble";

/** Reads every document that was named, writes what was asked for and gives the code to exit with. */
export async function check(options: CheckOptions): Promise<number> {
  const configuration = new Configuration(options);
  const { checked, troubles } = await readDocuments(options.paths, configuration, options.stdinFilename);
  process.stdout.write(print(checked, options));
  tellTroubles(troubles);
  if (troubles.length) return EXIT.trouble;
  return checked.some((one) => fails(one, options.failOn)) ? EXIT.findings : EXIT.clean;
}

/** Each document by its own configuration, unless the command line says otherwise. */
function fails({ findings, resolution }: Checked, asked: Severity | "never" | undefined): boolean {
  const failOn = asked ?? resolution.failOn ?? "never";
  if (failOn === "never") return false;
  const least = SEVERITIES.indexOf(failOn);
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= least);
}
