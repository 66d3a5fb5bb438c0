import type { Range } from "vscode-languageclient";
import type { Say } from "./say";
import { type Font, wrap } from "./text-width";

/** What the parts of the picture are drawn with. */
export interface Pen {
  readonly width: number;
  /** Places can be gone to: so it is beside the text, not in a picture that was saved. */
  readonly links: boolean;
  readonly say: Say;
}

/** A part of the picture, drawn downwards from where it begins. */
export interface Drawn {
  readonly svg: string;
  readonly height: number;
}

export const NOTHING: Drawn = { svg: "", height: 0 };

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, "");
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element. Attributes are escaped here; what is inside must be SVG already. */
export function element(name: string, attributes: Attributes, inside = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? rounded(value) : escaped(String(value))}"`)
    .join("");
  return inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>`;
}

/** Half a pixel is as fine as anybody sees, and long fractions would differ from machine to machine. */
function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export interface Style extends Font {
  readonly class: string;
  readonly anchor?: "middle" | "end";
}

export function words(x: number, y: number, letters: string, { size, bold, anchor, ...rest }: Style): string {
  const text = element(
    "text",
    { x, y, "font-size": size, "font-weight": bold ? 600 : undefined, "text-anchor": anchor, class: rest.class },
    escaped(letters),
  );
  // Without a space between them, a screen reader would read the end of one line and the next as one word.
  return `${text} `;
}

const LEADING = 1.38;

/** Words in as many lines as they need. `y` is the top of the first line. */
export function paragraph(x: number, y: number, width: number, text: string, style: Style, most?: number): Drawn {
  const lines = wrap(text, style, width, most);
  const step = style.size * LEADING;
  const svg = lines.map((line, number) => words(x, y + step * number + style.size, line, style)).join("");
  return { svg, height: step * lines.length };
}

/** Places are written so that a page can tell which shapes stand for the sentence under the cursor. */
export function placesOf(ranges: readonly Range[]): string {
  return ranges.map(({ start, end }) => `${start.line}:${start.character}-${end.line}:${end.character}`).join(" ");
}

/** A sign that stands for words of the plan: it lights up with them, and leads to the first of them. */
export function standingFor(ranges: readonly Range[], label: string, inside: string, pen: Pen): string {
  const tip = element("title", {}, escaped(label));
  return leadingTo(ranges, tip + inside, pen, label);
}

/** The same for what says in words of its own what it stands for. */
export function leadingTo(ranges: readonly Range[], inside: string, pen: Pen, label?: string): string {
  if (!pen.links || ranges.length === 0) return element("g", {}, inside);
  const link = { class: "go", role: "link", tabindex: "-1", "aria-label": label };
  return element("g", { ...link, "data-at": placesOf(ranges) }, inside);
}

/** Something that lights up with words of the plan, behind what leads to them. */
export function litBy(ranges: readonly Range[], inside: string, pen: Pen): string {
  return pen.links ? element("g", { class: "lights", "data-at": placesOf(ranges) }, inside) : "";
}

export const MARGIN = 20;

/** A heading with a line above it, across the whole picture. */
export function heading(y: number, text: string, pen: Pen): Drawn {
  const line = element("line", { x1: MARGIN, x2: pen.width - MARGIN, y1: y + 14, y2: y + 14, class: "divide" });
  return { svg: line + words(MARGIN, y + 42, text, { size: 15, bold: true, class: "ink" }), height: 58 };
}

/** Draws parts one below the other. */
export function stacked(y: number, parts: readonly ((y: number) => Drawn)[]): Drawn {
  let height = 0;
  let svg = "";
  for (const part of parts) {
    const drawn = part(y + height);
    svg += drawn.svg;
    height += drawn.height;
  }
  return { svg, height };
}

/** Draws boxes side by side as far as the width allows; those beside each other begin at the same height. */
export function inColumns<T>(
  y: number,
  items: readonly T[],
  pen: Pen,
  draw: (item: T, x: number, y: number, width: number) => Drawn,
): Drawn {
  const count = pen.width >= 600 ? 2 : 1;
  const gap = 28;
  const width = (pen.width - 2 * MARGIN - gap * (count - 1)) / count;
  let height = 0;
  let svg = "";
  for (let first = 0; first < items.length; first += count) {
    const row = items.slice(first, first + count);
    const drawn = row.map((item, column) => draw(item, MARGIN + column * (width + gap), y + height, width));
    svg += drawn.map((box) => box.svg).join("");
    height += Math.max(...drawn.map((box) => box.height));
  }
  return { svg, height };
}
