import type { PlanView } from "../plan-view";
import { askedTooLate, type Day, dayNumber, daysOf, lastDecision, lateInWords, withoutVagueTwins } from "./calendar";
import { DATE, FLAG_ROOM, type Flag, KIND, lanesOf, plant } from "./flags";
import { type Drawn, element, leadingTo, MARGIN, NOTHING, type Pen, paragraph, words } from "./shapes";
import { widthOf } from "./text-width";

const LANE = 35;
const INSET = 14;

/** Which side of the line: decisions stand above it, all else hangs below. */
type Side = 1 | -1;

/** A line of time: decisions on flags above it, what else happens below, and a hatching over what comes too late. */
export function timeline(y: number, view: PlanView, pen: Pen): Drawn {
  const days = daysOf(view);
  if (days.length === 0) return note(y, pen.say("The plan names no date yet."), pen, false);
  const told = toldOf(days);
  const scale = scaleOf(told, pen);
  const isDecision = ({ kind }: Day) => kind === "decision";
  const above = plant(told.filter(isDecision), scale.at, pen);
  const below = plant(
    told.filter((day) => !isDecision(day)),
    scale.at,
    pen,
  );
  const late = lateInWords(days, pen.say);
  const line = y + lanesOf(above) * LANE + 24;
  const end = line + 24 + lanesOf(below) * LANE;
  const warning = late ? note(end + 4, late, pen, true) : NOTHING;
  const svg =
    tooLate(days, scale, line, pen) +
    element("line", { x1: MARGIN, x2: pen.width - MARGIN, y1: line, y2: line, class: "time" }) +
    ticks(days, scale, line) +
    flags(below, line, 1, pen) +
    flags(above, line, -1, pen) +
    warning.svg;
  return { svg, height: end + warning.height - y + 10 };
}

/** Dates that only stand by get a tick and no words, unless there are no others. */
function toldOf(days: readonly Day[]): readonly Day[] {
  const told = withoutVagueTwins(days.filter(({ kind }) => kind !== "other"));
  return told.length ? told : days;
}

function note(y: number, text: string, pen: Pen, bold: boolean): Drawn {
  return paragraph(MARGIN, y, pen.width - 2 * MARGIN, text, { size: 12, bold, class: "ink" });
}

interface Scale {
  at(iso: string): number;
  holds(iso: string): boolean;
}

/** Reaches over what is told only, so that a grant's end years ahead doesn't squeeze the rest together. */
function scaleOf(told: readonly Day[], pen: Pen): Scale {
  const first = dayNumber(told[0]!.iso);
  const last = dayNumber(told[told.length - 1]!.iso);
  const start = MARGIN + INSET;
  const room = pen.width - MARGIN - FLAG_ROOM - start;
  return {
    at: (iso) => start + (last === first ? 0 : (dayNumber(iso) - first) / (last - first)) * room,
    holds: (iso) => dayNumber(iso) >= first && dayNumber(iso) <= last,
  };
}

function ticks(days: readonly Day[], scale: Scale, line: number): string {
  return days
    .filter(({ iso }) => scale.holds(iso))
    .map(({ iso }) => scale.at(iso))
    .map((x) => element("line", { x1: x, x2: x, y1: line - 5, y2: line + 5, class: "tick-mark" }))
    .join("");
}

/** The poles first: the words lie over them. */
function flags(all: readonly Flag[], line: number, side: Side, pen: Pen): string {
  const top = (lane: number) => (side > 0 ? line + 18 + lane * LANE : line - 16 - (lane + 1) * LANE);
  const pole = ({ x, lane }: Flag) =>
    element("line", { x1: x, x2: x, y1: line, y2: top(lane) + (side > 0 ? LANE - 6 : 4), class: "pole" });
  return all.map(pole).join("") + all.map((flag) => drawFlag(flag, top(flag.lane), line, pen)).join("");
}

function drawFlag({ days, date, kind, x, width }: Flag, top: number, line: number, pen: Pen): string {
  const [day] = days;
  const inside =
    element("rect", { x: x + 1, y: top + 1, width, height: LANE - 5, rx: 4, class: "cloth" }) +
    words(x + 6, top + 13, date, DATE) +
    words(x + 6, top + 27, kind, KIND) +
    markOf(day!, x, line);
  const ranges = days.flatMap((one) => one.ranges);
  return leadingTo(ranges, inside, pen);
}

/** What a day is for shows in its shape too. */
function markOf({ kind }: Day, x: number, y: number): string {
  const outline = (d: string, name: string) => element("path", { d, class: name });
  switch (kind) {
    case "decision":
      return outline(`M${x} ${y - 10}L${x + 10} ${y}L${x} ${y + 10}L${x - 10} ${y}Z`, "decision");
    case "opens":
      return outline(`M${x - 4} ${y - 7}L${x + 7} ${y}L${x - 4} ${y + 7}Z`, "day");
    case "closes":
      return element("rect", { x: x - 5.5, y: y - 5.5, width: 11, height: 11, class: "day" });
    case "feedback":
      return outline(`M${x - 7} ${y - 6}H${x + 7}V${y + 3}H${x}L${x - 4} ${y + 8}V${y + 3}H${x - 7}Z`, "day");
    default:
      return element("circle", { cx: x, cy: y, r: 5.5, class: "day" });
  }
}

function tooLate(days: readonly Day[], scale: Scale, line: number, pen: Pen): string {
  const late = askedTooLate(days);
  if (late.length === 0) return "";
  const x = scale.at(lastDecision(days)!.iso);
  const width = scale.at(late[late.length - 1]!.iso) - x;
  const text = pen.say("after the decision");
  const label = words(x + width / 2, line - 15, text, { ...KIND, anchor: "middle" });
  const hatched = element("rect", { x, y: line - 10, width, height: 20, class: "late" });
  return hatched + (widthOf(text, KIND) + 8 < width ? label : "");
}
