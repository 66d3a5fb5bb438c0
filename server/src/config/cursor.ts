/** Where a cursor stands in a YAML text. Read line by line, since a file that is being written is seldom right YAML. */
export interface Cursor {
  /** The keys around it, outermost first. Items of lists have no name of their own. */
  readonly path: readonly string[];
  /** A comment may say anything. */
  readonly inComment: boolean;
  /** The key whose value is being written; undefined where a key is. */
  readonly key: string | undefined;
  /** The word under the cursor. */
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

const WORD = /[^\s[\]{},"'“”#]/;

export function cursorAt(text: string, offset: number): Cursor {
  const [start, end] = wordAround(text, offset);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(lineStart, start);
  const content = contentOf(before);
  const inComment = /(?:^|\s)#/.test(before);
  const inLine = scan(before.slice(content));
  const above = parentsOf(text.slice(0, lineStart), content);
  return { path: [...above, ...inLine.path], inComment, key: inLine.key, start, end, word: text.slice(start, end) };
}

/** A colon ends a key; within a link it is part of the word. */
function wordAround(text: string, offset: number): [number, number] {
  const inWord = (at: number): boolean => {
    const unit = text[at];
    return unit !== undefined && WORD.test(unit) && !(unit === ":" && !/\S/.test(text[at + 1] ?? " "));
  };
  let start = offset;
  let end = offset;
  while (start > 0 && inWord(start - 1)) start -= 1;
  while (inWord(end)) end += 1;
  return [start, end];
}

/** Where a line's content begins, after its indentation and the dashes of lists. */
function contentOf(line: string): number {
  return /^\s*(?:-\s+)*/.exec(line)![0].length;
}

/** The keys and brackets that a line has opened, up to its end. */
function scan(line: string): { path: string[]; key: string | undefined } {
  const open: { bracket: string; key: string | undefined }[] = [];
  let key: string | undefined;
  for (const [token] of line.matchAll(/"[^"]*"?|'[^']*'?|[[\]{},]|[^\s[\]{},"':]+:?(?=\s|$|[{[])|:(?=\s|$)|\S/g)) {
    if (token === "{" || token === "[") {
      open.push({ bracket: token, key });
      key = token === "[" ? key : undefined;
    } else if (token === "}" || token === "]") key = open.pop()?.key;
    else if (token === ",") {
      const around = open.at(-1);
      key = around?.bracket === "[" ? around.key : undefined;
    } else if (token.length > 1 && token.endsWith(":")) key = token.slice(0, -1).replace(/^["']|["']$/g, "");
  }
  const maps = open.filter(
    ({ bracket, key: name }, i) => name !== undefined && (bracket === "{" || open[i + 1]?.bracket === "{"),
  );
  const names = maps.flatMap(({ key: name }, i) => (name === maps[i - 1]?.key ? [] : [name!]));
  return { path: names, key };
}

/** The keys that the lines above open for content at a column, outermost first. */
function parentsOf(above: string, column: number): string[] {
  const path: string[] = [];
  let within = column;
  for (const line of above.split("\n").reverse()) {
    if (within === 0) break;
    const content = contentOf(line);
    const key = /^["']?([^\s"':#][^"':#]*)["']?:(?:\s|$)/.exec(line.slice(content))?.[1];
    if (key === undefined || content >= within) continue;
    path.unshift(key);
    within = content;
  }
  return path;
}
