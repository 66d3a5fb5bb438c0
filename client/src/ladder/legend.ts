import { diamond, disc } from "./rungs";
import { type Drawn, element, MARGIN, type Pen, words } from "./shapes";
import { sign } from "./supply-rows";
import { widthOf } from "./text-width";

interface Entry {
  readonly text: string;
  readonly draw: (x: number, y: number) => string;
}

const FONT = { size: 11.5, class: "quiet" };
const ROW = 24;

export function ladderLegend(y: number, pen: Pen): Drawn {
  const { say } = pen;
  return entries(y, pen, [
    { text: say("what the words claim"), draw: (x, at) => diamond(x, at, 8) },
    { text: say("what the plan shows"), draw: (x, at) => disc(x, at, "", 7.5) },
    { text: say("both on one rung"), draw: (x, at) => diamond(x, at, 10) + disc(x, at, "", 5.5) },
    { text: say("from the claim to what is shown"), draw: arrow },
  ]);
}

export function supplyLegend(y: number, pen: Pen): Drawn {
  const { say } = pen;
  return entries(y, pen, [
    { text: say("in the plan"), draw: (x, at) => sign("given", x, at) },
    { text: say("called for, not found"), draw: (x, at) => sign("lacking", x, at) },
    { text: say("not called for"), draw: (x, at) => sign("not called for", x, at) },
  ]);
}

function arrow(x: number, y: number): string {
  return (
    element("line", { x1: x, x2: x, y1: y - 9, y2: y + 3, class: "way further" }) +
    element("path", { d: `M${x - 4.5} ${y + 2}L${x} ${y + 9}L${x + 4.5} ${y + 2}Z`, class: "tip" })
  );
}

/** Runs on into another line where the picture is narrow. */
function entries(y: number, pen: Pen, all: readonly Entry[]): Drawn {
  let x = MARGIN;
  let middle = y + ROW / 2;
  const svg = all.map(({ text, draw }) => {
    const width = 40 + widthOf(text, FONT);
    if (x > MARGIN && x + width > pen.width - MARGIN + 16) {
      x = MARGIN;
      middle += ROW;
    }
    const drawn = draw(x + 10, middle) + words(x + 25, middle + 4, text, FONT);
    x += width;
    return drawn;
  });
  return { svg: svg.join(""), height: middle + ROW / 2 - y };
}
