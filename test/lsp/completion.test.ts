import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { ClientCapabilities, CompletionItem, CompletionList } from "vscode-languageserver";
import { type Client, PULLING, withServer } from "../support/client";

const PLAN = "file:///plan.md";
const SNIPPETS: ClientCapabilities = {
  ...PULLING,
  textDocument: { ...PULLING.textDocument, completion: { completionItem: { snippetSupport: true } } },
};
const HERE = "▮";

/** What is offered where the mark stands in a text. */
async function offers(client: Client, marked: string, languageId = "markdown"): Promise<CompletionItem[]> {
  const offset = marked.indexOf(HERE);
  const before = marked.slice(0, offset).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  const uri = `${PLAN}-${offset}-${marked.length}-${languageId}`;
  await client.open(uri, marked.replace(HERE, ""), languageId);
  const list = await client.connection.sendRequest<CompletionList>("textDocument/completion", {
    textDocument: { uri },
    position,
  });
  return list.items;
}

/** The text once the first thing that is offered was taken. */
async function taken(client: Client, marked: string, languageId = "markdown"): Promise<string> {
  const [first] = await offers(client, marked, languageId);
  assert.ok(first?.textEdit && "range" in first.textEdit, "nothing is offered");
  const { range, newText } = first.textEdit;
  const lines = marked.replace(HERE, "").split("\n");
  const line = lines[range.start.line]!;
  lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  return lines.join("\n");
}

const PAID =
  "Everyone who takes part is paid [rate] an hour, reading time included; the money comes within [number] days.";

suite("Completion", () => {
  const plain = (what: string, use: (client: Client) => Promise<void>) => test(what, () => withServer(PULLING, use));

  plain("offers first what belongs under the heading", async (client) => {
    const titles = async (heading: string) =>
      (await offers(client, `# Plan for the hall\n\n## ${heading}\n\n${HERE}`)).slice(0, 2).map(({ label }) => label);
    assert.deepEqual(await titles("Access"), ["Access at the venue", "Interpreters and formats"]);
    assert.deepEqual(await titles("What can’t change"), ["What can change", "What can't change, and why"]);
    assert.deepEqual(await titles("How we will look back"), ["Evaluation with participants", "What success means"]);
    assert.deepEqual(await titles("Evaluation"), ["Evaluation with participants", "What success means"]);
  });

  plain("offers first what the plan lacks, and says so", async (client) => {
    const without = `${readFileSync("samples/riverside-plan.md", "utf8")}\n\n## Odds and ends\n\n${HERE}`;
    const items = await offers(client, without);
    const lacking = items.filter(({ detail }) => detail === "Not yet in this plan").map(({ label }) => label);
    assert.ok(lacking.includes("Equality analysis before the decision"), lacking.join("; "));
    assert.ok(!lacking.includes("When it opens and closes"), lacking.join("; "));
    assert.deepEqual(
      items.slice(0, lacking.length).map(({ label }) => label),
      lacking,
    );
  });

  plain("helps with an outline that says that it is a plan, though its blanks don't show it", async (client) => {
    const outline = readFileSync("samples/templates/consultation-plan.md", "utf8");
    const lacking = async (text: string) =>
      (await offers(client, `${text}\n\n## Odds and ends\n\n${HERE}`)).filter(
        ({ detail }) => detail === "Not yet in this plan",
      );
    assert.notDeepEqual(await lacking(outline), []);
    assert.deepEqual(await lacking(outline.replace("kind: plan", "title: A plan")), []);
  });

  plain("keeps to the list, the numbering, the table or the prose above", async (client) => {
    const under = (text: string) => taken(client, `# Plan\n\n## Payment\n\n${text}${HERE}`);
    const after = (text: string) => `# Plan\n\n## Payment\n\n${text}`;
    assert.equal(await under(""), after(PAID));
    assert.equal(await under("* One.\n"), after(`* One.\n* ${PAID}`));
    assert.equal(await under("  - One.\n    More.\n\n"), after(`  - One.\n    More.\n\n  - ${PAID}`));
    assert.equal(await under("9. One.\n"), after(`9. One.\n10. ${PAID}`));
    assert.equal(await under("4.9 One.\n\n"), after(`4.9 One.\n\n4.10 ${PAID}`));
    assert.equal(await under("(a) One.\n"), after(`(a) One.\n(b) ${PAID}`));
    assert.equal(await under("- "), after(`- ${PAID}`));
    assert.equal(await under("- [ ] "), after(`- [ ] ${PAID}`));
    assert.equal(await under("Words.\n\n"), after(`Words.\n\n${PAID}`));
    const table = "| What | How | When |\n| --- | --- | --- |\n";
    assert.equal(await under(table), after(`${table}| Payment | ${PAID} |  |`));
    assert.equal(await under(`${table}| `), after(`${table}| Payment | ${PAID} |  |`));
    assert.equal(await under(`${table}\n`), after(`${table}\n${PAID}`));
  });

  plain("keeps to HTML in HTML", async (client) => {
    const under = (text: string, tail = "") =>
      taken(client, `<h1>Plan</h1>\n<h2>Payment</h2>\n${text}${HERE}${tail}`, "html");
    const after = (text: string) => `<h1>Plan</h1>\n<h2>Payment</h2>\n${text}`;
    assert.equal(await under(""), after(`<p>${PAID}</p>`));
    assert.equal(await under("<ul>\n<li>One.</li>\n"), after(`<ul>\n<li>One.</li>\n<li>${PAID}</li>`));
    assert.equal(await under("<p>", "</p>"), after(`<p>${PAID}</p>`));
  });

  plain("takes the first letters for a wish, and replaces them", async (client) => {
    assert.equal(await taken(client, `# Plan\n\n- One.\n- pay${HERE}`), `# Plan\n\n- One.\n- ${PAID}`);
    assert.equal(
      await taken(client, `# Plan\n\n- One.\nexpen${HERE}`).then((text) => text.includes("- We book")),
      true,
    );
    const labels = (await offers(client, `# Plan\n\nWe can't pa${HERE}`)).map(({ label }) => label);
    assert.deepEqual(labels, ["Why there is no pay"]);
  });

  plain("is silent where nobody asked, and where a sentence of a plan has no place", async (client) => {
    for (const marked of [
      `# Plan\n\nPa${HERE}`,
      `# Plan\n\nThe panel meets here and${HERE}`,
      `# Plan\n\n${HERE} is paid.`,
      `# Plan\n\n> ${HERE}`,
      `# ${HERE}`,
      `# Plan\n\n~~~\n${HERE}`,
      `---\ntitle: Plan\n${HERE}`,
    ])
      assert.deepEqual(await offers(client, marked), [], marked);
    const software = `${readFileSync("node_modules/fast-check/README.md", "utf8")}\n\n${HERE}`;
    assert.deepEqual(await offers(client, software), []);
  });

  plain("gives the reason only for the one that is looked at", async (client) => {
    const [first] = await offers(client, `# Plan\n\n## Access\n\n${HERE}`);
    assert.equal(first?.documentation, undefined);
    const whole = await client.connection.sendRequest<CompletionItem>("completionItem/resolve", first!);
    assert.match(
      String(whole.documentation),
      /^\[Venue\] has a level entrance.*\n\nPeople decide whether they can come/,
    );
  });

  plain("leaves blanks in brackets for a client without snippets", async (client) => {
    const [first] = await offers(client, `# Plan\n\n## Payment\n\n${HERE}`);
    assert.deepEqual([first?.insertTextFormat, first?.textEdit?.newText], [1, PAID]);
  });

  test("makes the blanks stops of the tabulator for a client that knows snippets", () =>
    withServer(SNIPPETS, async (client) => {
      const [first] = await offers(client, `# Plan\n\n## Payment\n\n${HERE}`);
      assert.equal(first?.insertTextFormat, 2);
      assert.match(String(first?.textEdit?.newText), /paid \$\{1:\[rate\]\} an hour.*within \$\{2:\[number\]\} days/);
    }));

  test("nothing triggers it but the person's own asking or typing", () =>
    withServer(SNIPPETS, async (client) => {
      assert.deepEqual(client.initialized?.capabilities.completionProvider, { resolveProvider: true });
    }));
});
