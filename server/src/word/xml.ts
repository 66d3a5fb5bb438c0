import { SaxesParser, type SaxesTagNS } from "saxes";
import { WordTrouble } from "./word-trouble";

/** An element of one of the document's parts, under the usual short name whatever prefix its writer chose. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** The namespaces that matter, in the transitional and in the strict form of the standard. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
  "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
  "http://purl.oclc.org/ooxml/drawingml/main": "a",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "urn:schemas-microsoft-com:vml": "v",
};

/** Word itself stays far below these; a file made to exhaust a reader does not. */
const DEEPEST = 200;
const MOST_ELEMENTS = 1_500_000;

interface Open extends Element {
  readonly children: (Element | string)[];
}

/** Reads one part. Entities that the part declares for itself are never expanded: naming one is an error. */
export function parseXml(text: string, part: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [{ name: "", attributes: {}, children: [] }];
  let count = 0;
  parser.on("error", () => {
    throw new WordTrouble(`is damaged: its part ${part} can't be read. Open it in Word and save it again`);
  });
  parser.on("opentag", (tag) => {
    count += 1;
    if (open.length > DEEPEST || count > MOST_ELEMENTS)
      throw new WordTrouble("holds more than a plan would. Split it into its chapters, and check each");
    const element: Open = { name: nameOf(tag), attributes: attributesOf(tag), children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("text", (words) => open.at(-1)!.children.push(words));
  parser.on("cdata", (words) => open.at(-1)!.children.push(words));
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return elements(open[0]!)[0]!;
}

function nameOf({ uri, local }: { readonly uri: string; readonly local: string }): string {
  const prefix = PREFIXES[uri];
  return prefix ? `${prefix}:${local}` : local;
}

function attributesOf(tag: SaxesTagNS): Record<string, string> {
  return Object.fromEntries(Object.values(tag.attributes).map((attribute) => [nameOf(attribute), attribute.value]));
}

export function elements(element: Element): Element[] {
  return element.children.filter((child) => typeof child !== "string");
}

export function childrenOf(element: Element | undefined, name: string): Element[] {
  return element ? elements(element).filter((child) => child.name === name) : [];
}

/** The element at the end of a path of names, the first of each. */
export function at(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((here, name) => here && childrenOf(here, name)[0], element);
}

/** The value of the property at the end of a path, which stands in its `w:val`. */
export function valueAt(element: Element | undefined, ...path: readonly string[]): string | undefined {
  return at(element, ...path)?.attributes["w:val"];
}

/** A property that is switched on by being there, unless it says otherwise. */
export function isOn(element: Element | undefined, ...path: readonly string[]): boolean {
  const property = at(element, ...path);
  return property !== undefined && !["0", "false", "off", "none"].includes(property.attributes["w:val"] ?? "1");
}

export function hasInside(element: Element, name: string): boolean {
  return elements(element).some((child) => child.name === name || hasInside(child, name));
}

export function allInside(element: Element, name: string): Element[] {
  return elements(element).flatMap((child) => (child.name === name ? [child] : allInside(child, name)));
}

/** The first element of a name, however deep it stands. */
export function findInside(element: Element, name: string): Element | undefined {
  for (const child of elements(element)) {
    const found = child.name === name ? child : findInside(child, name);
    if (found) return found;
  }
  return undefined;
}

/** All the words in an element, without any of its form; a paragraph's end is a space. */
export function wordsOf(element: Element): string {
  return gather(element).replace(/\s+/g, " ").trim();
}

const WORDS: readonly string[] = ["w:t", "w:delText", "m:t", "a:t"];
const SPACES: readonly string[] = ["w:tab", "w:br", "w:cr"];

function gather(element: Element): string {
  if (WORDS.includes(element.name)) return element.children.filter((child) => typeof child === "string").join("");
  if (SPACES.includes(element.name)) return " ";
  // The fallback says again, for older readers, what the choice beside it says.
  if (element.name === "mc:Fallback") return "";
  const inside = elements(element).map(gather).join("");
  return element.name === "w:p" ? `${inside} ` : inside;
}
