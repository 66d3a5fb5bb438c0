import * as vscode from "vscode";
import { equal, matches } from "../expect";
import { closeAll, eventually, fileUri, finding, findings, noFinding, open, ruleOf } from "../window";

interface Report {
  readonly of: number;
  readonly checked: number;
  readonly findings: number;
  readonly notChecked: readonly { readonly uri: vscode.Uri; readonly why: string }[];
  readonly stopped: boolean;
}

const FOLDER = "many";
const WORDS = "The committee will meet the elderly and the disabled in the hall.\n";

suite("Check Folder", () => {
  const inFolder = (name: string) => fileUri(`${FOLDER}/${name}`);
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(inFolder(name), new TextEncoder().encode(text));
  const check = (): Thenable<Report> => vscode.commands.executeCommand("engagementLint.checkFolder", fileUri(FOLDER));

  setup(async () => {
    await write("a.md", WORDS);
    await write("deep/b.txt", WORDS);
    await write("clean.md", "The hall is open.\n");
    await write("node_modules/c.md", WORDS);
    await write("d.docx", "no zip");
  });

  teardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri(FOLDER), { recursive: true });
  });

  test("tells of documents that are not open, and of what was not checked and why", async () => {
    const report = await check();
    equal({ of: report.of, checked: report.checked, stopped: report.stopped }, { of: 4, checked: 3, stopped: false });
    equal(report.findings, findings(inFolder("a.md")).length + findings(inFolder("deep/b.txt")).length);
    equal(findings(inFolder("a.md")).map(ruleOf).includes("people-first-wording"), true);
    equal(findings(inFolder("node_modules/c.md")).length, 0);
    equal(report.notChecked.length, 1);
    matches(report.notChecked[0]!.why, /Word document/);
  });

  test("a document that is opened is told of once, and again when it is closed", async () => {
    await check();
    const before = findings(inFolder("a.md")).length;
    const { document } = await open(`${FOLDER}/a.md`);
    await finding(document, "people-first-wording");
    await eventually("each finding once", () => (findings(document.uri).length === before ? true : undefined));
    await closeAll();
    await eventually("what was found before", () => (findings(inFolder("a.md")).length === before ? true : undefined));
  });

  test("a document that the editor holds on to after its tab was closed is told of too", async () => {
    const { findings: before } = await check();
    await vscode.workspace.openTextDocument(inFolder("a.md"));
    await open(`${FOLDER}/a.md`);
    await closeAll();
    const { findings: after } = await check();
    equal(after, before);
    equal(findings(inFolder("a.md")).length > 0, true);
  });

  test("what is deleted is told of no more", async () => {
    await check();
    equal(findings(inFolder("a.md")).length > 0, true);
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(inFolder("a.md"));
    await vscode.workspace.applyEdit(edit);
    await noFinding(inFolder("a.md"));
  });

  test("can be stopped, keeps what it has found, and forgets it at the next run", async () => {
    await Promise.all(Array.from({ length: 400 }, (_, number) => write(`more/${1000 + number}.md`, WORDS)));
    // Told at once, since a look now and then may come after the end.
    const stopping = vscode.languages.onDidChangeDiagnostics(() => {
      if (findings(inFolder("a.md")).length) void vscode.commands.executeCommand("engagementLint.stopCheckingFolder");
    });
    const report = await check();
    stopping.dispose();
    equal(report.stopped, true);
    equal(report.checked < report.of, true, "It went on to the end.");
    equal(findings(inFolder("a.md")).length > 0, true);
    await write("a.md", "The hall is open.\n");
    const next = await vscode.commands.executeCommand<Report>("engagementLint.checkFolder", inFolder("deep"));
    equal(next.of, 1);
    equal(findings(inFolder("more/1000.md")).length, 0);
  });
});
