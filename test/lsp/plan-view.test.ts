import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import type { ClientCapabilities, CodeLens, DocumentSymbol } from "vscode-languageserver";
import type { PlanChangedParams, PlanView } from "../../server/src/lsp/plan-view";
import { type Client, PULLING, withServer } from "../support/client";
import { eventually } from "../support/eventually";

const URI = "file:///plan.md";
const PLAN = `# A plan for the park

## The park

We will co-produce the park with residents. A survey is open for six weeks.

## Walks

Come to our workshop. There is a ramp and a BSL interpreter, and we pay your travel.

## Who decides

The Cabinet decides on 12 June 2019.
`;

const NESTED: ClientCapabilities = {
  ...PULLING,
  textDocument: { ...PULLING.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  workspace: { ...PULLING.workspace, configuration: true },
};

const plan = (client: Client): Promise<PlanView | null> =>
  client.connection.sendRequest("engagementLint/plan", { uri: URI });
const textDocument = { uri: URI };
const lenses = (client: Client): Promise<CodeLens[]> =>
  client.connection.sendRequest("textDocument/codeLens", { textDocument });
const symbols = (client: Client): Promise<DocumentSymbol[]> =>
  client.connection.sendRequest("textDocument/documentSymbol", { textDocument });

/** Opens the plan with every document checked, whatever it reads as. */
async function withPlan(use: (client: Client) => Promise<void>, more: object = {}): Promise<void> {
  await withServer(NESTED, async (client) => {
    client.settings = { check: "everything", ...more };
    await client.open(URI, PLAN);
    await use(client);
  });
}

suite("A plan at a glance, over the protocol", () => {
  test("puts what is missing where a reader would look for it, or else at the title", () =>
    withServer(NESTED, async (client) => {
      const text = readFileSync("samples/riverside-plan.md", "utf8");
      await client.open(URI, text);
      const places = (await plan(client))!.missing.map(({ supply, range }) => [
        supply,
        text.split("\n")[range.start.line],
      ]);
      const title = "# Riverside Quarter: engagement plan";
      const expected: Readonly<Record<string, string>> = {
        equality: "## The law",
        evaluation: "## How we will know that it worked",
        recruitment: "## Who we want to hear from",
      };
      for (const [supply, line] of places) assert.equal(line, expected[supply!] ?? title, supply);
      assert.ok(places.some(([supply]) => expected[supply!]) && places.some(([supply]) => !expected[supply!]));
    }));

  test("tells of each activity with its lines and columns", () =>
    withPlan(async (client) => {
      const view = await plan(client);
      assert.equal(view?.version, 1);
      assert.deepEqual(
        view.activities.map(({ name, range, claimed, evidenced }) => [
          name,
          range.start.line,
          claimed?.name,
          evidenced.name,
        ]),
        [
          ["The park", 4, "Co-produce", "Consult"],
          ["Walks", 8, undefined, "Involve"],
        ],
      );
      assert.deepEqual(
        view.activities[0]?.evidenced.because.map(({ text }) => text),
        ["survey"],
      );
      assert.deepEqual(
        view.decisions.map(({ who, date, place }) => [who, date, place.range.start]),
        [["Cabinet", "2019-06-12", { line: 12, character: 4 }]],
      );
      assert.deepEqual(
        view.levels.map(({ level }) => level),
        [0, 1, 2, 3, 4, 5, 6],
      );
    }));

  test("is null for a document that isn't open", () =>
    withServer(NESTED, async (client) => assert.equal(await plan(client), null)));

  test("tells that a plan changed, once a plan was asked for", () =>
    withPlan(async (client) => {
      const news: PlanChangedParams[] = [];
      client.connection.onNotification("engagementLint/planChanged", (one: PlanChangedParams) => {
        news.push(one);
      });
      await client.pull(URI);
      assert.deepEqual(news, []);
      await plan(client);
      await client.edit(URI, 2, { text: PLAN.replace("survey", "workshop") });
      await client.pull(URI);
      assert.deepEqual(await eventually(() => news[0]), { uri: URI, version: 2 });
      assert.equal((await plan(client))?.activities[0]?.evidenced.name, "Involve");
    }));
});

suite("What is drawn from a plan in any editor", () => {
  test("a line above each activity sums it up", () =>
    withPlan(async (client) => {
      const found = await lenses(client);
      assert.deepEqual(
        found.map(({ range, command }) => [range.start.line, command?.title, command?.command]),
        [
          [
            4,
            "Co-produce claimed, Consult borne out · Cabinet decides 12 June 2019 · no payment or training, expenses and access stated",
            "",
          ],
          [8, "Involve · Cabinet decides 12 June 2019 · no payment, expenses and access stated", ""],
        ],
      );
    }));

  test("no line where the settings want none", () =>
    withPlan(async (client) => assert.deepEqual(await lenses(client), []), { codeLens: false }));

  test("each activity is one symbol, and no heading is told of again", () =>
    withPlan(async (client) => {
      const found = await symbols(client);
      assert.deepEqual(
        found.map(({ name, detail, kind, range }) => [name, detail, kind, range.start.line]),
        [
          ["The park", "Co-produce → Consult", 24, 4],
          ["Walks", "Involve", 24, 8],
        ],
      );
      for (const { range, selectionRange } of found) {
        assert.ok(selectionRange.start.line >= range.start.line && selectionRange.end.line <= range.end.line);
      }
    }));

  test("an editor that takes flat symbols only is given none", () =>
    withServer(PULLING, async (client) => {
      await client.open(URI, PLAN);
      assert.deepEqual(await symbols(client), []);
    }));
});
