import { isMap, isScalar, type Pair, parseDocument } from "yaml";
import type { Edit } from "../engine/finding";
import { configurationFor } from "./config-actions";
import { fileEdit } from "./config-file-edit";
import type { Desk } from "./desk";
import type { ChooseFrameworkParams, ChooseFrameworkResult, FrameworksResult, StatusParams } from "./questions";

export async function frameworksFor(desk: Desk, { uri }: StatusParams): Promise<FrameworksResult> {
  const { resolution } = await desk.configuration.configs.once(uri, desk.documents.textAt(uri) ?? "");
  const frameworks = desk.linter.book().frameworks.map(({ id, title, about }) => ({ id, title, about }));
  return { frameworks, chosen: resolution.settings.framework };
}

/** Writes a framework into the configuration nearest to a document, which is made where there is none. */
export async function chooseFramework(
  desk: Desk,
  { uri, framework }: ChooseFrameworkParams,
): Promise<ChooseFrameworkResult> {
  if (!desk.linter.book().frameworks.some(({ id }) => id === framework))
    return { trouble: desk.say("There is no framework “{0}”. Choose one from the list.", framework) };
  const { configs } = desk.configuration;
  const ground = await configs.once(uri, desk.documents.textAt(uri) ?? "");
  if (ground.resolution.origins.get("framework")?.from === "front matter")
    return {
      trouble: desk.say(
        "The document itself says which framework it is judged by. Change it between the lines of --- at its top.",
      ),
    };
  const file = configurationFor(ground, uri, configs.roots);
  if (!file)
    return { trouble: desk.say("Open the folder that this document is in, so that the choice can be kept there.") };
  return write(desk, file, framework);
}

async function write(desk: Desk, file: string, framework: string): Promise<ChooseFrameworkResult> {
  // An edit of what stood there before would undo what someone has written since.
  desk.configuration.filesChanged([file]);
  await desk.configuration.settled();
  const before = await desk.configuration.configs.textAt(file);
  const { span, text } = withFramework(before ?? "", framework);
  const after = (before ?? "").slice(0, span.start) + text + (before ?? "").slice(span.end);
  const edit = fileEdit(file, before, after, desk.features);
  if (!edit)
    return {
      trouble: desk.say(
        "This editor can't make files. Make one named engagement-lint.yaml with “framework: {0}”.",
        framework,
      ),
    };
  const { applied } = await desk.connection.workspace.applyEdit({ label: desk.say("Choose Framework"), edit });
  return applied
    ? { file }
    : { trouble: desk.say("The editor did not take the change. Save what is open, and choose again.") };
}

const BEGINNING = "# How engagement and consultation plans in this folder are checked.\n";

/** Chooses a framework in a configuration, whose other lines and comments stay as they are. */
export function withFramework(text: string, framework: string): Edit {
  const line = `framework: ${framework}\n`;
  if (text.trim() === "") return { span: { start: 0, end: text.length }, text: BEGINNING + line };
  const root = parseDocument(text).contents;
  const pairs = isMap(root) ? (root.items as Pair[]) : [];
  const known = pairs.find(({ key }) => isScalar(key) && key.value === "framework");
  if (known) return inPlaceOf(known, framework);
  if (isMap(root) && root.flow && root.range) {
    // In braces there are no lines to put one between.
    const start = root.range[0] + 1;
    return { span: { start, end: start }, text: `framework: ${framework}${pairs.length ? ", " : ""}` };
  }
  const first = pairs[0]?.key;
  const start = isScalar(first) && first.range ? first.range[0] : text.length;
  return { span: { start, end: start }, text: start && text[start - 1] !== "\n" ? `\n${line}` : line };
}

function inPlaceOf({ key, value }: Pair, framework: string): Edit {
  if (isScalar(value) && value.range && value.range[1] > value.range[0])
    return { span: { start: value.range[0], end: value.range[1] }, text: framework };
  // “framework:” with nothing behind it.
  const end = (isScalar(key) && key.range?.[1]) || 0;
  return { span: { start: end + 1, end: end + 1 }, text: ` ${framework}` };
}
