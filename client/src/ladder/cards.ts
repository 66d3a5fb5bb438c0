import type { PlanMissing, PlanView } from "../plan-view";
import { disc, type Numbered } from "./rungs";
import { type Drawn, element, inColumns, leadingTo, MARGIN, NOTHING, type Pen, paragraph, stacked } from "./shapes";
import {
  claimInWords,
  decidesInWords,
  distance,
  distanceInWords,
  nothingMissing,
  showsInWords,
  suppliesInWords,
} from "./telling";

const INDENT = 36;
const NAME = { size: 13, bold: true, class: "ink" };
const LINE = { size: 12, class: "ink" };
const QUIET = { size: 11.5, class: "quiet" };

/** Each activity by its number: what it is called, what is claimed and shown, who decides, and what is given. */
export function activityCards(y: number, { activities, dates }: PlanView, pen: Pen): Drawn {
  const numbered = activities.map((activity, index) => ({ activity, number: index + 1 }));
  return inColumns(y, numbered, pen, (item, x, top, width) => activityCard(item, dates, x, top, width, pen));
}

function activityCard(
  { activity, number }: Numbered,
  dates: PlanView["dates"],
  x: number,
  y: number,
  width: number,
  pen: Pen,
): Drawn {
  const { say } = pen;
  const room = width - INDENT;
  const levels = [claimInWords(activity, say), showsInWords(activity, say)].join(" ");
  const part = (text: string, style: typeof QUIET, most?: number) => (top: number) =>
    text ? paragraph(x + INDENT, top, room, text, style, most) : NOTHING;
  const text = stacked(y + 8, [
    part(activity.name, NAME, 2),
    part(levels, LINE),
    part(distance(activity) === 0 ? "" : distanceInWords(activity, say), { ...LINE, ...{ bold: true } }),
    part(decidesInWords(activity, dates, say), LINE),
    ...suppliesInWords(activity, say).map((supplies) => part(supplies, QUIET)),
  ]);
  const inside = disc(x + 14, y + 20, String(number)) + text.svg;
  return box(x, y, width, text.height, inside, [activity.range], pen);
}

/** What isn't in the plan yet, each with a ring that waits to be filled. */
export function missingCards(y: number, view: PlanView, pen: Pen): Drawn {
  const { missing } = view;
  if (missing.length === 0) return paragraph(MARGIN, y, pen.width - 2 * MARGIN, nothingMissing(view, pen.say), LINE);
  return inColumns(y, missing, pen, (item, x, top, width) => missingCard(item, x, top, width, pen));
}

function missingCard({ title, message, range }: PlanMissing, x: number, y: number, width: number, pen: Pen): Drawn {
  const room = width - INDENT;
  const text = stacked(y + 8, [
    (top) => paragraph(x + INDENT, top, room, title, NAME),
    (top) => paragraph(x + INDENT, top, room, message, QUIET),
  ]);
  const ring = element("circle", { cx: x + 14, cy: y + 19, r: 9, class: "missing" });
  return box(x, y, width, text.height, ring + text.svg, [range], pen);
}

type Ranges = Parameters<typeof leadingTo>[0];

function box(x: number, y: number, width: number, height: number, inside: string, ranges: Ranges, pen: Pen): Drawn {
  const frame = element("rect", { x: x - 6, y, width: width + 12, height: height + 16, rx: 6, class: "card" });
  return { svg: leadingTo(ranges, frame + inside, pen), height: height + 24 };
}
