import { strToU8, zipSync } from "fflate";

/** The parts of a Word document that a test writes; the rest is what every document has. */
export interface Parts {
  /** What stands in the body. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  /** Addresses by the id that hyperlinks name. */
  readonly links?: Readonly<Record<string, string>>;
  /** Parts by their names, in place of those that would have been written. */
  readonly raw?: Readonly<Record<string, string>>;
}

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(" ");

const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The styles that Word brings along, under the names that a German Word gives their ids. */
const STYLES = `
  <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="berschrift1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
  <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
  <w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`;

/** Writes a .docx as Word would: parts of XML in a zip, each named by another. */
export function docx({ body, links = {}, raw = {}, ...parts }: Parts): Uint8Array {
  const related = { styles: STYLES, ...parts };
  const files: Record<string, string> = {
    "_rels/.rels": relationships([["rId1", "officeDocument", "word/document.xml", false]]),
    "word/document.xml": xml("document", `<w:body>${body}<w:sectPr/></w:body>`),
    "word/_rels/document.xml.rels": relationships([
      ...Object.keys(related).map((name) => [name, name, `${name}.xml`, false] as const),
      ...Object.entries(links).map(([id, target]) => [id, "hyperlink", target, true] as const),
    ]),
  };
  const roots: Readonly<Record<string, string>> = { header: "hdr" };
  for (const [name, content] of Object.entries(related)) files[`word/${name}.xml`] = xml(roots[name] ?? name, content!);
  return zip({ ...files, ...raw });
}

export function zip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function xml(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`;
}

function relationships(
  all: readonly (readonly [id: string, type: string, target: string, external: boolean])[],
): string {
  const each = all.map(
    ([id, type, target, external]) =>
      `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}">${each.join("")}</Relationships>`;
}

/** A run of words, with the properties of its look. */
export function run(words: string, look = ""): string {
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
}

/** A paragraph of words or of runs, with its style and other properties. */
export function para(content: string, style = "", properties = ""): string {
  const runs = content.startsWith("<") || !content ? content : run(content);
  return `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${properties}</w:pPr>${runs}</w:p>`;
}

export const listed = (list: number, depth = 0): string =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;

export function table(rows: readonly (readonly string[])[], properties = ""): string {
  const cell = (content: string) => `<w:tc>${content.startsWith("<") ? content : para(content)}</w:tc>`;
  const row = (cells: readonly string[]) => `<w:tr>${cells.map(cell).join("")}</w:tr>`;
  return `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.map(row).join("")}</w:tbl>`;
}
