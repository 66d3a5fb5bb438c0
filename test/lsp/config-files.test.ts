import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { FileRead } from "../../server/src/config/world";
import { builtInLinter } from "../../server/src/lsp/linter";
import { serve } from "../../server/src/lsp/server";
import { Client, PULLING } from "../support/client";
import { LABEL } from "../support/rule-example";

const ROOT = "virtual://team";
const PLAN = `${ROOT}/plans/plan.md`;

/** Serves an editor whose workspace lies on no disk: these are its files. */
async function withoutDisk<T>(
  files: Readonly<Record<string, string>>,
  readsFiles: boolean,
  use: (client: Client, asked: readonly string[]) => Promise<T>,
): Promise<T> {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back));
  serve(server, builtInLinter());
  const client = new Client(createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there)));
  const asked: string[] = [];
  client.connection.onRequest<FileRead, void>("engagementLint/readFile", ({ uri }: { uri: string }) => {
    asked.push(uri);
    const text = files[uri.slice(ROOT.length + 1)];
    return text === undefined ? { wrong: "missing" } : { text };
  });
  client.connection.onRequest("engagementLint/listFolder", ({ uri }: { uri: string }) => {
    const inside = `${uri.slice(ROOT.length + 1)}/`.replace(/^\//, "");
    return Object.keys(files).flatMap((path) => (path.startsWith(inside) ? [path.slice(inside.length)] : []));
  });
  try {
    await client.initialize(PULLING, {
      workspaceFolders: [{ uri: ROOT, name: "team" }],
      initializationOptions: { readsFiles },
    });
    return await use(client, asked);
  } finally {
    client.connection.dispose();
    server.dispose();
  }
}

const ERROR = 1;

const FILES = {
  "engagement-lint.yaml": "extends: ./shared/base.yaml\n",
  "shared/base.yaml": `rules:\n  ${LABEL.ruleId}: error\n`,
};

async function severity(client: Client): Promise<number | undefined> {
  await client.open(PLAN, LABEL.text);
  const report = await client.pull(PLAN);
  assert.ok(report.kind === "full");
  return report.items.find(({ code }) => code === LABEL.ruleId)?.severity;
}

suite("A workspace that lies on no disk", () => {
  test("has its configuration read by the client", () =>
    withoutDisk(FILES, true, async (client) => {
      assert.equal(await severity(client), ERROR);
    }));

  test("is judged by what is built in where the client reads no files, and that client is never asked", () =>
    withoutDisk(FILES, false, async (client, asked) => {
      assert.notEqual(await severity(client), ERROR);
      assert.deepEqual(asked, []);
    }));
});
