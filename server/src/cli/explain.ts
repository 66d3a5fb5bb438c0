import { statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { explanationOf } from "../config/explain";
import { analyse } from "../engine/analyse";
import type { Standing } from "../engine/plan/plan";
import { standingOf } from "../engine/suppress/complete";
import { type ExplainOptions, UsageError } from "./arguments";
import { Configuration, type Ground } from "./configuration";
import { EXIT } from "./exit";
import { ENDINGS, languageOfFile } from "./language";
import { readText } from "./read-text";
import { type Trouble, tellTroubles, troubleOf } from "./trouble";

/** Prints how one document is judged, and who said so. */
export async function explain(options: ExplainOptions): Promise<number> {
  const [path = ""] = options.paths;
  const language = languageOfFile(path);
  const trouble = troubleAt(path);
  if (trouble) return gaveUp(trouble);
  if (!language) throw new UsageError(`explain needs the path of one document (${ENDINGS.join(", ")}).`);
  const text = await readText(path, path);
  if ("message" in text) return gaveUp(text);
  const configuration = new Configuration(options);
  const uri = pathToFileURL(resolve(path)).href;
  const ground = await configuration.of(uri, text.text);
  const document = analyse({ text: text.text, language }, ground.book);
  const standing = ground.resolution.covered.yes
    ? `${standingSaid(ground, standingOf(document, ground.book))}\n\n`
    : "";
  process.stdout.write(`${explanationOf({ uri, ...ground })}\n${standing}`);
  return configuration.problems.length ? EXIT.trouble : EXIT.clean;
}

function troubleAt(path: string): Trouble | undefined {
  try {
    statSync(path);
    return undefined;
  } catch (error) {
    return troubleOf(path, error);
  }
}

function gaveUp(trouble: Trouble): number {
  tellTroubles([trouble]);
  return EXIT.trouble;
}

const STANDINGS: Readonly<Record<Standing, string>> = {
  yes: "It reads as a plan, so every rule has its say.",
  perhaps: "It may be a plan, so only what stands there in so many words is told of.",
  short: "It is too short to be weighed as a plan, so only what stands there is told of.",
  no: "It doesn't read as a plan, so nothing is told of it. “kind: plan” in its front matter says that it is one.",
};

function standingSaid({ resolution }: Ground, standing: Standing): string {
  return resolution.settings.everything
    ? "It is taken for a plan, as was asked, so every rule has its say."
    : STANDINGS[standing];
}
