import { CONSENSUS } from "../engine/judge/settings";
import { NOTHING_EXTRA, type Resolution } from "./resolution";
import { folderOf } from "./uri";
import type { Files } from "./world";

export interface Place {
  readonly files: Files;
  /** The URIs of the workspace's folders; for the command line, the folder that it was started in. */
  readonly roots: readonly string[];
  /** The front matter of the document, without its fences; it may choose a framework and a context. */
  readonly frontMatter?: string;
}

/** Finds out how a document is to be judged. The same for editor, command line and CI. */
export async function resolve(documentUri: string, place: Place): Promise<Resolution> {
  return {
    files: [],
    settings: CONSENSUS,
    origins: new Map(),
    covered: { yes: true, because: "No configuration says otherwise." },
    hasConfiguration: false,
    problems: [],
    extra: NOTHING_EXTRA,
    boundary: place.roots[0] ?? folderOf(documentUri),
    watch: [],
  };
}
