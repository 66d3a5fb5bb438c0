import * as vscode from "vscode";
import { docx, para } from "../../word/docx";
import { equal, matches } from "../expect";
import { closeAll, eventually, fileUri } from "../window";

suite("Word", () => {
  const NAMES = ["letter.docx", "letter.md"];

  teardown(async () => {
    await closeAll();
    for (const name of NAMES) await vscode.workspace.fs.delete(fileUri(name)).then(undefined, () => {});
  });

  const openWord = (name: string) => vscode.commands.executeCommand("engagementLint.openWord", fileUri(name));
  const inFront = () => vscode.window.activeTextEditor?.document;

  test("a Word document is opened as Markdown beside it, with what could not be kept at its top", async () => {
    const body = para("Payment", "berschrift1") + para("We will meet the elderly.");
    await vscode.workspace.fs.writeFile(fileUri("letter.docx"), docx({ body, header: para("Draft") }));
    await openWord("letter.docx");
    const document = await eventually("the Markdown", () => {
      const document = inFront();
      return document?.uri.path.endsWith("/letter.md") ? document : undefined;
    });
    equal(document.languageId, "markdown");
    equal(document.isDirty, false);
    matches(
      document.getText(),
      /^<!-- Word held more than this text can\.[\s\S]*“Draft”[\s\S]*-->\n\n# Payment\n\nWe will meet/,
    );
    const bytes = await vscode.workspace.fs.readFile(fileUri("letter.md"));
    equal(new TextDecoder().decode(bytes), document.getText());
  });

  test("a file that is no Word document leaves nothing behind", async () => {
    await vscode.workspace.fs.writeFile(fileUri("letter.docx"), new TextEncoder().encode("# Not Word"));
    await openWord("letter.docx");
    const names = (await vscode.workspace.fs.readDirectory(fileUri("."))).map(([name]) => name);
    equal(names.includes("letter.md"), false);
  });
});
