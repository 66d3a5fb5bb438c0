/** Something that could not be read. The message goes on after the path and says what would help. */
export interface Trouble {
  readonly path: string;
  readonly message: string;
}

const CURES: Readonly<Record<string, string>> = {
  ENOENT: "is not there. Check the spelling, and the folder that you are in",
  ENOTDIR: "is not there. Check the spelling, and the folder that you are in",
  EACCES: "may not be read by you. Ask its owner for permission",
  EPERM: "may not be read by you. Ask its owner for permission",
  ELOOP: "is a link that leads back to itself. Name the file that it was to lead to",
};

/** Tells of an error of the file system in words that help. */
export function troubleOf(path: string, error: unknown): Trouble {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return {
    path,
    message: CURES[code] ?? `could not be read. ${error instanceof Error ? error.message : String(error)}`,
  };
}
