import assert from "node:assert/strict";
import fc from "fast-check";
import { readWord } from "../../server/src/word/read-word";
import { WordTrouble } from "../../server/src/word/word-trouble";
import { docx, para, zip } from "./docx";

function troubleWith(bytes: Uint8Array): string {
  try {
    readWord(bytes);
  } catch (error) {
    assert.ok(error instanceof WordTrouble, String(error));
    return error.message;
  }
  assert.fail("It was read as if nothing were the matter.");
}

const DOCUMENT = "word/document.xml";
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

suite("Word: files that are not as they should be", () => {
  test("what is no Word document is told by what it is", () => {
    assert.match(troubleWith(new TextEncoder().encode("# A plan")), /^is no Word document/);
    assert.match(troubleWith(new Uint8Array()), /^is no Word document/);
    assert.match(
      troubleWith(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0)),
      /^is locked by a password, or is from an older/,
    );
    assert.match(troubleWith(zip({ "picture.svg": "<svg/>" })), /^is a zip file, but no Word document/);
    assert.match(troubleWith(Uint8Array.of(0x50, 0x4b, 3, 4)), /^is damaged: the zip/);
  });

  test("a part that isn't XML is named", () => {
    assert.match(troubleWith(docx({ body: "", raw: { [DOCUMENT]: "<w:document>" } })), /its part word\/document\.xml/);
  });

  test("a document without a body holds no text", () => {
    assert.match(troubleWith(docx({ body: "", raw: { [DOCUMENT]: `<w:document ${W}/>` } })), /^holds no text/);
  });

  test("entities that a part declares for itself are not expanded", () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document ${W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
    assert.match(troubleWith(docx({ body: "", raw: { [DOCUMENT]: bomb } })), /^is damaged/);
  });

  test("a part that unpacks to more than a plan is not unpacked", () => {
    const huge = docx({ body: para(" ".repeat(25 * 1024 * 1024)) });
    assert.ok(huge.length < 100_000, "it should be small until it is unpacked");
    assert.match(troubleWith(huge), /^holds more than a plan would/);
  });

  test("a part that claims to be smaller than it is is cut off at its claim", () => {
    const bytes = docx({ body: para("x".repeat(1000)) });
    const claim = claimOf(bytes, DOCUMENT);
    claim.setUint32(24, 10, true);
    assert.match(troubleWith(bytes), /^is damaged/);
  });

  test("elements nested without end are refused before the reader runs out of room", () => {
    const deep = "<w:sdt>".repeat(100_000) + "</w:sdt>".repeat(100_000);
    assert.match(troubleWith(docx({ body: deep })), /^holds more than a plan would/);
  });

  test("a style that is based on itself is a style all the same", () => {
    const styles =
      '<w:style w:styleId="A"><w:name w:val="heading 1"/><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    assert.equal(readWord(docx({ body: para("Pay", "A"), styles })).markdown, "# Pay\n");
  });

  test("bytes that were changed on the way give a document or a reason, and nothing else", () => {
    const whole = docx({ body: para("Payment", "berschrift1") + para("We will pay.") });
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const { at, byte } of changes) bytes[at] = byte;
        try {
          return typeof readWord(bytes).markdown === "string";
        } catch (error) {
          return error instanceof WordTrouble;
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** The entry of a part in the zip's own table of contents. */
function claimOf(bytes: Uint8Array, name: string): DataView {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const text = new TextDecoder("latin1").decode(bytes);
  const at = text.lastIndexOf(name) - 46;
  assert.equal(view.getUint32(at, true), 0x02014b50);
  return new DataView(bytes.buffer, bytes.byteOffset + at);
}
