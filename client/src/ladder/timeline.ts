import type { PlanView } from "../plan-view";
import { askedTooLate, type Day, dayNumber, daysOf, kindInWords, lastDecision, lateInWords } from "./calendar";
import { type Drawn, element, MARGIN, type Pen, paragraph, standingFor, words } from "./shapes";
import { dayInWords } from "./telling";
import { widthOf } from "./text-width";

const LABEL = 34;
const DATE = { size: 11.5, bold: true, class: "ink", anchor: "middle" } as const;
const KIND = { size: 11, class: "quiet", anchor: "middle" } as const;
const INSET = 26;

interface Label {
  readonly day: Day;
  readonly date: string;
  readonly kind: string;
  /** Where the day stands on the line, and where the middle of its words does. */
  readonly x: number;
  readonly middle: number;
  readonly lane: number;
  readonly half: number;
}

/** A line of time: decisions on flags above it, what else happens below, and a hatching over what comes too late. */
export function timeline(y: number, view: PlanView, pen: Pen): Drawn {
  const days = daysOf(view);
  const told = days.filter(({ kind }) => kind !== "other");
  if (days.length === 0) return note(y, pen.say("The plan names no date yet."), pen);
  const scale = scaleOf(told.length ? told : days, pen);
  const above = labelled(
    told.filter(({ kind }) => kind === "decision"),
    scale,
    pen,
  );
  const below = labelled(
    (told.length ? told : days).filter(({ kind }) => kind !== "decision"),
    scale,
    pen,
  );
  const line = y + lanesOf(above) * LABEL + 26;
  const end = line + 22 + lanesOf(below) * LABEL;
  const late = lateInWords(days, pen.say);
  const warning = late ? note(end + 6, late, pen, true) : { svg: "", height: 0 };
  const svg =
    tooLate(days, scale, line, pen) +
    element("line", { x1: MARGIN, x2: pen.width - MARGIN, y1: line, y2: line, class: "time" }) +
    days
      .filter(({ kind, iso }) => kind === "other" && scale.holds(iso))
      .map(({ iso }) => tick(scale.at(iso), line))
      .join("") +
    [...above].map((label) => pole(label, line, -1)).join("") +
    [...below].map((label) => pole(label, line, 1)).join("") +
    above.map((label) => drawLabel(label, line, -1, pen)).join("") +
    below.map((label) => drawLabel(label, line, 1, pen)).join("") +
    warning.svg;
  return { svg, height: end + warning.height - y + 10 };
}

function note(y: number, text: string, pen: Pen, bold = false): Drawn {
  return paragraph(MARGIN, y, pen.width - 2 * MARGIN, text, { size: 12, bold, class: "ink" });
}

interface Scale {
  at(iso: string): number;
  holds(iso: string): boolean;
}

/** Leaves out dates that only stand by, so that a grant's end years ahead doesn't squeeze the rest together. */
function scaleOf(days: readonly Day[], pen: Pen): Scale {
  const first = dayNumber(days[0]!.iso);
  const last = dayNumber(days[days.length - 1]!.iso);
  const room = pen.width - 2 * (MARGIN + INSET);
  return {
    at: (iso) => MARGIN + INSET + (last === first ? 0.5 : (dayNumber(iso) - first) / (last - first)) * room,
    holds: (iso) => dayNumber(iso) >= first && dayNumber(iso) <= last,
  };
}

/** Gives each label the nearest lane that has room for it. */
function labelled(days: readonly Day[], scale: Scale, pen: Pen): Label[] {
  const ends: number[] = [];
  return days.map((day) => {
    const date = dayInWords(day.iso, pen.say, { approximate: day.approximate, short: true });
    const kind = kindInWords(day, pen.say);
    const half = Math.max(widthOf(date, DATE), widthOf(kind, KIND)) / 2 + 5;
    const x = scale.at(day.iso);
    const middle = Math.min(Math.max(x, MARGIN + half - 5), pen.width - MARGIN - half + 5);
    const free = ends.findIndex((end) => end <= middle - half);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = middle + half;
    return { day, date, kind, x, middle, lane, half };
  });
}

const lanesOf = (labels: readonly Label[]): number => Math.max(0, ...labels.map(({ lane }) => lane + 1));

function tick(x: number, line: number): string {
  return element("line", { x1: x, x2: x, y1: line - 4, y2: line + 4, class: "tick-mark" });
}

function pole({ x, lane }: Label, line: number, side: 1 | -1): string {
  const length = side > 0 ? 20 + lane * LABEL : 16 + lane * LABEL;
  return element("line", { x1: x, x2: x, y1: line, y2: line + side * length, class: "pole" });
}

function drawLabel({ day, date, kind, x, middle, lane, half }: Label, line: number, side: 1 | -1, pen: Pen): string {
  const top = side > 0 ? line + 20 + lane * LABEL : line - 18 - (lane + 1) * LABEL + 2;
  const box = { x: middle - half, y: top, width: 2 * half, height: LABEL - 2, rx: 4, class: "paper" };
  const inside =
    element("rect", box) +
    words(middle, top + 13, date, DATE) +
    words(middle, top + 27, kind, KIND) +
    markOf(day, x, line);
  return standingFor(day.ranges, `${dayInWords(day.iso, pen.say, day)}: ${kind}`, inside, pen);
}

/** What a day is for shows in its shape too. */
function markOf({ kind }: Day, x: number, y: number): string {
  if (kind === "decision")
    return element("path", { d: `M${x} ${y - 9}L${x + 9} ${y}L${x} ${y + 9}L${x - 9} ${y}Z`, class: "decision" });
  if (kind === "opens")
    return element("path", { d: `M${x - 4} ${y - 7}L${x + 7} ${y}L${x - 4} ${y + 7}Z`, class: "day" });
  if (kind === "closes") return element("rect", { x: x - 6, y: y - 6, width: 12, height: 12, class: "day" });
  if (kind === "feedback")
    return element("path", {
      d: `M${x - 7} ${y - 6}H${x + 7}V${y + 3}H${x}L${x - 4} ${y + 8}V${y + 3}H${x - 7}Z`,
      class: "day",
    });
  return element("circle", { cx: x, cy: y, r: 5.5, class: "day" });
}

function tooLate(days: readonly Day[], scale: Scale, line: number, pen: Pen): string {
  const late = askedTooLate(days);
  if (late.length === 0) return "";
  const x = scale.at(lastDecision(days)!.iso);
  const width = scale.at(late[late.length - 1]!.iso) - x;
  const text = pen.say("after the decision");
  const label = widthOf(text, KIND) + 8 < width ? words(x + width / 2, line - 16, text, KIND) : "";
  return element("rect", { x, y: line - 11, width, height: 22, class: "late" }) + label;
}
