import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { clientOf, exitOf, PUSHED, SERVER, withServer } from "../support/client";
import { CLI } from "../support/command-line";
import { eventually } from "../support/eventually";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

suite("The server ends with its client", () => {
  test("when it is told to", () =>
    withServer(PUSHED, async (client) => {
      await client.connection.sendRequest("shutdown");
      await client.notify("exit", undefined);
      assert.equal(await exitOf(client.process!), 0);
    }));

  test("when it is told to without warning, and says that this was not the way", () =>
    withServer(PUSHED, async (client) => {
      await client.notify("exit", undefined);
      assert.equal(await exitOf(client.process!), 1);
    }));

  test("when its input ends", () =>
    withServer(PUSHED, async (client) => {
      client.process!.stdin.end();
      assert.equal(await exitOf(client.process!), 1);
    }));

  test("when its input ends after it was told that the end is near", () =>
    withServer(PUSHED, async (client) => {
      await client.connection.sendRequest("shutdown");
      client.process!.stdin.end();
      assert.equal(await exitOf(client.process!), 0);
    }));

  test("when it was started through the command line", () =>
    withServer(
      PUSHED,
      async (client) => {
        await client.connection.sendRequest("shutdown");
        await client.notify("exit", undefined);
        assert.equal(await exitOf(client.process!), 0);
      },
      [CLI, "lsp", "--stdio"],
    ));

  test("when the client is killed", async () => {
    const started = `
      const server = require("node:child_process").spawn(process.execPath, [${JSON.stringify(SERVER)}, "--stdio"]);
      console.log(server.pid);
      setInterval(() => {}, 1000);`;
    const editor = spawn(process.execPath, ["-e", started]);
    let said = "";
    editor.stdout.on("data", (chunk) => {
      said += chunk;
    });
    const pid = Number(await eventually(() => said.includes("\n") && said));
    assert.ok(isAlive(pid));
    editor.kill("SIGKILL");
    await eventually(() => !isAlive(pid));
  });
});

suite("The server ends by itself", function () {
  // It looks every three seconds whether its client lives, and waits five for the exit that was announced.
  this.timeout(20_000);
  let bystander: ChildProcess;
  let orphaned: Promise<number | null>;
  let forgotten: Promise<number | null>;

  // Both take their time, so they are begun together.
  suiteSetup(async () => {
    bystander = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    const [first, second] = [
      spawn(process.execPath, [SERVER, "--stdio"]),
      spawn(process.execPath, [SERVER, "--stdio"]),
    ];
    await clientOf(first).initialize(PUSHED, { processId: bystander.pid });
    await (await clientOf(second).initialize(PUSHED)).connection.sendRequest("shutdown");
    orphaned = exitOf(first);
    forgotten = exitOf(second);
    bystander.kill("SIGKILL");
  });

  test("when the process that it was to outlast has gone, though its input is still open", async () => {
    assert.equal(await orphaned, 1);
  });

  test("when nothing follows the announcement that it is to end", async () => {
    assert.equal(await forgotten, 0);
  });
});
