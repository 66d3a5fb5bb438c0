import type { Connection } from "vscode-languageserver";
import type { FileRead, Files } from "../config/world";
import { type FileParams, LIST_FOLDER_REQUEST, READ_FILE_REQUEST } from "./config-requests";

/** For a server that can read nothing: every document is judged by what is built in. */
export const NO_FILES: Files = {
  read: async () => ({ wrong: "missing" }),
  real: async () => undefined,
  list: async () => [],
};

/** Files that the client reads: it alone knows a workspace that lies on no disk. It reads inside the workspace only. */
export function clientFiles(connection: Connection): Files {
  const ask = <T>(method: string, uri: string) => connection.sendRequest<T>(method, { uri } satisfies FileParams);
  const read = async (uri: string): Promise<FileRead> => {
    try {
      return await ask<FileRead>(READ_FILE_REQUEST, uri);
    } catch {
      return { wrong: "missing" };
    }
  };
  const list = (uri: string) => ask<readonly string[]>(LIST_FOLDER_REQUEST, uri).catch(() => []);
  const isThere = async (uri: string) => "text" in (await read(uri)) || (await list(uri)).length > 0;
  return {
    read,
    // The client gives nothing through a symbolic link, so that what it gives lies where it says.
    real: async (uri) => ((await isThere(uri)) ? uri : undefined),
    list,
  };
}

/** What lies on the disk is read there, and the rest by the client. */
export function bySchemes(disk: Files | undefined, others: Files): Files {
  const filesOf = (uri: string) => (disk && uri.startsWith("file:") ? disk : others);
  return {
    read: (uri) => filesOf(uri).read(uri),
    real: (uri) => filesOf(uri).real(uri),
    list: (uri) => filesOf(uri).list(uri),
  };
}
