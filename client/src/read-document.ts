import { FileType, l10n, type Uri, workspace } from "vscode";

/** The language of a document that is not open, by its ending; Word documents have none. */
const LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/\.(md|markdown)$/i, "markdown"],
  [/\.txt$/i, "plaintext"],
  [/\.html?$/i, "html"],
];

const MEBIBYTE = 1024 * 1024;
const LARGEST = 16 * MEBIBYTE;

export type ReadDocument = { readonly languageId: string; readonly text: string } | { readonly notRead: string };

/** Reads a document that is not open, or says why it is not read. */
export async function readDocument(uri: Uri): Promise<ReadDocument> {
  const languageId = LANGUAGES.find(([ending]) => ending.test(uri.path))?.[1];
  if (!languageId) return { notRead: l10n.t("It is a Word document. Open it as a plan, and its text can be checked.") };
  try {
    const { size, type } = await workspace.fs.stat(uri);
    if (type & FileType.Directory) return { notRead: l10n.t("It is a folder.") };
    if (size > LARGEST)
      return { notRead: l10n.t("It is larger than {0} MiB. Split it into its chapters.", LARGEST / MEBIBYTE) };
    const text = decode(await workspace.fs.readFile(uri));
    return text === undefined ? { notRead: l10n.t("It is not text.") } : { languageId, text };
  } catch (error) {
    return { notRead: l10n.t("It could not be read. {0}", error instanceof Error ? error.message : String(error)) };
  }
}

/** As the command line decodes: what is not UTF-8 is taken for what Windows wrote before. */
function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
