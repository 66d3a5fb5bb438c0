import assert from "node:assert/strict";
import type { CodeLens, CompletionList, DocumentSymbol } from "vscode-languageserver";
import { retellIn } from "../../server/src/words/retell";
import { sayIn } from "../../server/src/words/say";
import { type Client, PULLING, SERVER, withServer } from "../support/client";
import { saidIn, sentencesIn } from "../support/server-words";

const PLAN = "file:///plan.md";
const TEXT = [
  "# Library plan",
  "",
  "We will co-produce the branch offer with readers through an online survey. Readers are not paid.",
  "",
  "The council decides in June 2031.",
  "",
  "",
].join("\n");
const CLIENT = {
  ...PULLING,
  textDocument: { ...PULLING.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  experimental: { commands: { commands: ["engagementLint.explainRule"] } },
};

interface Seen {
  readonly actions: readonly string[];
  readonly hover: string;
  readonly lens: string;
  readonly symbol: string;
  readonly completion: string;
}

/** What a person sees of a plan whose editor speaks their language. */
async function seen(client: Client): Promise<Seen> {
  const textDocument = { uri: PLAN };
  const claim = { line: 2, character: 10 };
  await client.open(PLAN, TEXT);
  const actions = await client.actions(PLAN, { start: claim, end: claim });
  const hover = await client.hover(PLAN, claim.line, claim.character);
  const [lens] = await client.connection.sendRequest<CodeLens[]>("textDocument/codeLens", { textDocument });
  const symbols = await client.connection.sendRequest<DocumentSymbol[]>("textDocument/documentSymbol", {
    textDocument,
  });
  const asked = { textDocument, position: { line: 6, character: 0 } };
  const list = await client.connection.sendRequest<CompletionList>("textDocument/completion", asked);
  return {
    actions: actions.map(({ title }) => title.replace(/: .*/, "")),
    hover: JSON.stringify(hover?.contents),
    lens: lens?.command?.title ?? "",
    symbol: symbols[0]?.detail ?? "",
    completion: list.items[0]?.detail ?? "",
  };
}

function seenIn(locale: string | undefined): Promise<Seen> {
  return withServer(CLIENT, seen, [SERVER, "--stdio"], { locale });
}

suite("The server's words", () => {
  test("are Welsh for an editor in Welsh", async () => {
    const { actions, hover, lens, symbol, completion } = await seenIn("cy");
    assert.ok(actions.includes("Egluro'r rheol"), String(actions));
    assert.match(hover, /\*\*Pam mae'n bwysig\.\*\*/);
    assert.match(hover, /\*\*Honnir:\*\* Cyd-gynhyrchu \(“[^”]+”, \[llinell 3\]/);
    assert.match(lens, /^Honnir Cyd-gynhyrchu, ategir Ymgynghori · Yn penderfynu: .*Mehefin 2031/);
    assert.match(lens, /dim tâl/);
    assert.equal(symbol, "Cyd-gynhyrchu → Ymgynghori");
    assert.equal(completion, "Ddim yn y cynllun hwn eto");
  });

  test("are English for any other, and for one that doesn't say", async () => {
    for (const locale of ["en-GB", "xx", undefined]) {
      const { actions, hover, lens } = await seenIn(locale);
      assert.ok(actions.includes("Explain rule"), String(actions));
      assert.match(hover, /\*\*Why it matters\.\*\*/);
      assert.match(lens, /^Co-produce claimed, Consult borne out · .* decides June 2031/);
    }
  });

  test("tell what is amiss in a configuration in Welsh too, with the names in it untouched", () =>
    withServer(
      PULLING,
      async (client) => {
        const uri = "file:///team/engagement-lint.yaml";
        await client.open(uri, "framework: nihrr\n", "yaml");
        const report = await client.pull(uri);
        assert.equal(report.kind, "full");
        const [first] = "items" in report ? report.items : [];
        assert.equal(first?.message, "Nid oes fframwaith “nihrr”. Ai “nihr” oedd dan sylw?");
      },
      [SERVER, "--stdio"],
      { locale: "cy-GB", rootUri: "file:///team" },
    ));

  test("tell what is wrong with a team's phrase in Welsh, to its end", () => {
    const retell = retellIn("cy");
    const welsh = "Ni ddefnyddir yr ymadrodd “(fund”. Nid yw braced wedi'i gau.";
    assert.equal(retell("The phrase “(fund” isn't used. A bracket is not closed."), welsh);
  });
});

suite("An explanation of the configuration", () => {
  const explained = (locale: string) =>
    withServer(
      PULLING,
      async (client) => {
        await client.open(PLAN, TEXT);
        return client.connection.sendRequest<{ text: string }>("engagementLint/explainConfiguration", { uri: PLAN });
      },
      [SERVER, "--stdio"],
      { locale },
    );

  test("is Welsh for an editor in Welsh, and English for another", async () => {
    const { text: welsh } = await explained("cy");
    assert.match(welsh, /\nGwiriwyd\. Nid oes ffurfweddiad ar ei chyfer\.\n/);
    assert.match(welsh, /\nGosodiadau mewn grym:\n {2}framework: consensus \(mewnol\)\n/);
    assert.doesNotMatch(welsh, /\b(?:none|nothing|built in|Checked)\b/);
    const { text: english } = await explained("en");
    assert.match(english, /\nChecked\. There is no configuration for it\.\n/);
  });
});

suite("Words that are said and told again", () => {
  test("what fills a blank is taken as it is, also where it looks like a blank", () => {
    assert.equal(sayIn("cy")("Explain rule: {0}", "{0} a {1}"), "Egluro'r rheol: {0} a {1}");
    assert.equal(sayIn("en")("{0} decides {1}", "Cabinet", "12 June"), "Cabinet decides 12 June");
  });

  test("what stands in no bundle stays as it is", () => {
    assert.equal(sayIn("cy")("Our own level"), "Our own level");
    assert.equal(sayIn("cy")("constructor"), "constructor");
    assert.equal(retellIn("cy")("Nobody has ever said this."), "Nobody has ever said this.");
  });

  test("a name in quotation marks is told as it was written", () => {
    assert.equal(retellIn("cy")("“level” must be text."), "Rhaid i “level” fod yn destun.");
    assert.equal(
      retellIn("cy")("“loud” is no level. Did you mean “level”? Choose from: off, hint."),
      "Nid yw “loud” yn lefel. Ai “level” oedd dan sylw? Dewiswch o'r rhain: off, hint.",
    );
  });

  test("a sentence that fills a blank is told again within the other", () => {
    const doc = "The source that the team works by. For example, nihr.";
    assert.equal(retellIn("cy")(doc), "Y ffynhonnell y mae'r tîm yn gweithio wrthi. Er enghraifft, nihr.");
    assert.equal(retellIn("en")(doc), doc);
  });

  test("whatever a source says is collected, however it is written", () => {
    assert.deepEqual(saidIn('title: desk.say(many ? "{0} new ones" : "A new one", count)'), [
      "{0} new ones",
      "A new one",
    ]);
    const source = [
      "wrong(`There is no “$",
      "{one}”.$",
      "{near ? ` Is it “$",
      '{near}”?` : ""}`, /["`]/, "Take it away.", "key")',
    ].join("");
    assert.deepEqual(sentencesIn(source), ["There is no “{0}”.{1}", "Is it “{0}”?", "Take it away."]);
  });
});
