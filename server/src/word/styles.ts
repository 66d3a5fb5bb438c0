import { at, childrenOf, type Element, isOn, valueAt } from "./xml";

/** What a style makes of a paragraph or of some words, as far as Markdown can say it. */
export interface Style {
  readonly role: "body" | "title" | "contents" | "quote";
  /** The level of a heading, from 1; 0 for what is none. */
  readonly heading: number;
  readonly numbering: Element | undefined;
  readonly bold: boolean;
  readonly italic: boolean;
}

const PLAIN: Style = { role: "body", heading: 0, numbering: undefined, bold: false, italic: false };

/** The names that Word keeps in English, whatever language it is shown in. */
const ROLES: readonly (readonly [RegExp, Style["role"]])[] = [
  [/^title$/i, "title"],
  [/^(toc( \d+| heading)|table of (figures|authorities)|index \d+)$/i, "contents"],
  [/^((intense )?quote|block text)$/i, "quote"],
];

export class Styles {
  private readonly byId: ReadonlyMap<string, Element>;
  private readonly known = new Map<string, Style>();

  constructor(parts: readonly Element[]) {
    const all = parts.flatMap((part) => childrenOf(part, "w:style"));
    this.byId = new Map(all.map((style) => [style.attributes["w:styleId"] ?? "", style]));
  }

  of(id: string | undefined): Style {
    if (id === undefined) return PLAIN;
    const known = this.known.get(id);
    if (known) return known;
    // Standing for itself while it is made, a style that is based on itself comes to an end.
    this.known.set(id, PLAIN);
    const style = this.make(this.byId.get(id));
    this.known.set(id, style);
    return style;
  }

  private make(element: Element | undefined): Style {
    if (!element) return PLAIN;
    const base = this.of(valueAt(element, "w:basedOn"));
    const name = valueAt(element, "w:name") ?? "";
    const own = ROLES.find(([pattern]) => pattern.test(name))?.[1];
    return {
      role: own ?? base.role,
      heading: headingOf(element, name) ?? base.heading,
      numbering: at(element, "w:pPr", "w:numPr") ?? base.numbering,
      bold: at(element, "w:rPr", "w:b") ? isOn(element, "w:rPr", "w:b") : base.bold,
      italic: at(element, "w:rPr", "w:i") ? isOn(element, "w:rPr", "w:i") : base.italic,
    };
  }
}

function headingOf(style: Element, name: string): number | undefined {
  const named = /^heading ([1-9])$/i.exec(name)?.[1];
  return named ? Number(named) : outlineLevel(at(style, "w:pPr"));
}

/** The level at which a paragraph stands in the outline, from 1; 0 where it is said to be body text. */
export function outlineLevel(properties: Element | undefined): number | undefined {
  const value = valueAt(properties, "w:outlineLvl");
  if (value === undefined || !/^\d$/.test(value)) return undefined;
  return value === "9" ? 0 : Number(value) + 1;
}
