import assert from "node:assert/strict";
import type { ClientCapabilities } from "vscode-languageserver";
import { type Client, PULLING, PUSHED, withServer } from "../support/client";
import { eventually } from "../support/eventually";
import { LABEL } from "../support/rule-example";

const PLAN = "file:///plan.md";

const ASKING = { configuration: true, didChangeConfiguration: { dynamicRegistration: true } };
const pushed: ClientCapabilities = { ...PUSHED, workspace: { ...PUSHED.workspace, ...ASKING } };
const pulling: ClientCapabilities = { ...PULLING, workspace: { ...PULLING.workspace, ...ASKING } };

async function count(client: Client): Promise<number> {
  const report = await client.pull(PLAN);
  return report.kind === "full" ? report.items.length : -1;
}

function change(client: Client, check: string): Promise<void> {
  client.settings = { check };
  return client.notify("workspace/didChangeConfiguration", { settings: null });
}

suite("Settings", () => {
  test("switch checking off and on again, and the client is told to ask anew", () =>
    withServer(pulling, async (client) => {
      await client.open(PLAN, LABEL.text);
      assert.ok((await count(client)) > 0);
      await change(client, "off");
      await eventually(() => client.refreshes === 1);
      assert.equal(await count(client), 0);
      await change(client, "everything");
      await eventually(() => client.refreshes === 2);
      assert.ok((await count(client)) > 0);
    }));

  test("change what was pushed, without an edit", () =>
    withServer(pushed, async (client) => {
      await client.open(PLAN, LABEL.text);
      assert.ok((await client.pushed(PLAN, 1)).length > 0);
      await change(client, "off");
      const next = await eventually(() => client.pushes[1]);
      assert.deepEqual(next, { uri: PLAN, version: 1, diagnostics: [] });
    }));

  test("are taken as they are sent from a client that can't be asked", () =>
    withServer(PULLING, async (client) => {
      await client.open(PLAN, LABEL.text);
      await client.notify("workspace/didChangeConfiguration", { settings: { engagementLint: { check: "off" } } });
      assert.equal(await count(client), 0);
    }));

  test("that make no sense count as not set", () =>
    withServer(pulling, async (client) => {
      client.settings = { check: 7 };
      await client.open(PLAN, LABEL.text);
      assert.ok((await count(client)) > 0);
    }));

  test("don't keep a document from being checked that someone asks to have checked", () =>
    withServer(pulling, async (client) => {
      client.settings = { check: "off" };
      await client.open(PLAN, LABEL.text);
      assert.equal(await count(client), 0);
      const result = await client.connection.sendRequest<{ findings: number }>("engagementLint/check", { uri: PLAN });
      assert.ok(result.findings > 0);
      await eventually(() => client.refreshes === 1);
      assert.equal(await count(client), result.findings);
      assert.equal(await client.connection.sendRequest("engagementLint/check", { uri: "file:///nowhere.md" }), null);
    }));

  test("keep a budget of findings for one person's screen", () =>
    withServer(pulling, async (client) => {
      const text = `${LABEL.text}\n\n${LABEL.text}\n`;
      client.settings = { check: "everything" };
      await client.open(PLAN, text);
      assert.ok((await count(client)) > 1);
      client.settings = { check: "everything", most: 1 };
      await client.notify("workspace/didChangeConfiguration", { settings: null });
      assert.equal(await count(client), 1);
    }));
});
