import { relative } from "node:path";
import type { Severity } from "../engine/finding";
import type { Checked } from "./checked";

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
};

/** Workflow commands, from which GitHub Actions makes notes beside the lines of a change. */
export function asGithub(checked: readonly Checked[]): string {
  return checked
    .flatMap(({ path, findings, places }) =>
      findings.map(({ severity, message, ruleId, span }) => {
        const { line, column, endLine, endColumn } = places.of(span);
        const isWord = places.inWord(span) !== undefined;
        const at = isWord ? {} : { line, endLine, ...(line === endLine ? { col: column, endColumn } : {}) };
        const where = isWord ? `${places.describe(span)}: ` : "";
        const properties = Object.entries({ file: shownTo(path), ...at, title: ruleId });
        const listed = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(",");
        return `::${COMMANDS[severity]} ${listed}::${data(where + message)}\n`;
      }),
    )
    .join("");
}

/** From the folder that the command runs in, which in a workflow is the repository's. */
function shownTo(path: string): string {
  const near = relative(process.cwd(), path).replaceAll("\\", "/");
  return path.startsWith("<") || near.startsWith("..") ? path : near;
}

function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
