import assert from "node:assert/strict";
import { parse } from "yaml";
import { withFramework } from "../../server/src/lsp/choose-framework";

/** A configuration after the choice of a framework. */
function chosen(text: string): string {
  const { span, text: more } = withFramework(text, "iap2");
  return text.slice(0, span.start) + more + text.slice(span.end);
}

suite("A framework in a configuration", () => {
  test("takes the place of the one before, and every comment stays", () => {
    assert.equal(chosen("# Why\nframework: consensus # for now\n"), "# Why\nframework: iap2 # for now\n");
    assert.equal(chosen('a: 1\nframework: "consensus"\n'), "a: 1\nframework: iap2\n");
  });

  test("stands before the first key where there was none", () => {
    assert.equal(chosen("# Why\n\nrules:\n  a: off\n"), "# Why\n\nframework: iap2\nrules:\n  a: off\n");
  });

  test("is added to whatever else is in the file, and is read back", () => {
    for (const text of [
      "",
      "\n",
      "# Only words",
      "---\n",
      "framework:\n",
      "framework:",
      "{rules: {}}",
      "{}",
      "rules: {}",
    ]) {
      assert.equal(parse(chosen(text))?.framework, "iap2", JSON.stringify(text));
    }
  });
});
