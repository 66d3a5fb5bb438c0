import { Changes } from "./changes";
import { Lost } from "./lost";
import { Notes } from "./notes";
import { Numbering } from "./numbering";
import type { WordPlace } from "./places";
import { Styles } from "./styles";
import { byId, type WordPackage } from "./word-package";

/** A field that is being read: first its instruction, then what Word made of it. */
export interface Field {
  instruction: string;
  reading: "instruction" | "result";
}

/** Everything that is at hand while a document is read from its first paragraph to its last. */
export class Manuscript {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: Notes;
  readonly lost = new Lost();
  readonly changes = new Changes();
  /** Fields may begin in one paragraph and end in another. */
  readonly fields: Field[] = [];
  /** The place of what is being read. */
  place: WordPlace = { heading: "", paragraph: 0 };

  constructor(readonly file: WordPackage) {
    this.styles = new Styles(file.related("styles"));
    this.numbering = new Numbering(file.related("numbering"));
    this.notes = new Notes({
      footnote: byId(file.related("footnotes"), "w:footnote"),
      endnote: byId(file.related("endnotes"), "w:endnote"),
      comment: byId(file.related("comments"), "w:comment"),
    });
  }
}
