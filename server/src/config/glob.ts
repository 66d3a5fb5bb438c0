/**
 * Matches paths against patterns: `*` is anything within a name, `?` one character, `**` any folders. A pattern without
 * a slash matches in every folder, and one that names a folder matches all within it. The work is bounded by the length
 * of the pattern times that of the path, which regular expressions can't promise.
 */
export function matches(pattern: string, path: string): boolean {
  // As in every other path that a configuration names, slashes may be of either kind.
  const slashed = pattern.replaceAll("\\", "/");
  const anchored = slashed.replace(/^\.?\//, "").replace(/\/$/, "/**");
  const names = anchored.split("/");
  if (!slashed.replace(/\/$/, "").includes("/")) names.unshift("**");
  return matchParts(names, path.split("/"), "**", matchName);
}

/** What other programs read in a pattern and this one doesn't would match nothing, and nobody would know why. */
export function faultOfPattern(pattern: string): string | undefined {
  if (/\{[^}]*,/.test(pattern)) return "Braces don’t give a choice in a pattern. Write a pattern for each, in a list.";
  if (pattern.startsWith("!")) return "A pattern can’t begin with !. Put it under `exclude`, without the !.";
  if (/^(?:\.\.[\\/]|[a-z]:|[\\/]{2})/i.test(pattern))
    return "A pattern is seen from this file’s folder and can’t leave it. Put it in the file of the folder meant.";
  return undefined;
}

function matchName(pattern: string, name: string): boolean {
  return matchParts([...pattern], [...name], "*", (unit, other) => unit === "?" || unit === other);
}

/** Goes through both lists; at a mismatch only the last wildcard is tried again, one part further on. */
function matchParts(
  pattern: readonly string[],
  parts: readonly string[],
  wild: string,
  same: (pattern: string, part: string) => boolean,
): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let part = 0; part < parts.length; ) {
    if (pattern[at] === wild) {
      star = at;
      at += 1;
      resume = part;
    } else if (at < pattern.length && same(pattern[at]!, parts[part]!)) {
      at += 1;
      part += 1;
    } else if (at === pattern.length && wild === "**") {
      // A pattern that names a folder matches what lies within.
      return true;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      part = resume;
    } else return false;
  }
  while (pattern[at] === wild) at += 1;
  return at === pattern.length;
}
