import type { Position, Range } from "vscode-languageclient";

/** Reads the places that a part of the page stands for. They are written by `placesOf` where the picture is drawn. */
export function placesAt(element: Element): Range[] {
  return (element.getAttribute("data-at") ?? "")
    .split(" ")
    .filter(Boolean)
    .map((place) => {
      const [startLine, start, endLine, end] = place.split(/[:-]/).map(Number);
      return {
        start: { line: startLine!, character: start! },
        end: { line: endLine!, character: end! },
      };
    });
}

/** Lights what stands for the words under the cursor; where there are none, what stands for words of its line. */
export function light(page: ParentNode, cursor: Position | undefined): void {
  const all = [...page.querySelectorAll("[data-at]")];
  const under = (holds: (range: Range, cursor: Position) => boolean) =>
    new Set(cursor ? all.filter((element) => placesAt(element).some((range) => holds(range, cursor))) : []);
  const exact = under(isIn);
  const lit = exact.size ? exact : under(isBeside);
  for (const element of all) element.classList.toggle("lit", lit.has(element));
}

function isIn({ start, end }: Range, cursor: Position): boolean {
  return !isBefore(cursor, start) && !isBefore(end, cursor);
}

function isBeside({ start, end }: Range, { line }: Position): boolean {
  return start.line <= line && line <= end.line;
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
