/** Paths are taken apart and put together as URIs, since not every workspace lies on a disk. */

/** The folder that a file or folder lies in, without a slash at its end; the root's is the root itself. */
export function folderOf(uri: string): string {
  const { base, names } = parts(uri);
  return (
    base +
    names
      .slice(0, -1)
      .map((name) => `/${name}`)
      .join("")
  );
}

export function nameOf(uri: string): string {
  return plain(parts(uri).names.at(-1) ?? "");
}

/** A relative path, written with slashes of either kind, seen from a folder. */
export function join(folder: string, path: string): string {
  const { base, names } = parts(folder);
  const joined = [...names];
  for (const name of path.split(/[\\/]/)) {
    if (name === "" || name === ".") continue;
    if (name === "..") joined.pop();
    else joined.push(encodeURIComponent(name).replace(/%40/g, "@"));
  }
  return base + joined.map((name) => `/${name}`).join("");
}

/** Whether a place is a folder or lies in it, however the two are written. */
export function isWithin(uri: string, folder: string): boolean {
  const inner = comparable(uri);
  const outer = comparable(folder);
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** The path of a place within a folder, with slashes; undefined where it lies elsewhere. */
export function pathWithin(uri: string, folder: string): string | undefined {
  return isWithin(uri, folder) ? comparable(uri).slice(comparable(folder).length + 1) : undefined;
}

/** A folder and every one above it, innermost first. */
export function upwards(folder: string): string[] {
  const folders = [folder.replace(/\/+$/, "")];
  for (;;) {
    const next = folderOf(folders.at(-1)!);
    if (next === folders.at(-1)) return folders;
    folders.push(next);
  }
}

/** A document that was never saved lies nowhere. */
export function liesSomewhere(uri: string): boolean {
  return !/^untitled:/.test(uri) && /^[a-z][a-z0-9+.-]*:\/\//i.test(uri);
}

/** Editors and systems write the same place differently: `C:` and `c%3A`, escaped or not. */
export function comparable(uri: string): string {
  return plain(uri)
    .replace(/\/+$/, "")
    .replace(/^(file:\/\/\/)([A-Z]):/, (_, scheme: string, drive: string) => `${scheme}${drive.toLowerCase()}:`);
}

function parts(uri: string): { base: string; names: string[] } {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*|[a-z][a-z0-9+.-]*:)?([^?#]*)/i.exec(uri)!;
  return { base: match[1] ?? "", names: match[2]!.split("/").filter((name) => name !== "") };
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
