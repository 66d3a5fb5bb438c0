import { comment } from "./escape";
import type { LostKind } from "./lost";
import type { Manuscript } from "./manuscript";
import { type Element, elements, findInside, wordsOf } from "./xml";

/** What becomes of a picture, shape or object: the boxes of words in it, and a note where it stood. */
export interface Drawn {
  readonly boxes: readonly Element[];
  readonly note: string;
}

/** Nothing that is drawn can be kept, save the words in its text boxes and what its writer says that it shows. */
export function readDrawing(drawing: Element, { lost }: Manuscript): Drawn {
  const boxes = boxesIn(drawing);
  for (const _ of boxes) lost.add("textBox");
  if (boxes.length) return { boxes, note: "" };
  const kind = kindOf(drawing);
  const shows = findInside(drawing, "wp:docPr")?.attributes;
  const description = (shows?.descr || shows?.title || findInside(drawing, "v:shape")?.attributes.alt || "").trim();
  lost.add(kind, description || wordsOf(drawing));
  return {
    boxes,
    note: kind === "shape" && !description ? "" : comment(`${NAMES[kind]}: ${description || "no description"}`),
  };
}

type DrawnKind = Extract<LostKind, "image" | "chart" | "shape" | "object">;

const NAMES: Readonly<Record<DrawnKind, string>> = {
  image: "Image",
  chart: "Chart or diagram",
  shape: "Shape",
  object: "Embedded object",
};

function kindOf(drawing: Element): DrawnKind {
  if (drawing.name === "w:object") return "object";
  const what = findInside(drawing, "a:graphicData")?.attributes.uri ?? "";
  if (/\/picture$/.test(what) || findInside(drawing, "v:imagedata")) return "image";
  return /\/(chart|chartex|diagram)$/.test(what) ? "chart" : "shape";
}

function boxesIn(drawing: Element): Element[] {
  return elements(drawing).flatMap((child) => {
    if (child.name === "w:txbxContent") return wordsOf(child) ? [child] : [];
    return child.name === "mc:Fallback" ? [] : boxesIn(child);
  });
}
