import * as vscode from "vscode";
import { equal } from "../expect";
import { closeAll, eventually, fileUri, finding, findings, noFinding, open, openUntitled, placeOf } from "../window";

suite("findings in the window", () => {
  teardown(closeAll);

  test("a Markdown plan that is opened shows a finding at the words it is about", async () => {
    const { document } = await open("plan.md");
    const diagnostic = await finding(document, "people-first-wording");
    equal(document.getText(diagnostic.range), "the elderly");
  });

  test("a claim is set beside the words that undo it", async () => {
    const { document } = await open("plan.md");
    const diagnostic = await finding(document, "consultation-called-coproduction");
    const [related] = diagnostic.relatedInformation ?? [];
    equal(related?.location.uri.toString(), document.uri.toString());
    equal(document.lineAt(related!.location.range.start).text.includes("survey"), true);
  });

  test("a plain text file is read too", async () => {
    const { document } = await open("notes.txt");
    const diagnostic = await finding(document, "people-first-wording");
    equal(document.getText(diagnostic.range), "the elderly");
  });

  test("a document that was never saved is read too", async () => {
    const { document } = await openUntitled("markdown", "# Plan\n\nWe want the elderly to come.\n");
    const diagnostic = await finding(document, "people-first-wording");
    equal(diagnostic.range.start.line, 2);
  });

  test("a document in another language is left alone", async () => {
    const other = await open("rooms.ini");
    const plan = await open("plan.md");
    await finding(plan.document, "people-first-wording");
    equal(findings(other.document.uri), []);
  });

  test("findings come and go with the words as they are typed", async () => {
    const { document, edit } = await opened("plan.md");
    await finding(document, "people-first-wording");
    await edit((builder) => builder.replace(placeOf(document, "the elderly"), "people we have not met"));
    await noFinding(document.uri, "people-first-wording");
    await edit((builder) => builder.insert(document.lineAt(2).range.start, "We start with the elderly. "));
    const diagnostic = await finding(document, "people-first-wording");
    equal(document.getText(diagnostic.range), "the elderly");
  });

  test("every finding is shown once", async () => {
    const { document } = await open("plan.md");
    await finding(document, "people-first-wording");
    const places = findings(document.uri).map(({ code, range }) => JSON.stringify([code, range]));
    equal(places.length, new Set(places).size);
  });

  test("the findings of a document that is closed go away", async () => {
    const { document } = await open("notes.txt");
    await finding(document, "people-first-wording");
    await closeAll();
    await noFinding(fileUri("notes.txt"));
  });

  test("the findings of a file that is deleted go away", async () => {
    const uri = fileUri("short-lived.md");
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode("# Plan\n\nFor the elderly.\n"));
    const { document } = await open("short-lived.md");
    await finding(document, "people-first-wording");
    await vscode.workspace.fs.delete(uri);
    await closeAll();
    await noFinding(uri);
  });

  test("the findings of a file that is renamed move with it", async () => {
    const [before, after] = [fileUri("first-name.md"), fileUri("second-name.md")];
    await vscode.workspace.fs.writeFile(before, new TextEncoder().encode("# Plan\n\nFor the elderly.\n"));
    await finding((await open("first-name.md")).document, "people-first-wording");
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(before, after);
    await vscode.workspace.applyEdit(rename);
    await noFinding(before);
    await finding((await open("second-name.md")).document, "people-first-wording");
    await closeAll();
    await vscode.workspace.fs.delete(after);
  });

  test("a document that is opened again shows its findings again", async () => {
    const first = await open("notes.txt");
    await finding(first.document, "people-first-wording");
    await closeAll();
    await noFinding(first.document.uri);
    const again = await open("notes.txt");
    await finding(again.document, "people-first-wording");
  });
});

/** An editor with its `edit`, which says so when the editor did not take the change. */
async function opened(name: string) {
  const editor = await open(name);
  const edit = (change: (builder: vscode.TextEditorEdit) => void) =>
    eventually("the change in the text", async () => ((await editor.edit(change)) ? true : undefined));
  return { document: editor.document, edit };
}
