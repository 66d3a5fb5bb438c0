import type { CheckOptions } from "./arguments";
import { asJson } from "./as-json";
import { asText, type Look } from "./as-text";
import type { Checked } from "./checked";
import { blocksAsText, factsAsText, levelsAsText } from "./reading-as-text";

/** Turns what was read into what was asked for. A new thing to print is a new line here. */
export function print(checked: readonly Checked[], { print, format }: CheckOptions): string {
  switch (print) {
    case "findings":
      return format === "json" ? asJson(checked) : asText(checked, look());
    case "facts":
      return factsAsText(checked);
    case "levels":
      return levelsAsText(checked);
    case "blocks":
      return blocksAsText(checked);
  }
}

/** Colours are for people at a terminal who haven't said that they want none. */
function look(): Look {
  const { isTTY, columns } = process.stdout;
  return { colour: isTTY === true && !process.env.NO_COLOR, width: isTTY && columns > 40 ? columns : 100 };
}
