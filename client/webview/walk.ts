/** Walking through the picture with the keyboard: one part of it can be reached with Tab, the arrows lead to the rest. */

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

export function stops(picture: HTMLElement): SVGGElement[] {
  return [...picture.querySelectorAll<SVGGElement>("g.go")];
}

/** Makes one part the one that Tab reaches. */
export function stopAt(picture: HTMLElement, index: number): SVGGElement | undefined {
  const all = stops(picture);
  const chosen = all[Math.min(index, all.length - 1)];
  for (const stop of all) stop.setAttribute("tabindex", stop === chosen ? "0" : "-1");
  return chosen;
}

/** The number of the part that Tab reaches. */
export function stoppedAt(picture: HTMLElement): number {
  return Math.max(
    0,
    stops(picture).findIndex((stop) => stop.getAttribute("tabindex") === "0"),
  );
}

/** Goes on as the key says; false for a key that leads nowhere. */
export function step(picture: HTMLElement, key: string): boolean {
  const next = STEPS[key]?.(stoppedAt(picture), stops(picture).length - 1);
  if (next === undefined) return false;
  stopAt(picture, next)?.focus();
  return true;
}
