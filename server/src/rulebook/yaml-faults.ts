import type { YAMLError } from "yaml";

/** Says in plain words what is wrong with a text as YAML, and what to do; the library speaks to those who know YAML. */
export function plainFault({ code, message }: Pick<YAMLError, "code" | "message">): string {
  if (code === "MISSING_CHAR" && /closing ['"]quote/.test(message))
    return "A quotation mark is opened and never closed. Close it, or take it away.";
  if (code === "BAD_SCALAR_START") {
    const [, mark] = /character (\S)/.exec(message) ?? [];
    return mark ? `A value can’t begin with ${mark}. Put double quotes around the whole value.` : UNREADABLE;
  }
  return SAID[code] ?? UNREADABLE;
}

const UNREADABLE = "This can’t be read as YAML. Check the indentation, the colons and the quotes here.";
const COLON = "A second colon stands here. Put quotes around the value, or check how far the line is indented.";
const INDENT = "This line is indented by more or less than its neighbours. Line it up with them.";

const SAID: Partial<Record<YAMLError["code"], string>> = {
  TAB_AS_INDENT: "A tab stands at the beginning of the line. Indent with spaces, two for each step.",
  BAD_INDENT: INDENT,
  BLOCK_AS_IMPLICIT_KEY: COLON,
  MULTILINE_IMPLICIT_KEY: "The line can’t be read as `key: value`. Check the colon, and how far the line is indented.",
  BAD_DQ_ESCAPE: "A backslash in double quotes means something else. Write paths with / instead.",
  MULTIPLE_DOCS: "A second document begins here, after `---`. Keep one in each file.",
  BAD_ALIAS: "A value that begins with * or & needs double quotes around it.",
};
