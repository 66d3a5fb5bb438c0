import { comparable, isWithin, join, nameOf, upwards } from "./uri";
import type { Files } from "./world";

/** The folders that a file may name others in: the workspace for a team's own, the package for one of a pack. */
export interface Reach {
  readonly folders: readonly string[];
  /** “the workspace” or “its package”. */
  readonly called: string;
}

export type Found = { readonly uri: string } | { readonly wrong: string };

/** Finds a file or folder by a relative path. What lies outside is refused, symbolic links being followed first. */
export async function findPath(path: string, folder: string, reach: Reach, files: Files): Promise<Found> {
  const shown = path.length > 80 ? `${path.slice(0, 80)}…` : path;
  if (/^(?:[\\/]|[a-z][a-z0-9+.-]*:)/i.test(path))
    return { wrong: `“${shown}” is an absolute path. Write it as seen from this file.` };
  const uri = join(folder, path);
  const outside = {
    wrong: `“${shown}” lies outside ${reach.called} and is not read. Move it inside, or make it a package.`,
  };
  if (climbsOut(path, folder) || !reach.folders.some((one) => isWithin(uri, one))) return outside;
  const real = await files.real(uri);
  if (real === undefined) return { wrong: `“${shown}” is not there. Check the path, which is seen from this file.` };
  return (await isInReach(real, reach, files)) ? { uri } : outside;
}

/** A path that goes above the top of everything would otherwise come back in from there. */
function climbsOut(path: string, folder: string): boolean {
  let depth = upwards(folder).length;
  for (const name of path.split(/[\\/]/)) {
    if (name === "..") depth -= 1;
    else if (name !== "" && name !== ".") depth += 1;
    if (depth < 1) return true;
  }
  return false;
}

/** Whether a place lies in reach, both being followed through symbolic links. */
export async function isInReach(real: string, { folders }: Reach, files: Files): Promise<boolean> {
  for (const folder of folders) if (isWithin(real, (await files.real(folder)) ?? folder)) return true;
  return false;
}

const PACKAGE = /^((?:@[\w.-]+\/)?[\w-][\w.-]*)(?:\/([\w./-]+))?$/i;

export interface Pack {
  /** Its folder, after symbolic links. */
  readonly folder: string;
  readonly path: string;
}

/** Places that were looked at in vain are told to `looked`: a package may be installed there later. */
export async function findPack(
  name: string,
  from: string,
  reach: Reach,
  files: Files,
  looked: (uri: string) => void,
): Promise<Pack | { readonly wrong: string }> {
  const match = PACKAGE.exec(name);
  if (!match || name.split("/").includes(".."))
    return {
      wrong: `“${name.slice(0, 80)}” is no framework, relative path or package. A path begins with “./” or “../”.`,
    };
  const [, packageName, path] = match;
  for (const folder of upwards(from)) {
    if (nameOf(folder) === "node_modules") continue;
    const candidate = join(folder, `node_modules/${packageName}`);
    looked(join(candidate, "package.json"));
    const real = await files.real(candidate);
    if (real === undefined) continue;
    const installed = comparable(real).includes("/node_modules/") || (await isInReach(real, reach, files));
    if (!installed)
      return {
        wrong: `The package “${packageName}” is a link to a folder outside the workspace and is not read. Install it.`,
      };
    return packAt(real, path, files);
  }
  return { wrong: `The package “${packageName}” is not installed. Run \`npm install --save-dev ${packageName}\`.` };
}

/** A pack names its configuration in `package.json` under `engagementLint`, or has one by the usual name. */
export async function packAt(folder: string, path: string | undefined, files: Files): Promise<Pack> {
  if (path) return { folder, path: /\.ya?ml$/.test(path) ? path : `${path}.yaml` };
  const manifest = await files.read(join(folder, "package.json"));
  return { folder, path: ("text" in manifest ? entryIn(manifest.text) : undefined) ?? "engagement-lint.yaml" };
}

function entryIn(manifest: string): string | undefined {
  try {
    const entry: unknown = JSON.parse(manifest)?.engagementLint;
    return typeof entry === "string" && entry !== "" ? entry : undefined;
  } catch {
    return undefined;
  }
}

/**
 * How far up configurations are looked for: the root of the repository that the document stands in, so that the answer
 * doesn't hang on what happens to be open; without one, the workspace's folder; for a loose file, its own folder.
 */
export async function boundaryOf(folder: string, roots: readonly string[], files: Files): Promise<string> {
  for (const one of upwards(folder)) {
    if ((await files.real(join(one, ".git"))) !== undefined) return one;
  }
  const open = roots.map((root) => root.replace(/\/+$/, "")).filter((root) => isWithin(folder, root));
  return open.sort((a, b) => b.length - a.length)[0] ?? folder;
}
