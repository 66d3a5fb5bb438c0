import * as vscode from "vscode";
import { equal, matches } from "../expect";
import { closeAll, eventually, openUntitled } from "../window";

/** What the list of suggestions would show of ours at the end of a document. */
async function suggestions(document: vscode.TextDocument): Promise<vscode.CompletionItem[]> {
  const end = document.positionAt(document.getText().length);
  const list: vscode.CompletionList = await vscode.commands.executeCommand(
    "vscode.executeCompletionItemProvider",
    document.uri,
    end,
    undefined,
    5,
  );
  return list.items
    .filter((item) => item.textEdit || item.range)
    .filter(({ sortText }) => /^\d{3}$/.test(sortText ?? ""));
}

suite("completion", () => {
  teardown(closeAll);

  test("offers what belongs under the heading first, in the style of the list above, with its reason", async () => {
    const { document } = await openUntitled("markdown", "# Plan for the hall\n\n## Payment\n\n* Fares are paid.\n");
    const [first] = await eventually("a suggestion", async () => {
      const items = await suggestions(document);
      return items.length ? items : undefined;
    });
    equal(typeof first!.label === "string" ? first!.label : first!.label.label, "What people are paid");
    const inserted = first!.insertText;
    matches(
      inserted instanceof vscode.SnippetString ? inserted.value : String(inserted),
      /^\* Everyone .*\$\{1:\[rate\]\}/,
    );
    matches(JSON.stringify(first!.documentation), /People plan their lives/);
  });

  test("what is taken goes in with its first blank selected", async () => {
    const editor = await openUntitled("markdown", "# Plan for the hall\n\n## Payment\n\n- Fares are paid.\n- ");
    const end = editor.document.positionAt(editor.document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await eventually("suggestions from a server that has read the document", async () =>
      (await suggestions(editor.document)).length ? true : undefined,
    );
    await eventually(
      "the sentence in the document",
      async () => {
        if (editor.document.getText().includes("[rate]")) return true;
        await vscode.commands.executeCommand("editor.action.triggerSuggest");
        await new Promise((resolve) => setTimeout(resolve, 500));
        await vscode.commands.executeCommand("acceptSelectedSuggestion");
        return undefined;
      },
      () => editor.document.getText(),
    );
    equal(editor.document.getText(editor.selection), "[rate]");
    matches(editor.document.getText(), /\n- Everyone who takes part is paid \[rate\] an hour/);
  });
});
