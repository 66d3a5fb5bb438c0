import type { PlanView } from "../plan-view";
import { activityCards, missingCards } from "./cards";
import { ladderLegend, supplyLegend } from "./legend";
import { ladders } from "./rungs";
import { type Say, sayIn } from "./say";
import { type Drawn, element, escaped, heading, MARGIN, NOTHING, type Pen, paragraph, stacked } from "./shapes";
import { nameOf, summary } from "./telling";
import { timeline } from "./timeline";

export interface Drawing {
  readonly width?: number;
  /** Places can be gone to: so beside the text. A picture that was saved leads nowhere. */
  readonly links?: boolean;
  readonly say?: Say;
  /** What is written into the picture, for one that stands by itself. */
  readonly style?: string;
}

export const USUAL_WIDTH = 760;
const NARROWEST = 340;

/** Draws a plan at a glance. The same plan at the same width comes out the same, letter by letter. */
export function ladderSvg(
  view: PlanView,
  { width = USUAL_WIDTH, links = false, say = sayIn(), style }: Drawing = {},
): string {
  const pen: Pen = { width: Math.max(NARROWEST, Math.round(width)), links, say };
  const drawn = stacked(0, [(y) => head(y, view, pen), ...(view.isPlan ? parts(view, pen) : [])]);
  const height = Math.ceil(drawn.height + MARGIN);
  const shape = { width: pen.width, height, viewBox: `0 0 ${pen.width} ${height}` };
  const named = { role: links ? "graphics-document" : "img", "aria-labelledby": "ladder-title ladder-summary" };
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", ...shape, ...named, class: "ladder" },
    element("title", { id: "ladder-title" }, escaped(say("{0} at a glance", nameOf(view)))) +
      element("desc", { id: "ladder-summary" }, escaped(summary(view, say))) +
      (style ? element("style", {}, style) : "") +
      HATCHING +
      element("rect", { width: pen.width, height, class: "paper" }) +
      drawn.svg,
  );
}

const HATCHING = element(
  "defs",
  {},
  element(
    "pattern",
    { id: "hatching", width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    element("line", { x1: 0, x2: 0, y1: 0, y2: 7, class: "hatch" }),
  ),
);

function parts(view: PlanView, pen: Pen): ((y: number) => Drawn)[] {
  const { say } = pen;
  const some = view.activities.length > 0;
  return [
    (y) => (some ? ladderLegend(y, pen) : NOTHING),
    (y) => ladders(y, view, pen),
    (y) => (some ? supplyLegend(y, pen) : NOTHING),
    (y) => (some ? heading(y, say("What people take part in"), pen) : NOTHING),
    (y) => activityCards(y, view, pen),
    (y) => heading(y, say("When, and when it is decided"), pen),
    (y) => timeline(y, view, pen),
    (y) => heading(y, say("Not yet in this plan"), pen),
    (y) => missingCards(y, view, pen),
  ];
}

function head(y: number, view: PlanView, pen: Pen): Drawn {
  const width = pen.width - 2 * MARGIN;
  const framework = pen.say("Framework: {0}", view.framework.title);
  const drawn = stacked(y + 18, [
    (top) => paragraph(MARGIN, top, width, nameOf(view), { size: 20, bold: true, class: "ink" }, 2),
    (top) => paragraph(MARGIN, top + 2, width, summary(view, pen.say), { size: 13.5, class: "ink" }),
    (top) => paragraph(MARGIN, top + 4, width, framework, { size: 11.5, class: "quiet" }),
  ]);
  return { svg: drawn.svg, height: drawn.height + 34 };
}
