import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ClientCapabilities, Diagnostic, WorkspaceEdit } from "vscode-languageserver";
import type { CheckTextResult, FrameworksResult, StatusResult } from "../../server/src/lsp/questions";
import { type Client, PULLING, withServer } from "../support/client";
import { LABEL } from "../support/rule-example";
import { withFiles } from "../support/temporary-folder";

const OPEN = "file:///open.md";

const ASKING: ClientCapabilities = { ...PULLING, workspace: { ...PULLING.workspace, configuration: true } };

/** A server for a client that has every document checked. */
function withEverything<T>(use: (client: Client) => Promise<T>): Promise<T> {
  return withServer(ASKING, (client) => {
    client.settings = { check: "everything" };
    return use(client);
  });
}

function checkText({ connection }: Client, text: string, uri = "file:///closed.md"): Promise<CheckTextResult> {
  return connection.sendRequest("engagementLint/checkText", { uri, languageId: "markdown", text });
}

/** What a reader sees of a diagnostic. */
function seen({ code, message, range }: Diagnostic): unknown {
  return { code, message, range };
}

suite("Checking a text that is not open", () => {
  test("finds what would be found if it were", () =>
    withEverything(async (client) => {
      const { diagnostics } = await checkText(client, LABEL.text);
      await client.open(OPEN, LABEL.text);
      const report = await client.pull(OPEN);
      assert.ok(diagnostics.length > 0);
      assert.equal(report.kind, "full");
      assert.deepEqual(diagnostics.map(seen), report.kind === "full" && report.items.map(seen));
    }));

  test("pushes nothing and keeps nothing", () =>
    withEverything(async (client) => {
      await checkText(client, LABEL.text);
      assert.deepEqual(await client.pull("file:///closed.md"), { kind: "full", items: [] });
      assert.deepEqual(client.pushes, []);
    }));

  test("says why a text was left alone", () =>
    withServer(ASKING, async (client) => {
      client.settings = { check: "plans" };
      const minutes = Array.from({ length: 40 }, (_, day) => `The lift was serviced on day ${day}.`).join("\n\n");
      assert.deepEqual(await checkText(client, minutes), {
        diagnostics: [],
        notChecked: "It does not read as a plan for involving people.",
      });
    }));

  test("is done even where nothing is checked while it is written, for someone asked", () =>
    withServer(ASKING, async (client) => {
      client.settings = { check: "off" };
      assert.ok((await checkText(client, LABEL.text)).diagnostics.length > 0);
    }));

  test("lets whoever types in between: a folder of a thousand documents holds nobody up", () =>
    withEverything(async (client) => {
      await client.open(OPEN, "The hall.");
      const order: string[] = [];
      const folder = (async () => {
        for (let number = 0; number < 1000; number++) {
          await checkText(client, `Document ${number}. ${LABEL.text}`, `file:///folder/${number}.md`);
          order.push(`${number}`);
        }
      })();
      for (let key = 0; key < 3; key++) {
        await client.edit(OPEN, key + 2, { text: `The hall. ${LABEL.text}${"!".repeat(key)}` });
        const report = await client.pull(OPEN);
        assert.ok(report.kind === "full" && report.items.length > 0);
        order.push(`typed ${key}`);
      }
      await folder;
      const typed = order.filter((one) => one.startsWith("typed"));
      assert.deepEqual(typed, ["typed 0", "typed 1", "typed 2"]);
      assert.ok(order.indexOf("typed 2") < order.indexOf("999"), "the last key was answered after the whole folder");
    })).timeout(120_000);
});

suite("A document in short", () => {
  const ask = ({ connection }: Client): Promise<StatusResult | null> =>
    connection.sendRequest("engagementLint/status", { uri: OPEN });

  test("is its framework and how much was found of each family, the most first", () =>
    withEverything(async (client) => {
      await client.open(OPEN, `${LABEL.text}\n`);
      const result = await ask(client);
      assert.equal(result?.framework, "Consensus");
      const report = await client.pull(OPEN);
      const found = report.kind === "full" ? report.items.length : 0;
      assert.ok(found > 0);
      const counts = result.families.map(({ count }) => count);
      assert.equal(
        counts.reduce((sum, count) => sum + count, 0),
        found,
      );
      assert.deepEqual(
        counts,
        [...counts].sort((a, b) => b - a),
      );
      assert.equal(result.notChecked, undefined);
    }));

  test("says why nothing was checked", () =>
    withServer(ASKING, async (client) => {
      client.settings = { check: "off" };
      await client.open(OPEN, LABEL.text);
      assert.deepEqual(await ask(client), {
        framework: "Consensus",
        families: [],
        notChecked: "Checking as you write is turned off in the settings.",
      });
    }));

  test("is nothing for what isn't open", () =>
    withEverything(async (client) => {
      assert.equal(await ask(client), null);
    }));
});

suite("The choice of a framework", () => {
  const EDITING: ClientCapabilities = {
    ...PULLING,
    workspace: { ...PULLING.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
  };

  /** Chooses in a folder of these files, and gives what the server answered and would have edited. */
  function choose(files: Readonly<Record<string, string>>, framework: string, capabilities = EDITING) {
    return withFiles(files, (folder) =>
      withServer(
        capabilities,
        async (client) => {
          const edits: WorkspaceEdit[] = [];
          client.connection.onRequest("workspace/applyEdit", ({ edit }: { edit: WorkspaceEdit }) => {
            edits.push(edit);
            return { applied: true };
          });
          const uri = pathToFileURL(join(folder, "plan.md")).href;
          const params = { uri, framework };
          const result = await client.connection.sendRequest<object>("engagementLint/chooseFramework", params);
          const there = await client.connection.sendRequest<FrameworksResult>("engagementLint/frameworks", { uri });
          return { result, edits, there, file: pathToFileURL(join(folder, "engagement-lint.yaml")).href };
        },
        undefined,
        { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "plans" }] },
      ),
    );
  }

  test("makes a configuration where there is none", async () => {
    const { result, edits, file } = await choose({ "plan.md": "" }, "iap2");
    assert.deepEqual(result, { file });
    const [made, written] = edits[0]!.documentChanges!;
    assert.deepEqual(made, { kind: "create", uri: file, options: { ignoreIfExists: true } });
    assert.match(JSON.stringify(written), /framework: iap2\\n/);
  });

  test("changes one word of a configuration that is there", async () => {
    const yaml = "# Agreed in May.\nframework: consensus # for now\nrules: {}\n";
    const { edits, there } = await choose({ "engagement-lint.yaml": yaml }, "iap2");
    assert.match(JSON.stringify(edits[0]), /# Agreed in May\.\\nframework: iap2 # for now\\nrules: \{\}\\n/);
    assert.equal(there.chosen, "consensus");
    assert.ok(there.frameworks.some(({ id, title, about }) => id === "iap2" && title === "IAP2" && about.length > 0));
  });

  test("is refused where no such framework is, and where the editor can't make a file", async () => {
    const unknown = await choose({}, "arnstien");
    assert.deepEqual(unknown.result, { trouble: "There is no framework “arnstien”. Choose one from the list." });
    const plain = await choose({}, "iap2", PULLING);
    assert.match(JSON.stringify(plain.result), /can't make files/);
    assert.deepEqual([...unknown.edits, ...plain.edits], []);
  });
});
