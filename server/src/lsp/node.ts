import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { builtInLinter } from "./linter";
import { serve } from "./server";

/** A client that said `shutdown` and then forgets to say `exit` would leave this process behind. */
const GRACE_MS = 5000;

const TRANSPORT = /^--(?:stdio|node-ipc|(?:socket|pipe)(?:=|$))/;
if (!process.argv.some((argument) => TRANSPORT.test(argument))) process.argv.push("--stdio");

// The connection ends this process when its input ends, at `exit`, and when the client's process has gone.
const connection = createConnection(ProposedFeatures.all);
serve(connection, builtInLinter(), {
  afterShutdown: () => {
    setTimeout(() => process.exit(0), GRACE_MS);
  },
});
