import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import type { Diagnostic } from "vscode-languageserver";
import { PULLING, withServer } from "./support/client";
import { engagementLint } from "./support/command-line";

interface Message {
  readonly ruleId: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const fromCommandLine = ({ ruleId, message, line, column, endLine, endColumn }: Message) =>
  `${line}:${column}-${endLine}:${endColumn} ${ruleId} ${message}`;

const fromServer = ({ code, message, range: { start, end } }: Diagnostic) =>
  `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${code} ${message}`;

suite("The editor and the command line", () => {
  const documents = globSync(["samples/**/*.md", "test/editor/workspace/**/*.{md,txt,html}"]).sort();

  test("say the same of the same documents", async () => {
    assert.ok(documents.length > 0, "there is nothing to read");
    const { stdout } = await engagementLint(["--format=json", ...documents]);
    const results = new Map(
      JSON.parse(stdout).map(({ filePath, messages }: { filePath: string; messages: Message[] }) => [
        filePath,
        messages,
      ]),
    ) as Map<string, Message[]>;
    await withServer(PULLING, async (client) => {
      for (const path of documents) {
        const uri = pathToFileURL(path).href;
        const language = path.endsWith(".txt") ? "plaintext" : path.endsWith(".html") ? "html" : "markdown";
        await client.open(uri, readFileSync(path, "utf8"), language);
        const report = await client.pull(uri);
        assert.ok(report.kind === "full");
        assert.deepEqual(report.items.map(fromServer), results.get(resolve(path))?.map(fromCommandLine), path);
      }
    });
    assert.ok(
      [...results.values()].some((messages) => messages.length > 0),
      "nothing was found to compare",
    );
  });
});
