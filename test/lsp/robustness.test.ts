import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { type Client, PULLING, PUSHED, withLinter, withServer } from "../support/client";
import { eventually } from "../support/eventually";
import { fakeLinter } from "../support/fake-linter";
import { LABEL } from "../support/rule-example";

const PLAN = "file:///plan.md";

/** The server still does its work. */
async function assertWell(client: Client): Promise<void> {
  const uri = "file:///well.md";
  await client.open(uri, LABEL.text);
  let items = -1;
  void client.pull(uri).then((report) => {
    items = report.kind === "full" ? report.items.length : 0;
  });
  // What comes in one breath with a broken header is taken up together with whatever is said next.
  await eventually(() => {
    void client.notify("$/setTrace", { value: "off" });
    return items >= 0;
  });
  assert.ok(items > 0);
}

function frame(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

suite("Whatever comes in", () => {
  const broken: Readonly<Record<string, string>> = {
    "a body that isn't JSON": frame("{ this is not JSON"),
    "a body that is no message": frame("[1, 2, null]"),
    "a body that is nothing": frame("null"),
    "a header without a length": "Content-Type: text/plain\r\n\r\n",
    "a length that is no number": "Content-Length: many\r\n\r\n",
    "a method that there isn't": frame('{"jsonrpc":"2.0","id":900,"method":"textDocument/levitate","params":{}}'),
    "a change to a document that isn't open": frame(
      '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///x","version":3},"contentChanges":[{"text":"x"}]}}',
    ),
    "a question without a place": frame(
      '{"jsonrpc":"2.0","id":901,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///x"}}}',
    ),
    "parameters that are missing": frame('{"jsonrpc":"2.0","method":"textDocument/didOpen"}'),
    "an opening that says nothing": frame(
      '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{}}}',
    ),
    "an answer to no question": frame('{"jsonrpc":"2.0","id":77777,"result":{}}'),
  };
  for (const [name, bytes] of Object.entries(broken)) {
    test(`${name} leaves the server at work`, () =>
      withServer(PULLING, async (client) => {
        client.process!.stdin.write(bytes);
        await assertWell(client);
      }));
  }

  test("changes that make no sense leave the document and its neighbours readable", () =>
    withServer(PULLING, async (client) => {
      await client.open(PLAN, LABEL.text);
      const nowhere = { line: -3, character: Number.MAX_SAFE_INTEGER };
      const changes: unknown[] = [
        null,
        { range: null, text: "x" },
        { range: { start: nowhere, end: nowhere }, text: 5 },
        {},
      ];
      let version = 2;
      for (const change of changes) {
        const params = { textDocument: { uri: PLAN, version: version++ }, contentChanges: [change] };
        await client.notify("textDocument/didChange", params);
      }
      await client.edit(PLAN, version, { text: LABEL.text });
      const report = await client.pull(PLAN);
      assert.ok(report.kind === "full");
      const label = report.items.find(({ code }) => code === LABEL.ruleId);
      assert.deepEqual(label?.range.start, { line: 0, character: LABEL.start });
      await assertWell(client);
    }));

  test("a fault in the engine is told of, and other documents go on", () =>
    withLinter(fakeLinter(), PUSHED, async (client) => {
      await client.open(PLAN, "explode");
      await client.open("file:///other.md", "a fault");
      assert.equal((await client.pushed("file:///other.md", 1)).length, 1);
      assert.deepEqual(await client.pushed(PLAN, 1), []);
      const told = await eventually(() => client.log.find((message) => message.includes("the engine exploded")));
      assert.match(told, /^file:\/\/\/plan\.md could not be checked; other documents are not affected\./);

      await client.edit(PLAN, 2, { text: "a fault" });
      assert.equal((await client.pushed(PLAN, 2)).length, 1);
    }));
});

suite("The server for the browser", () => {
  test("runs in a worker that has nothing of Node", async () => {
    const answers: { id?: number; result?: { serverInfo?: { name: string } } }[] = [];
    const worker = createContext({
      postMessage: (message: object) => answers.push(message),
      addEventListener: () => {},
      setTimeout,
      clearTimeout,
      console,
      TextDecoder,
      TextEncoder,
    });
    runInContext("self = globalThis", worker);
    runInContext(readFileSync("dist/server.browser.js", "utf8"), worker);
    const onmessage = worker.onmessage as (event: { data: object }) => void;
    onmessage({ data: { jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: null, capabilities: {} } } });
    const answer = await eventually(() => answers.find(({ id }) => id === 1));
    assert.equal(answer.result?.serverInfo?.name, "Engagement Lint");
  });
});
