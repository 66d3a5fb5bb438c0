import type { CheckOptions, Format } from "./arguments";
import { asGithub } from "./as-github";
import { asJson } from "./as-json";
import { asMarkdown } from "./as-markdown";
import { asSarif } from "./as-sarif";
import { asText, type Look } from "./as-text";
import type { Checked } from "./checked";
import { blocksAsText, factsAsText, levelsAsText } from "./reading-as-text";

/** Turns what was read into what was asked for. A new thing to print is a new line here. */
export function print(checked: readonly Checked[], { print, format }: CheckOptions): string {
  switch (print) {
    case "findings":
      return FINDINGS[format](checked);
    case "facts":
      return factsAsText(checked);
    case "levels":
      return levelsAsText(checked);
    case "blocks":
      return blocksAsText(checked);
  }
}

/** A new way to write findings is a new line here. */
const FINDINGS: Readonly<Record<Format, (checked: readonly Checked[]) => string>> = {
  text: (checked) => asText(checked, look()),
  json: asJson,
  markdown: asMarkdown,
  sarif: asSarif,
  github: asGithub,
};

/** Colours are for people at a terminal who haven't said that they want none. */
function look(): Look {
  const { isTTY, columns } = process.stdout;
  return { colour: isTTY === true && !process.env.NO_COLOR, width: isTTY && columns > 40 ? columns : 100 };
}
