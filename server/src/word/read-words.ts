import type { Change } from "./changes";
import { readDrawing } from "./drawings";
import { comment } from "./escape";
import type { Manuscript } from "./manuscript";
import { PLAIN, type Stretch } from "./words";
import { at, childrenOf, type Element, elements, isOn, valueAt, wordsOf } from "./xml";

/** The words of a paragraph, and the text boxes that hang on it. */
export interface Words {
  readonly stretches: readonly Stretch[];
  readonly boxes: readonly Element[];
}

export function readWords(content: readonly Element[], manuscript: Manuscript): Words {
  const reader = new WordsReader(manuscript);
  for (const element of content) reader.read(element, PLAIN);
  return reader;
}

/** Marks of Word's own that say nothing to a reader. */
const SILENT: readonly string[] = ["w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:softHyphen", "w:delText", "w:ffData"];

/** How each kind of element is read. What isn't named here is looked into, so that no words go missing. */
const READ: Readonly<Record<string, (reader: WordsReader, element: Element, look: Stretch) => void>> = {
  "w:r": (reader, element, look) => reader.run(element, look),
  "w:t": (reader, element, look) => reader.say(textOf(element), look),
  "w:tab": (reader, _, look) => reader.say(" ", look),
  "w:ptab": (reader, _, look) => reader.say(" ", look),
  "w:br": (reader, element, look) => reader.say(endsPage(element) ? " " : "\n", look),
  "w:cr": (reader, _, look) => reader.say("\n", look),
  // The words for taking part are sought with the hyphen that people type.
  "w:noBreakHyphen": (reader, _, look) => reader.say("-", look),
  "w:sym": (reader) => reader.manuscript.lost.add("symbol"),
  "w:footnoteReference": (reader, element) => reader.footnote("footnote", element),
  "w:endnoteReference": (reader, element) => reader.footnote("endnote", element),
  "w:commentRangeStart": ({ manuscript }, element) => manuscript.notes.commentOpens(idOf(element)),
  "w:commentReference": (reader, element) => reader.comment(element),
  "w:del": (reader, element) => reader.changed("Deleted", element, wordsOf(element)),
  "w:moveFrom": (reader, element) => reader.changed("Moved away", element, wordsOf(element)),
  "w:ins": (reader, element, look) => reader.brought("Added", element, look),
  "w:moveTo": (reader, element, look) => reader.brought("Moved here", element, look),
  "w:hyperlink": (reader, element, look) => reader.hyperlink(element, look),
  "w:fldSimple": (reader, element, look) =>
    reader.inside(element, { ...look, link: linkOf(element.attributes["w:instr"] ?? "") || look.link }),
  "w:fldChar": (reader, element, look) => reader.fieldMark(element, look),
  "w:instrText": (reader, element) => reader.instruction(textOf(element)),
  "w:drawing": (reader, element) => reader.drawing(element),
  "w:pict": (reader, element) => reader.drawing(element),
  "w:object": (reader, element) => reader.drawing(element),
  "mc:AlternateContent": (reader, element, look) => {
    const chosen = childrenOf(element, "mc:Choice")[0] ?? childrenOf(element, "mc:Fallback")[0];
    if (chosen) reader.inside(chosen, look);
  },
  "m:oMath": (reader, element, look) => {
    reader.manuscript.lost.add("equation", wordsOf(element));
    reader.say(wordsOf(element), look);
  },
  "w:ruby": (reader, element, look) => {
    const base = at(element, "w:rubyBase");
    if (base) reader.inside(base, look);
  },
};

class WordsReader implements Words {
  readonly stretches: Stretch[] = [];
  readonly boxes: Element[] = [];

  constructor(readonly manuscript: Manuscript) {}

  read(element: Element, look: Stretch): void {
    if (SILENT.includes(element.name)) return;
    const read = Object.hasOwn(READ, element.name) ? READ[element.name] : undefined;
    if (read) read(this, element, look);
    else this.inside(element, look);
  }

  inside(element: Element, look: Stretch): void {
    for (const child of elements(element)) this.read(child, look);
  }

  run(run: Element, look: Stretch): void {
    const properties = at(run, "w:rPr");
    if (properties && at(properties, "w:rPrChange")) this.manuscript.lost.add("formatting");
    if (isOn(properties, "w:vanish")) {
      const words = wordsOf(run);
      if (words) this.manuscript.lost.add("hidden", words);
      return;
    }
    const style = this.manuscript.styles.of(valueAt(properties, "w:rStyle"));
    const bold = at(properties, "w:b") ? isOn(properties, "w:b") : style.bold || look.bold;
    const italic = at(properties, "w:i") ? isOn(properties, "w:i") : style.italic || look.italic;
    const struck = isOn(properties, "w:strike") || isOn(properties, "w:dstrike") || look.struck;
    this.inside(run, { ...look, bold, italic, struck });
  }

  say(text: string, look: Stretch): void {
    const { fields, notes } = this.manuscript;
    if (!text || fields.some(({ reading }) => reading === "instruction")) return;
    notes.said(text);
    const link = look.link || fields.map(({ instruction }) => linkOf(instruction)).find(Boolean) || "";
    this.stretches.push({ ...look, link, text });
  }

  footnote(kind: "footnote" | "endnote", element: Element): void {
    const label = this.manuscript.notes.footnote(kind, idOf(element));
    if (label) this.mark(`[^${label}]`);
    else this.manuscript.lost.add("missingNote");
  }

  comment(element: Element): void {
    const { notes, place, lost } = this.manuscript;
    const number = notes.comment(idOf(element), place);
    if (number) this.mark(comment(`comment ${number}`));
    else lost.add("missingNote");
  }

  changed(what: Change, { attributes }: Element, words: string): void {
    const { changes, place } = this.manuscript;
    changes.note(what, attributes["w:author"], `${words} `, place);
  }

  /** Words that are new here; what was taken out of them again is told of by itself. */
  brought(what: Change, element: Element, look: Stretch): void {
    const left = element.children.filter((child) => typeof child === "string" || child.name !== "w:del");
    this.changed(what, element, wordsOf({ ...element, children: left }));
    this.inside(element, look);
  }

  hyperlink(element: Element, look: Stretch): void {
    const target = this.manuscript.file.relationship(element.attributes["r:id"]);
    this.inside(element, { ...look, link: target?.external ? safe(target.target) : look.link });
  }

  fieldMark(element: Element, look: Stretch): void {
    const { fields } = this.manuscript;
    const kind = element.attributes["w:fldCharType"];
    const last = fields.at(-1);
    if (kind === "begin") this.say(boxOf(at(element, "w:ffData", "w:checkBox")), look);
    if (kind === "begin") fields.push({ instruction: "", reading: "instruction" });
    else if (kind === "end") fields.pop();
    else if (last) last.reading = "result";
  }

  instruction(text: string): void {
    const last = this.manuscript.fields.at(-1);
    if (last?.reading === "instruction") last.instruction += text;
  }

  drawing(element: Element): void {
    const { boxes, note } = readDrawing(element, this.manuscript);
    this.boxes.push(...boxes);
    if (note) this.mark(note);
  }

  private mark(markdown: string): void {
    this.stretches.push({ ...PLAIN, text: markdown, raw: true });
  }
}

function endsPage({ attributes }: Element): boolean {
  return attributes["w:type"] === "page" || attributes["w:type"] === "column";
}

function textOf(element: Element): string {
  return element.children.filter((child) => typeof child === "string").join("");
}

/** A box to tick in a form is drawn by Word itself, and no words of it stand in the file. */
function boxOf(checkBox: Element | undefined): string {
  if (!checkBox) return "";
  const state = at(checkBox, "w:checked") ? "w:checked" : "w:default";
  return isOn(checkBox, state) ? "☒" : "☐";
}

function idOf(element: Element): string {
  return element.attributes["w:id"] ?? "";
}

/** The address in the instruction of a field, where it is a link. */
function linkOf(instruction: string): string {
  return safe(/^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1] ?? "");
}

/** Only what a reader would follow: no link that runs something. */
function safe(link: string): string {
  return /^(https?:|mailto:|tel:)/i.test(link) ? link : "";
}
