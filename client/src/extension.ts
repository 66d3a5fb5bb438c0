import { commands, type Disposable, type ExtensionContext, window, workspace } from "vscode";
import { checkDocument } from "./check-document";
import { checkFolderCommands } from "./check-folder";
import { chooseFrameworkCommand } from "./choose-framework";
import { acceptCommand } from "./config-accept";
import { copyCommentCommand } from "./copy-comment";
import { explainConfiguration } from "./explain-configuration";
import { explainRuleCommand } from "./explain-rule";
import { answerFiles } from "./files-of-workspace";
import { findingCommands } from "./finding-commands";
import type { Ground } from "./ground";
import { ladder } from "./ladder/ladder";
import { newPlanCommand } from "./new-plan";
import { participationTree } from "./participation-tree";
import { type MakeClient, Running } from "./running";
import { sayStatus } from "./say-status";
import { Status } from "./status";
import { walkthrough } from "./walkthrough";
import { wordCommands } from "./word";

/** The client's name in the settings too: `engagementLint.trace.server` is read under it. */
export const CLIENT_ID = "engagementLint";
export const CLIENT_NAME = "Engagement Lint";

/** One part of the extension: it registers what it has with the editor and gives back how to end it. */
type Part = (ground: Ground) => Disposable;

/** Each part stands in a file of its own and is named here. */
const PARTS: readonly Part[] = [
  newPlanCommand,
  walkthrough,
  wordCommands,
  checkFolderCommands,
  chooseFrameworkCommand,
  sayStatus,
  explainRuleCommand,
  copyCommentCommand,
  findingCommands,
  ladder,
  participationTree,
  answerFiles,
  acceptCommand,
  explainConfiguration,
];

/** Brings the extension up and gives back how to end it. */
export async function start(context: ExtensionContext, makeClient: MakeClient): Promise<() => Promise<void>> {
  const output = window.createOutputChannel(CLIENT_NAME, { log: true });
  const status = new Status();
  const running = new Running(makeClient, output, status);
  status.asks = (method, params) => running.request(method, params);
  const ground: Ground = { context, running, output, status };
  context.subscriptions.push(
    output,
    status,
    commands.registerCommand("engagementLint.restart", () => running.restart()),
    commands.registerCommand("engagementLint.checkDocument", () => checkDocument(ground)),
    commands.registerCommand("engagementLint.showOutput", () => output.show()),
    workspace.onDidChangeWorkspaceFolders(() => running.selectAgain()),
    ...PARTS.map((part) => part(ground)),
  );
  await running.start();
  return () => running.stop();
}
