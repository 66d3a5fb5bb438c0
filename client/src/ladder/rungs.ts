import type { PlanActivity, PlanLevel, PlanView } from "../plan-view";
import { type Drawn, element, leadingTo, litBy, MARGIN, NOTHING, type Pen, standingFor, words } from "./shapes";
import { supplyRows } from "./supply-rows";
import { claimInWords, distance, showsInWords } from "./telling";
import { wrap } from "./text-width";

const RUNG_STEP = 54;
const RADIUS = 13;
const NARROWEST_COLUMN = 42;
const NAMED_COLUMN = 92;
const RAIL = 6;
const NAME = { size: 11.5, class: "quiet", anchor: "middle" } as const;

/** An activity with the number that it goes by all over the picture. */
export interface Numbered {
  readonly activity: PlanActivity;
  readonly number: number;
}

export interface Columns {
  readonly left: number;
  readonly right: number;
  readonly items: readonly Numbered[];
  middleOf(index: number): number;
}

/** Ladders with a column for each activity and, below each, what is given. More than fit side by side get a second. */
export function ladders(y: number, view: PlanView, pen: Pen): Drawn {
  const left = pen.width >= 600 ? 216 : Math.max(128, Math.min(172, pen.width * 0.33));
  const right = pen.width - MARGIN;
  const most = Math.max(1, Math.floor((right - left - 2 * RAIL) / NARROWEST_COLUMN));
  const numbered = view.activities.map((activity, index) => ({ activity, number: index + 1 }));
  let drawn = NOTHING;
  for (let first = 0; first === 0 || first < numbered.length; first += most) {
    const columns = columnsOf(numbered.slice(first, first + most), left, right);
    const one = ladder(y + drawn.height, columns, view, pen);
    drawn = { svg: drawn.svg + one.svg, height: drawn.height + one.height };
  }
  return drawn;
}

function columnsOf(items: readonly Numbered[], left: number, right: number): Columns {
  const width = (right - left) / Math.max(1, items.length);
  return { left, right, items, middleOf: (index) => left + width * (index + 0.5) };
}

function ladder(y: number, columns: Columns, view: PlanView, pen: Pen): Drawn {
  const top = y + 30;
  const levels = [...view.levels].sort((a, b) => b.level - a.level);
  const rungOf = (level: number) => top + RUNG_STEP * levels.findIndex((one) => one.level === level);
  const foot = top + RUNG_STEP * (levels.length - 1) + 26;
  const names = namesBelow(foot + 6, columns, pen);
  const rows = supplyRows(foot + names.height + 12, columns, view, pen);
  const end = foot + names.height + 12 + rows.height;
  const svg =
    rows.shades +
    columns.items.map(({ activity }, index) => stripe(index, activity, columns, y + 4, end, pen)).join("") +
    levels.map((level) => rung(rungOf(level.level), level, columns, pen)).join("") +
    rail(columns.left, y + 6, foot) +
    rail(columns.right - RAIL, y + 6, foot) +
    columns.items.map((item, index) => marks(item, columns.middleOf(index), rungOf, pen)).join("") +
    names.svg +
    rows.svg;
  return { svg, height: end - y + 8 };
}

/** Shows which activity the cursor is in, from the top of the ladder to the last of what is given. */
function stripe(index: number, { range }: PlanActivity, columns: Columns, y: number, end: number, pen: Pen): string {
  const width = Math.min(NAMED_COLUMN, (columns.right - columns.left) / columns.items.length) - 6;
  const x = columns.middleOf(index) - width / 2;
  return litBy([range], element("rect", { x, y, width, height: end - y, rx: 6, class: "stripe" }), pen);
}

function rail(x: number, y: number, end: number): string {
  return element("rect", { x, y, width: RAIL, height: end - y, rx: RAIL / 2, class: "wood" });
}

/** The name stands by the rung; what it means stands below it where there is room. */
function rung(y: number, { name, means }: PlanLevel, { left, right }: Columns, pen: Pen): string {
  const room = left - MARGIN - 14;
  const bold = { size: 13, bold: true, class: "ink" };
  const lines = wrap(name, bold, room, 2);
  const explained = pen.width >= 600 ? wrap(means, { size: 10.5 }, room, 2) : [];
  const first = y + 4.5 - ((lines.length - 1) * 15 + explained.length * 13) / 2;
  return (
    element("line", { x1: left + RAIL, x2: right - RAIL, y1: y, y2: y, class: "rung" }) +
    lines.map((line, index) => words(MARGIN, first + index * 15, line, bold)).join("") +
    explained
      .map((line, index) =>
        words(MARGIN, first + lines.length * 15 + index * 13 - 1, line, { size: 10.5, class: "quiet" }),
      )
      .join("")
  );
}

/** Where the claim stands, where the evidence stands, and the way between them. */
function marks({ activity, number }: Numbered, x: number, rungOf: (level: number) => number, pen: Pen): string {
  const { claimed, evidenced } = activity;
  const shown = rungOf(evidenced.level);
  const said = claimed && rungOf(claimed.level);
  const apart = said !== undefined && said !== shown;
  return (
    (apart ? way(x, said, shown, distance(activity) > 0) : "") +
    (said === undefined ? "" : claimMark(activity, number, x, said, !apart, pen)) +
    evidenceMark(activity, number, x, shown, pen)
  );
}

function way(x: number, from: number, to: number, further: boolean): string {
  const direction = Math.sign(to - from);
  const start = from + direction * (RADIUS + 2);
  const tip = to - direction * (RADIUS + 3);
  const wing = tip - direction * 8;
  return (
    element("line", { x1: x, x2: x, y1: start, y2: wing, class: further ? "way further" : "way" }) +
    element("path", { d: `M${x - 5.5} ${wing}L${x} ${tip}L${x + 5.5} ${wing}Z`, class: "tip" })
  );
}

/** A diamond; where the plan bears the claim out, it frames the disc of the evidence. */
function claimMark(activity: PlanActivity, number: number, x: number, y: number, frames: boolean, pen: Pen): string {
  const label = `${number}. ${activity.name}. ${claimInWords(activity, pen.say)}`;
  return standingFor(
    activity.claimed!.because.map(({ range }) => range),
    label,
    diamond(x, y, frames ? 22 : 15),
    pen,
  );
}

export function diamond(x: number, y: number, reach: number): string {
  return element("path", {
    d: `M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}Z`,
    class: "claim",
  });
}

function evidenceMark(activity: PlanActivity, number: number, x: number, y: number, pen: Pen): string {
  const label = `${number}. ${activity.name}. ${showsInWords(activity, pen.say)}`;
  const because = activity.evidenced.because.map(({ range }) => range);
  return standingFor(because.length ? because : [activity.range], label, disc(x, y, String(number)), pen);
}

export function disc(x: number, y: number, number: string, radius = RADIUS): string {
  const text = words(x, y + radius * 0.34, number, {
    size: radius * 0.95,
    bold: true,
    class: "number",
    anchor: "middle",
  });
  return element("circle", { cx: x, cy: y, r: radius, class: "evidence" }) + text;
}

/** What the activities are called, where the columns are wide enough to say it. */
function namesBelow(y: number, columns: Columns, pen: Pen): Drawn {
  if (columns.items.length === 0) return NOTHING;
  const width = (columns.right - columns.left) / columns.items.length;
  if (width < NAMED_COLUMN) return NOTHING;
  const wrapped = columns.items.map(({ activity }) => wrap(activity.name, NAME, width - 14, 3));
  const svg = wrapped
    .map((lines, index) => nameOf(lines, columns.middleOf(index), y, columns.items[index]!, pen))
    .join("");
  return { svg, height: Math.max(...wrapped.map((lines) => lines.length)) * 15 + 8 };
}

function nameOf(lines: readonly string[], x: number, y: number, { activity }: Numbered, pen: Pen): string {
  const written = lines.map((line, index) => words(x, y + 12 + index * 15, line, NAME)).join("");
  return leadingTo([activity.range], written, pen);
}
