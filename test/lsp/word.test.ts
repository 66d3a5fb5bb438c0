import assert from "node:assert/strict";
import { PULLING, withServer } from "../support/client";
import { docx, para } from "../word/docx";

suite("Word over the protocol", () => {
  const ask = (bytes: Uint8Array) =>
    withServer(PULLING, ({ connection }) =>
      connection.sendRequest("engagementLint/readWord", { bytes: Buffer.from(bytes).toString("base64") }),
    );

  test("a document comes back as Markdown, with what could not be kept", async () => {
    assert.deepEqual(await ask(docx({ body: para("Pay – now", "berschrift1"), header: para("Draft") })), {
      markdown:
        "<!-- Word held more than this text can. What became of it:\n" +
        "- 1 page header or footer is left out (“Draft”)\n -->\n\n# Pay – now\n",
      lost: ["1 page header or footer is left out (“Draft”)"],
    });
  });

  test("what can't be read comes back with the reason", async () => {
    assert.deepEqual(await ask(new TextEncoder().encode("# A plan")), {
      trouble: "is no Word document. Save it from Word as .docx",
    });
  });
});
