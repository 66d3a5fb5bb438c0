import assert from "node:assert/strict";
import { describePlace, placeAt } from "../../server/src/word/places";
import { readWord } from "../../server/src/word/read-word";
import { docx, listed, type Parts, para, run, table } from "./docx";

/** The Markdown of a body, as lines, without the end of the last. */
function linesOf(parts: Parts | string): string[] {
  const { markdown } = readWord(docx(typeof parts === "string" ? { body: parts } : parts));
  return markdown.trimEnd().split("\n");
}

const NUMBERING = `
  <w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
    <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`;

suite("Word: text", () => {
  test("headings are told by what their style is, whatever its id is called", () => {
    assert.deepEqual(linesOf(para("Payment", "berschrift1") + para("We will pay.") + para("Rates", "berschrift2")), [
      "# Payment",
      "",
      "We will pay.",
      "",
      "## Rates",
    ]);
  });

  test("beneath a title, headings stand one level lower", () => {
    assert.deepEqual(linesOf(para("Our plan", "Titel") + para("Payment", "berschrift1")), [
      "# Our plan",
      "",
      "## Payment",
    ]);
  });

  test("a paragraph's own level in the outline makes a heading of it", () => {
    assert.deepEqual(linesOf(para("Who decides", "", '<w:outlineLvl w:val="1"/>')), ["## Who decides"]);
  });

  test("bold and italic touch the words, and a space doesn't end them", () => {
    const runs = run("We ", "") + run("will ", "<w:b/>") + run("pay", "<w:b/>") + run(" and ") + run("mean", "<w:i/>");
    assert.deepEqual(linesOf(para(`${runs}${run(" it", '<w:b w:val="0"/>')}`)), ["We **will pay** and *mean* it"]);
  });

  test("a style for characters makes words bold; a heading needs no stars", () => {
    assert.deepEqual(
      linesOf(para(run("Do ") + run("ask", '<w:rStyle w:val="Fett"/>')) + para(run("Pay", "<w:b/>"), "berschrift1")),
      ["Do **ask**", "", "# Pay"],
    );
  });

  test("what Markdown would act upon stays as it was typed", () => {
    assert.deepEqual(
      linesOf(
        para("2 * 3 * 4 and snake_case and _so_ &lt;b&gt;") +
          para("# not a heading") +
          para("12. not a list") +
          para("- nor this"),
      ),
      [
        "2 \\* 3 \\* 4 and snake_case and \\_so\\_ \\<b>",
        "",
        "\\# not a heading",
        "",
        "12\\. not a list",
        "",
        "\\- nor this",
      ],
    );
  });

  test("links are kept, from hyperlinks and from fields; those that would run something aren't", () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>' +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("rates")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const link = (id: string, words: string) => `<w:hyperlink r:id="${id}">${run(words)}</w:hyperlink>`;
    assert.deepEqual(
      linesOf({
        body: para(`${link("l1", "our policy")}${run(" and ")}${field}${run(" or ")}${link("l2", "this")}`),
        links: { l1: "https://example.org/a", l2: "javascript:alert(1)" },
      }),
      ["[our policy](<https://example.org/a>) and [rates](<https://example.org/b>) or this"],
    );
  });

  test("a line break stays a line break; a page break goes", () => {
    assert.deepEqual(
      linesOf(para(`${run("One")}<w:r><w:br/></w:r>${run("two")}<w:r><w:br w:type="page"/></w:r>${run("three")}`)),
      ["One\\", "two three"],
    );
  });

  test("a quotation is one, for somebody else is speaking", () => {
    assert.deepEqual(linesOf(para("We were promised pay.", "Zitat")), ["> We were promised pay."]);
    const styles = '<w:style w:styleId="Block"><w:name w:val="Block Text"/></w:style>';
    assert.deepEqual(linesOf({ body: para("So we were.", "Block"), styles }), ["> So we were."]);
  });

  test("boxes to tick in a form are shown as they stand", () => {
    const box = (state: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${state}</w:checkBox></w:ffData></w:fldChar></w:r>` +
      '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const yes = box('<w:default w:val="0"/><w:checked/>');
    const no = box('<w:default w:val="0"/>');
    assert.deepEqual(linesOf(para(`${yes}${run(" lift ")}${no}${run(" hearing loop")}`)), ["☒ lift ☐ hearing loop"]);
  });

  test("a table of contents goes, whatever its lines are styled as", () => {
    const gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>';
    const contents = `<w:sdt><w:sdtPr>${gallery}</w:sdtPr><w:sdtContent>${para("Payment 2")}${para("")}</w:sdtContent></w:sdt>`;
    const { markdown, lost } = readWord(docx({ body: contents + para("Payment", "berschrift1") }));
    assert.match(markdown, /-->\n\n# Payment\n$/);
    assert.deepEqual(lost, ["1 line of a table of contents is left out"]);
  });

  test("words in content controls and in elements that are not known are kept", () => {
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${para("In a control")}</w:sdtContent></w:sdt>`;
    assert.deepEqual(linesOf(`${control}<w:p><w:unheardOf>${run("in the unknown")}</w:unheardOf></w:p>`), [
      "In a control",
      "",
      "in the unknown",
    ]);
  });
});

suite("Word: lists and tables", () => {
  test("lists are nested, and numbers go on where they stopped", () => {
    const body =
      para("Pay", "", listed(2)) +
      para("Rates", "", listed(1, 1)) +
      para("Meanwhile.") +
      para("Access", "", listed(2)) +
      para("Deep", "", listed(2, 2)) +
      para("Restarted", "", listed(3));
    assert.deepEqual(linesOf({ body, numbering: NUMBERING }), [
      "1. Pay",
      "   - Rates",
      "",
      "Meanwhile.",
      "",
      "2. Access",
      "   - (a) Deep",
      "7. Restarted",
    ]);
  });

  test("numbered paragraphs and headings keep the numbers that people refer to", () => {
    const body =
      para("Payment", "berschrift1", listed(2)) +
      para("We pay.", "", listed(2, 1)) +
      para("On time.", "", listed(2, 1));
    assert.deepEqual(linesOf({ body, numbering: NUMBERING }), ["# 1. Payment", "", "1.1 We pay.", "", "1.2 On time."]);
  });

  test("a table has its first row for a header, and its cells hold several paragraphs", () => {
    const cells = para("We ask") + para("a | b");
    assert.deepEqual(
      linesOf(
        table([
          ["What", "When"],
          [cells, "May"],
        ]),
      ),
      ["| What | When |", "| --- | --- |", "| We ask<br>a \\| b | May |"],
    );
  });

  test("a table whose first row is none gets an empty header", () => {
    assert.deepEqual(
      linesOf(
        table(
          [
            ["Who", "Cabinet"],
            ["When", "May"],
          ],
          '<w:tblLook w:firstRow="0"/>',
        ),
      ),
      ["|  |  |", "| --- | --- |", "| Who | Cabinet |", "| When | May |"],
    );
  });

  test("merged cells are split and told of", () => {
    const merged = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${para("Both")}</w:tc></w:tr>
      <w:tr><w:tc>${para("A")}</w:tc><w:tc>${para("B")}</w:tc></w:tr></w:tbl>`;
    const { markdown, lost } = readWord(docx({ body: merged }));
    assert.match(markdown, /\| Both \| {2}\|\n\| --- \| --- \|\n\| A \| B \|/);
    assert.deepEqual(lost, ["1 merged table cell is split"]);
  });

  test("a table inside a table keeps its rows, its notes and the ends of its cells", () => {
    const note = '<w:r><w:footnoteReference w:id="7"/></w:r>';
    const inner = table([
      [para("North gate"), para(`${run("May")}${note}`)],
      [para("South gate"), para("June")],
    ]);
    const body = table([
      ["Where", "When"],
      [`${inner}${para("")}`, "later"],
    ]);
    const footnotes = `<w:footnote w:id="7">${para("Or June.")}</w:footnote>`;
    const { markdown, lost } = readWord(docx({ body, footnotes }));
    assert.match(markdown, /\| North gate; May\[\^1\]<br>South gate; June \| later \|\n\n\[\^1\]: Or June\./);
    assert.deepEqual(lost, ["1 table inside a table is kept as plain words"]);
  });

  test("a frame around some paragraphs is no table", () => {
    assert.deepEqual(linesOf(table([[para("Key", "berschrift1") + para("We will listen.")]])), [
      "# Key",
      "",
      "We will listen.",
    ]);
  });
});

suite("Word: beside the text", () => {
  const FOOTNOTES = `<w:footnote w:id="7"><w:p>${run("Rates of 2026.")}</w:p></w:footnote>`;
  const note = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

  test("footnotes stand at the end under their numbers", () => {
    const body = para(`${run("We pay")}${note(7)}${run(".")}`);
    assert.deepEqual(linesOf({ body, footnotes: FOOTNOTES }), ["We pay[^1].", "", "[^1]: Rates of 2026."]);
  });

  test("a note that isn't there is told of", () => {
    const { lost } = readWord(docx({ body: para(`${run("We pay")}${note(8)}`), footnotes: FOOTNOTES }));
    assert.deepEqual(lost, ["1 note or comment is named but is not in the file"]);
  });

  test("comments are anchored and listed with who said what on which words", () => {
    const comments = `<w:comment w:id="3" w:author="Jo Smith">${para("Have we the money? --&gt; ask")}</w:comment>`;
    const body =
      para("Payment", "berschrift1") +
      para(
        `${run("We ")}<w:commentRangeStart w:id="3"/>${run("will pay")}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>${run(" all.")}`,
      );
    assert.deepEqual(linesOf({ body, comments }), [
      "# Payment",
      "",
      "We will pay<!-- comment 1 --> all.",
      "",
      "<!-- Comments in the Word document:",
      "1. Jo Smith, on “will pay”, Payment, paragraph 1: Have we the money? –› ask",
      " -->",
    ]);
  });

  test("insertions are kept and listed, as deletions and moves are", () => {
    const deleted = '<w:del w:author="Jo"><w:r><w:delText>may</w:delText></w:r></w:del>';
    const moved = `<w:moveFrom w:author="Jo">${run("On Monday.")}</w:moveFrom>`;
    const body = para(`${run("We ")}${deleted}<w:ins w:author="Jo">${run("will")}</w:ins>${run(" pay.")}${moved}`);
    assert.deepEqual(linesOf(body), [
      "We will pay.",
      "",
      "<!-- Tracked changes in the Word document, taken as accepted:",
      "- Deleted by Jo, paragraph 1: “may”",
      "- Added by Jo, paragraph 1: “will”",
      "- Moved away by Jo, paragraph 1: “On Monday.”",
      " -->",
    ]);
  });

  test("what was added is told of too, without what was taken out of it again", () => {
    const again = '<w:del w:author="Kim"><w:r><w:delText>never</w:delText></w:r></w:del>';
    const added = `<w:ins w:author="Jo">${run("and ask")}${again}</w:ins>`;
    const body = para(`${run("We meet ")}${added}`) + para(`<w:moveTo w:author="Jo">${run("On Monday.")}</w:moveTo>`);
    assert.deepEqual(linesOf(body), [
      "We meet and ask",
      "",
      "On Monday.",
      "",
      "<!-- Tracked changes in the Word document, taken as accepted:",
      "- Added by Jo, paragraph 1: “and ask”",
      "- Deleted by Kim, paragraph 1: “never”",
      "- Moved here by Jo, paragraph 2: “On Monday.”",
      " -->",
    ]);
  });

  test("paragraphs whose end was deleted are one", () => {
    const body = para("We will ", "", "<w:rPr><w:del/></w:rPr>") + para("pay.") + para("Really.");
    assert.deepEqual(linesOf(body), ["We will pay.", "", "Really."]);
  });

  test("what is drawn, hidden or calculated is told of at the beginning, and the words in a text box are kept", () => {
    const drawing = (inside: string, description = "") =>
      `<w:r><w:drawing><wp:docPr descr="${description}"/><a:graphic>${inside}</a:graphic></w:drawing></w:r>`;
    const data = (kind: string, inside = "") =>
      `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${kind}">${inside}</a:graphicData>`;
    const box = `<w:txbxContent>${para("In a box.")}</w:txbxContent>`;
    const twice = `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const body =
      para(drawing(data("picture"), "Map of the wards")) +
      para(drawing(data("chart"))) +
      para(`${run("Beside a box.")}${twice}`) +
      para(`${run("Then ")}<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>${run("hush", "<w:vanish/>")}`) +
      para("Contents ... 3", "Verzeichnis1");
    assert.deepEqual(linesOf({ body, header: para("Draft") }), [
      "<!-- Word held more than this text can. What became of it:",
      "- 1 image is left out (“Map of the wards”)",
      "- 1 chart or diagram is left out",
      "- 1 text box is no longer a box: its words stand after the paragraph that it was beside",
      "- 1 equation is kept as plain characters (“x+1”)",
      "- 1 line of a table of contents is left out",
      "- 1 page header or footer is left out (“Draft”)",
      "- 1 stretch of hidden text is left out (“hush”)",
      " -->",
      "",
      "<!-- Image: Map of the wards -->",
      "",
      "<!-- Chart or diagram: no description -->",
      "",
      "Beside a box.",
      "",
      "In a box.",
      "",
      "Then x+1",
    ]);
  });
});

suite("Word: places", () => {
  test("everything is placed by heading and paragraph", () => {
    const body =
      para("Before all.") +
      para("Payment", "berschrift1") +
      para("One.") +
      para("") +
      para("Two.", "", listed(1)) +
      table([
        ["What", "When"],
        ["Ask", "May"],
      ]) +
      para("Three.") +
      para("Access", "berschrift1") +
      para("Ramp.");
    const { markdown, places } = readWord(docx({ body, numbering: NUMBERING }));
    const where = (words: string) => describePlace(placeAt(places, markdown.indexOf(words)));
    assert.equal(where("Before all"), "paragraph 1");
    assert.equal(where("Payment"), "the heading “Payment”");
    assert.equal(where("One."), "Payment, paragraph 1");
    assert.equal(where("Two."), "Payment, paragraph 2");
    assert.equal(where("When"), "Payment, table 1, row 1");
    assert.equal(where("May"), "Payment, table 1, row 2");
    assert.equal(where("Three."), "Payment, paragraph 3");
    assert.equal(where("Ramp."), "Access, paragraph 1");
  });
});
