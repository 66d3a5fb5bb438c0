import type { PlanActivity, PlanView } from "../plan-view";
import type { Columns } from "./rungs";
import { type Drawn, element, MARGIN, NOTHING, type Pen, words } from "./shapes";
import { isDecisionSaid, suppliesIn, supplyInWords } from "./telling";

const ROW = 25;

interface Row {
  readonly name: string;
  answerFor(activity: PlanActivity): Answer;
}

type Answer = "given" | "lacking" | "not called for";

/** Rows, with what lies beneath all else: what lights up a column would be cut into pieces by the shade of every other row. */
export interface DrawnRows extends Drawn {
  readonly shades: string;
}

/** What is given to those who take part: a row for each thing, under the columns of the ladder. */
export function supplyRows(y: number, columns: Columns, view: PlanView, pen: Pen): DrawnRows {
  if (columns.items.length === 0) return { ...NOTHING, shades: "" };
  const rows = rowsOf(view, pen);
  const shades = rows.map((_, index) => (index % 2 === 0 ? shade(y + index * ROW, pen) : "")).join("");
  const svg = rows.map((row, index) => drawRow(y + index * ROW, row, columns)).join("");
  return { shades, svg, height: rows.length * ROW + 4 };
}

function shade(y: number, { width }: Pen): string {
  return element("rect", { x: MARGIN - 8, y, width: width - 2 * MARGIN + 16, height: ROW, rx: 4, class: "shade" });
}

function rowsOf(view: PlanView, pen: Pen): Row[] {
  const supplies = suppliesIn(view).filter((supply) => supply !== "decision-maker");
  return [
    { name: pen.say("Says who decides"), answerFor: (activity) => (isDecisionSaid(activity) ? "given" : "lacking") },
    ...supplies.map((supply) => ({
      name: supplyInWords(supply, pen.say),
      answerFor: (activity: PlanActivity) => answer(activity, supply),
    })),
  ];
}

function answer({ resourced, lacking }: PlanActivity, supply: string): Answer {
  if (resourced.includes(supply)) return "given";
  return lacking.includes(supply) ? "lacking" : "not called for";
}

function drawRow(y: number, row: Row, columns: Columns): string {
  const middle = y + ROW / 2;
  return (
    words(MARGIN, middle + 4.3, row.name, { size: 12, class: "ink" }) +
    columns.items.map(({ activity }, at) => sign(row.answerFor(activity), columns.middleOf(at), middle)).join("")
  );
}

/** A tick, a dash and a dot differ in shape, so that nobody needs to tell colours apart. */
export function sign(answer: Answer, x: number, y: number): string {
  if (answer === "given")
    return element("path", { d: `M${x - 5.5} ${y}L${x - 1.5} ${y + 4.5}L${x + 6} ${y - 5}`, class: "tick" });
  if (answer === "lacking") return element("line", { x1: x - 6, x2: x + 6, y1: y, y2: y, class: "dash" });
  return element("circle", { cx: x, cy: y, r: 1.6, class: "dot" });
}
