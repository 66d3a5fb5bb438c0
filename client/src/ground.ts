import type { ExtensionContext, LogOutputChannel } from "vscode";
import type { Running } from "./running";
import type { Status } from "./status";

/** What every part of the extension stands on. */
export interface Ground {
  readonly context: ExtensionContext;
  readonly running: Running;
  readonly output: LogOutputChannel;
  readonly status: Status;
}
