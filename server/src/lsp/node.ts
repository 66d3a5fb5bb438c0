import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeFiles } from "../files/node-files";
import { builtInLinter } from "./linter";
import { serve } from "./server";

/** A client that said `shutdown` and then forgets to say `exit` would leave this process behind. */
const GRACE_MS = 5000;

const TRANSPORT = /^--(?:stdio|node-ipc|(?:socket|pipe)(?:=|$))/;
if (!process.argv.some((argument) => TRANSPORT.test(argument))) process.argv.push("--stdio");

// The connection ends this process when its input ends, at `exit`, and when the client's process has gone.
const connection = createConnection(ProposedFeatures.all);
serve(connection, builtInLinter(), {
  disk: nodeFiles,
  afterShutdown: () => {
    setTimeout(() => process.exit(0), GRACE_MS);
  },
});
