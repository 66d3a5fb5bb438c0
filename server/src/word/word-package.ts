import { unzipSync } from "fflate";
import { WordTrouble } from "./word-trouble";
import { childrenOf, type Element, elements, parseXml } from "./xml";

const MEBIBYTE = 1024 * 1024;
/** One part of a document, unpacked and packed. A part that claims less than it holds is cut off where its claim ends. */
const LARGEST_PART = 24 * MEBIBYTE;
const LARGEST_PACKED = 4 * MEBIBYTE;

export interface Relationship {
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** A Word document as it lies in its file: parts of XML in a zip, naming one another. Only parts asked for are unpacked. */
export class WordPackage {
  readonly main: string;
  private readonly relationships: ReadonlyMap<string, Relationship>;

  constructor(private readonly bytes: Uint8Array) {
    checkKind(bytes);
    const office = [...this.relationshipsOf("").values()].find(({ type }) => type === "officeDocument");
    if (!office) throw new WordTrouble("is a zip file, but no Word document. Save it from Word as .docx");
    this.main = office.target;
    this.relationships = this.relationshipsOf(this.main);
  }

  document(): Element {
    const document = this.part(this.main);
    if (!document) throw new WordTrouble("holds no text. Open it in Word and save it again");
    return document;
  }

  relationship(id: string | undefined): Relationship | undefined {
    return id === undefined ? undefined : this.relationships.get(id);
  }

  /** The parts that stand in a relationship to the document, such as its footnotes. */
  related(type: string): Element[] {
    const found = [...this.relationships.values()].filter((one) => one.type === type && !one.external);
    return found.flatMap(({ target }) => this.part(target) ?? []);
  }

  private part(name: string): Element | undefined {
    const bytes = unpack(this.bytes, name);
    return bytes && parseXml(decode(bytes), name);
  }

  /** What a part names, with targets as names from the root of the package. */
  private relationshipsOf(part: string): Map<string, Relationship> {
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    const root = this.part(`${folder}_rels/${part.slice(folder.length)}.rels`);
    return new Map(
      childrenOf(root, "Relationship").map(({ attributes }) => {
        const external = attributes.TargetMode === "External";
        const target = attributes.Target ?? "";
        const type = (attributes.Type ?? "").replace(/^.*\//, "");
        return [attributes.Id ?? "", { type, target: external ? target : inPackage(folder, target), external }];
      }),
    );
  }
}

/** Says what a file is that is no zip, where that can be told. */
function checkKind(bytes: Uint8Array): void {
  const starts = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    throw new WordTrouble("is locked by a password, or is from an older Word. Save it as .docx without a password");
  if (!starts(0x50, 0x4b)) throw new WordTrouble("is no Word document. Save it from Word as .docx");
}

/** Takes one part out of the zip; the first of its name, so that a thousand namesakes cost no more than one. */
function unpack(bytes: Uint8Array, name: string): Uint8Array | undefined {
  let taken = false;
  const wanted = (file: { name: string; size: number; originalSize: number }) => {
    if (taken || file.name !== name) return false;
    if (file.originalSize > LARGEST_PART || file.size > LARGEST_PACKED)
      throw new WordTrouble("holds more than a plan would. Split it into its chapters, and check each");
    taken = true;
    return true;
  };
  try {
    return unzipSync(bytes, { filter: wanted })[name];
  } catch (error) {
    if (error instanceof WordTrouble) throw error;
    throw new WordTrouble("is damaged: the zip that it is made of can't be opened. Open it in Word and save it again");
  }
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}

function inPackage(folder: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : folder + target;
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "." && name) names.push(name);
  }
  return names.join("/");
}

/** Footnotes, endnotes and comments by their number in the file. */
export function byId(parts: readonly Element[], name: string): Map<string, Element> {
  const all = parts.flatMap(elements).filter((element) => element.name === name);
  return new Map(all.map((element) => [element.attributes["w:id"] ?? "", element]));
}
