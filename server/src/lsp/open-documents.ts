import { type Connection, TextDocuments } from "vscode-languageserver";
import { type Range, TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import { comparable } from "../config/uri";

/** The documents that the client has open, in their newest versions. */
export class OpenDocuments {
  private readonly documents = new TextDocuments({ create: TextDocument.create, update });
  onChanged: (uri: string) => void = () => {};
  onSaved: (uri: string) => void = () => {};
  onOpened: (uri: string) => void = () => {};
  onClosed: (uri: string) => void = () => {};
  /** A document is open again that was open before. */
  onReopened: (uri: string) => void = () => {};
  private readonly closed = new Set<string>();

  constructor(connection: Connection) {
    this.documents.onDidChangeContent(({ document }) => this.onChanged(document.uri));
    this.documents.onDidSave(({ document }) => this.onSaved(document.uri));
    this.documents.onDidOpen(({ document }) => {
      this.onOpened(document.uri);
      if (this.closed.delete(document.uri)) this.onReopened(document.uri);
    });
    this.documents.onDidClose(({ document }) => {
      this.closed.add(document.uri);
      this.onClosed(document.uri);
    });
    this.documents.listen(connection);
  }

  get(uri: string): TextDocument | undefined {
    return this.documents.get(uri);
  }

  /** The text of a document, however its place is written. */
  textAt(uri: string): string | undefined {
    const place = comparable(uri);
    const open = this.documents.get(uri) ?? this.documents.all().find((one) => comparable(one.uri) === place);
    return open?.getText();
  }

  uris(): string[] {
    return this.documents.keys();
  }
}

/**
 * Applies edits after bringing their ranges inside the text. Some clients end a range on the line after the last, which
 * the protocol allows and which would make the table of lines go wrong.
 */
function update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument {
  for (const change of changes) {
    const inside = "range" in change ? { text: change.text, range: inRange(document, change.range) } : change;
    TextDocument.update(document, [inside], version);
  }
  return document;
}

function inRange(document: TextDocument, range: Range): Range {
  const place = (offset: number) => document.positionAt(offset);
  return { start: place(document.offsetAt(range.start)), end: place(document.offsetAt(range.end)) };
}
