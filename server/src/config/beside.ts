import { type Entries, pathFrom, readBaseline } from "./baseline-file";
import type { Problem } from "./problem";
import type { Located, Resolution } from "./resolution";
import { NO_SIDE_FILE, readSideFile, type SideFile, sideFileOf } from "./side-file";
import { folderOf, isWithin, nameOf } from "./uri";
import type { FileRead, Files } from "./world";

/** What lies beside a document and bears on which of its findings are told: its side file and the team's baseline. */
export interface Beside {
  readonly side: SideFile;
  /** The document's own part of the baseline; empty where the baseline has none, undefined where there is no baseline. */
  readonly baseline?: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** Files whose change or appearance may change this answer. */
  readonly watch: readonly string[];
}

export const NOTHING_BESIDE: Beside = { side: NO_SIDE_FILE, problems: [], watch: [] };

/** Reads what lies beside a document. */
export async function besideOf(documentUri: string, resolution: Resolution, files: Files): Promise<Beside> {
  const sideUri = sideFileOf(documentUri);
  const [side, known] = await Promise.all([
    sideAt(sideUri, resolution.boundary, files),
    resolution.baseline && baselineAt(resolution.baseline, resolution.boundary, files),
  ]);
  const watch = resolution.baseline ? [sideUri, resolution.baseline.uri] : [sideUri];
  if (!known) return { side, problems: side.problems, watch };
  if ("message" in known) return { side, problems: [...side.problems, known], watch };
  const prints = known.get(pathFrom(folderOf(resolution.baseline!.uri), documentUri));
  const baseline = new Set(prints?.keys() ?? []);
  return { side, baseline, problems: side.problems, watch };
}

async function sideAt(uri: string, boundary: string, files: Files): Promise<SideFile> {
  const read = await files.read(uri);
  if ("wrong" in read && read.wrong === "missing") return NO_SIDE_FILE;
  if (!(await staysInside(uri, boundary, files)))
    return {
      entries: [],
      problems: [whole(uri, "It leads out of the workspace and is not read. Put the file itself here.")],
    };
  if ("wrong" in read) return { entries: [], problems: [whole(uri, `It is ${read.wrong}. ${SHORTER}`)] };
  return readSideFile(read.text, uri);
}

const SHORTER = "Write it as a short YAML file.";

function whole(file: string, message: string): Problem {
  return { file, line: 1, column: 1, message };
}

/** One baseline serves every document of a team: it is parsed once for as long as its text is kept. */
const parsed = new WeakMap<FileRead, Entries | string>();

/** Said where the baseline is named: without it every old finding would seem new, or every new one old. */
async function baselineAt(named: Located, boundary: string, files: Files): Promise<Entries | Problem> {
  const { uri, from, line } = named;
  const problem = (message: string): Problem => ({ file: from, line, column: 1, message });
  const read = await files.read(uri);
  const name = nameOf(uri);
  if (isMissing(read))
    return problem(`There is no baseline “${name}”. Write it with “engagement-lint baseline”, or take this line out.`);
  if (!(await staysInside(uri, boundary, files)))
    return problem(`The baseline “${name}” leads out of the workspace and is not read. Keep it inside.`);
  if ("wrong" in read)
    return problem(`The baseline “${name}” is ${read.wrong}. Write it anew with “engagement-lint baseline”.`);
  const known = parsed.get(read) ?? readBaseline(read.text);
  parsed.set(read, known);
  return typeof known === "string"
    ? problem(`The baseline “${name}” ${known}. Write it anew with “engagement-lint baseline”.`)
    : known;
}

function isMissing(read: FileRead): boolean {
  return "wrong" in read && read.wrong === "missing";
}

/** Symbolic links are followed before it is asked where a file lies. */
async function staysInside(uri: string, boundary: string, files: Files): Promise<boolean> {
  const [real, realBoundary] = await Promise.all([files.real(uri), files.real(boundary)]);
  return real !== undefined && isWithin(real, realBoundary ?? boundary);
}
