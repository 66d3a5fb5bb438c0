import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describePlace, placeAt } from "../../server/src/word/places";
import { readWord } from "../../server/src/word/read-word";

/** LibreOffice wrote the .docx from the .fodt beside it: `soffice --headless --convert-to docx hollin-brook.fodt`. */
const FOLDER = "test/fixtures/word";

suite("Word: a document that a word processor wrote", () => {
  const { markdown, places, lost } = readWord(readFileSync(`${FOLDER}/hollin-brook.docx`));

  test("everything in it is kept or told of as lost", () => {
    assert.equal(markdown, readFileSync(`${FOLDER}/hollin-brook.md`, "utf8"));
    assert.deepEqual(lost, [
      "1 image is left out (“Map of the brook with both gates”)",
      "2 text boxes are no longer boxes: their words stand after the paragraph that each was beside",
      "2 merged table cells are split",
      "1 table inside a table is kept as plain words",
      "3 lines of a table of contents are left out",
      "2 page headers and footers are left out (“Draft 3, for the steering group”, “Wrenford Borough Council, page 2”)",
      "1 stretch of hidden text is left out (“Budget line 4471.”)",
    ]);
  });

  test("its sentences are found again by heading, paragraph and row", () => {
    const where = (words: string) => describePlace(placeAt(places, markdown.indexOf(words)));
    assert.equal(where("co-design the park"), "What we want, paragraph 1");
    assert.equal(where("paid on the day"), "Steps, paragraph 9");
    assert.equal(where("Leaflets"), "Dates, table 1, row 3");
    assert.equal(where("within a mile"), "footnote 1");
  });
});
