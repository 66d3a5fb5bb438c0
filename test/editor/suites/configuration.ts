import * as vscode from "vscode";
import { equal } from "../expect";
import {
  closeAll,
  eventually,
  fileUri,
  finding,
  findings,
  hoverText,
  noFinding,
  open,
  placeOf,
  quickFixes,
} from "../window";

const CONFIGURATION = "engagement-lint.yaml";
const RULE = "people-first-wording";

suite("the configuration of a team", () => {
  const write = (text: string) => vscode.workspace.fs.writeFile(fileUri(CONFIGURATION), new TextEncoder().encode(text));

  teardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri(CONFIGURATION)).then(undefined, () => {});
  });

  test("is taken in as soon as its file comes, changes and goes", async () => {
    const { document } = await open("plan.md");
    await finding(document, RULE);
    await write(`rules:\n  ${RULE}: off\n`);
    await noFinding(document.uri, RULE);
    await write(`rules:\n  ${RULE}: error\n`);
    const { severity } = await finding(document, RULE);
    equal(severity, vscode.DiagnosticSeverity.Error);
    await vscode.workspace.fs.delete(fileUri(CONFIGURATION));
    await eventually("the rule at its usual weight", () =>
      findings(document.uri).some((one) => one.severity !== vscode.DiagnosticSeverity.Error) ? true : undefined,
    );
  });

  test("counts as it is typed, and shows what is amiss in it at its place", async () => {
    const plan = await open("plan.md");
    await finding(plan.document, RULE);
    await write("framework: consensus\n");
    const editor = await open(CONFIGURATION);
    const { document } = editor;
    await editor.edit((builder) => builder.insert(document.lineAt(1).range.start, `ruels:\n  ${RULE}: off\n`));
    const problem = await finding(document, "configuration");
    equal(document.getText(problem.range), "ruels");
    await editor.edit((builder) => builder.replace(placeOf(document, "ruels"), "rules"));
    await noFinding(document.uri);
    await noFinding(plan.document.uri, RULE);
    equal((await hoverText(document, placeOf(document, RULE).start)).length > 0, true);
  });

  test("can be told to leave a rule out, from the light bulb", async () => {
    const { document } = await open("plan.md");
    const { range } = await finding(document, RULE);
    const actions = await quickFixes(document, range);
    const action = actions.find(({ title }) => title.startsWith("Turn this rule off for the team"));
    await vscode.workspace.applyEdit(action!.edit!);
    await noFinding(document.uri, RULE);
    const configuration = await vscode.workspace.openTextDocument(fileUri(CONFIGURATION));
    equal(configuration.getText().endsWith(`rules:\n  ${RULE}: off\n`), true);
    await configuration.save();
  });

  test("is explained in a document that can't be written", async () => {
    await write("framework: nihr\n");
    await open("plan.md");
    await vscode.commands.executeCommand("engagementLint.explainConfiguration");
    const text = await eventually("the explanation", () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.uri.scheme === "engagement-lint-explanation" && shown.getText() ? shown.getText() : undefined;
    });
    equal(text.includes(`framework: nihr (${CONFIGURATION}:1)`), true);
  });
});

suite("accepting a finding", () => {
  teardown(closeAll);

  test("writes the reason beside it, and it is silent from then on", async () => {
    const { document } = await open("plan.md");
    const { range } = await finding(document, RULE);
    const actions = await quickFixes(document, range);
    const accept = actions.find(({ title }) => title.startsWith("Accept with a reason"))!;
    const [target] = accept.command!.arguments!;
    await vscode.commands.executeCommand(accept.command!.command, target, "The forum calls itself that.");
    await noFinding(document.uri, RULE);
    equal(document.getText().includes(`disable-next-line ${RULE}: The forum calls itself that. -->`), true);
  });
});
