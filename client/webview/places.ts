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

/** Lights what stands for words of a sentence. */
export function light(page: ParentNode, sentence: Range | undefined): void {
  for (const element of page.querySelectorAll("[data-at]")) {
    const isLit = sentence !== undefined && placesAt(element).some((range) => overlap(range, sentence));
    element.classList.toggle("lit", isLit);
  }
}

function overlap(a: Range, b: Range): boolean {
  return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
