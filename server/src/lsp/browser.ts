import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { builtInLinter } from "./linter";
import { serve } from "./server";

// This runs in a worker, whose global object is its end of the channel to the page. Its type belongs to the browser's
// library, which the rest of the server must not see.
const worker = globalThis as never;
serve(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)), builtInLinter());
