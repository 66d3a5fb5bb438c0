import { type Request, readArguments, UsageError } from "./arguments";
import { EXIT } from "./exit";
import { HELP } from "./help";

declare const __VERSION__: string;

/** Everything but the answer to a simple question is loaded only when it is needed, so that those come at once. */
async function run(request: Request): Promise<number> {
  switch (request.kind) {
    case "help":
      process.stdout.write(HELP);
      return EXIT.clean;
    case "version":
      process.stdout.write(`${__VERSION__}\n`);
      return EXIT.clean;
    case "lsp":
      await import("../lsp/node");
      return EXIT.clean;
    case "check": {
      const { check } = await import("./check");
      return check(request);
    }
    case "baseline": {
      const { writeBaseline } = await import("./baseline");
      return writeBaseline(request);
    }
    case "explain": {
      const { explain } = await import("./explain");
      return explain(request);
    }
    case "test": {
      const { testRules } = await import("./test-rules");
      return testRules(request);
    }
    case "init": {
      const { init } = await import("./init");
      return init(request.framework);
    }
  }
}

/** A reader that has seen enough, such as `head`, closes the pipe: that is its right and no fault. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

async function main(): Promise<void> {
  try {
    // The code is set rather than exited with, so that output that is still on its way arrives.
    process.exitCode = await run(readArguments(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`engagement-lint: ${error.message}\n`);
    process.exitCode = EXIT.trouble;
  }
}

void main();
