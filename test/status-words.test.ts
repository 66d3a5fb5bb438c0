import assert from "node:assert/strict";
import { briefStatusWords, statusWords } from "../client/src/status-words";

const t = (message: string, ...values: (string | number)[]): string =>
  message.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));

const NAMES = ["resourcing", "wording", "tokenism", "evidence", "power", "feedback", "inclusion", "law", "timing"];
const found = (framework: string, names = NAMES) => ({
  framework,
  families: names.map((family, index) => ({ family, count: 9 - index })),
});

suite("Words of the status", () => {
  test("leave room for the command beside them, and count what they don't name", () => {
    assert.equal(briefStatusWords(found("Consensus"), t), "Consensus · 9 resourcing, 8 wording, 7 tokenism, 21 more");
    const [framework, ...rest] = statusWords(found("Consensus"), t).split(/ · |, /);
    assert.equal(framework, "Consensus");
    assert.equal(rest.length, NAMES.length);
  });

  test("name at least one family, however long the framework's name is", () => {
    const long = "What the whole of the partnership agreed on in its meeting of May";
    assert.equal(briefStatusWords(found(long), t), `${long} · 9 resourcing, 36 more`);
  });

  test("are left alone where they are short", () => {
    for (const result of [found("IAP2", ["law"]), found("IAP2", []), { ...found("IAP2"), notChecked: "It is a note." }])
      assert.equal(briefStatusWords(result, t), statusWords(result, t));
  });
});
