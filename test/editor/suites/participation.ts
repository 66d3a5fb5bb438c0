import * as vscode from "vscode";
import { equal, matches } from "../expect";
import { closeAll, eventually, openUntitled, placeOf } from "../window";

const PLAN = `# Engagement plan for the park

## The park

We will co-produce the park with residents. A survey is open for six weeks.

## Walks

Come to our workshop. There is a ramp, and we pay your travel.

## Who decides

The Cabinet decides on 12 June 2019.
`;

suite("The view Participation", () => {
  teardown(async () => {
    await vscode.workspace.getConfiguration("engagementLint").update("codeLens", undefined);
    await closeAll();
  });

  test("lists each activity with its levels, its words, who decides and what is given", async () => {
    await openUntitled("markdown", PLAN);
    const tree = await treeWith("The park: Co-produce → Consult");
    matches(tree, /^ {2}“co-produce”: Claims Co-produce$/m);
    matches(tree, /^ {2}“survey”: Shows Consult$/m);
    matches(tree, /^ {2}Decides: Cabinet: 12 June 2019$/m);
    matches(tree, /^Walks: Involve$/m);
    matches(tree, /^ {2}Not stated: .*Payment/m);
  });

  test("follows the text as it is written", async () => {
    const editor = await openUntitled("markdown", PLAN);
    await treeWith("The park: Co-produce → Consult");
    await editor.edit((edit) => edit.replace(placeOf(editor.document, "A survey"), "A workshop"));
    await treeWith("The park: Co-produce → Involve");
  });

  test("gathers what isn't in the plan yet", async () => {
    const talk = "Residents will meet us to redraw the map of the park. ".repeat(14);
    await openUntitled("markdown", `${PLAN}\n## Meetings\n\n${talk}\n`);
    matches(await treeWith("Not yet in this plan"), /^Not yet in this plan: \d+\n {2}\S/m);
  });

  test("goes to the words when a line is chosen with the keyboard", async () => {
    const editor = await openUntitled("markdown", PLAN);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await treeWith("The park");
    await eventually(
      "the words of the first activity",
      async () => {
        for (const command of ["engagementLint.participation.focus", "list.focusFirst", "list.select"])
          await vscode.commands.executeCommand(command);
        return vscode.window.activeTextEditor?.selection.start.line === 4 ? true : undefined;
      },
      () => vscode.window.activeTextEditor?.selection,
    );
  });

  test("says nothing of a document that is closed", async () => {
    await openUntitled("markdown", PLAN);
    await treeWith("The park");
    await closeAll();
    await eventually("an empty view", async () => ((await tree()) === "" ? true : undefined));
  });
});

suite("A line above each activity", () => {
  teardown(async () => {
    await vscode.workspace.getConfiguration("engagementLint").update("codeLens", undefined);
    await closeAll();
  });

  test("sums it up, and goes with the setting", async () => {
    const { document } = await openUntitled("markdown", PLAN);
    const lines = (): Thenable<string[]> => lensesOf(document);
    const [first] = await eventually("two lines", async () => {
      const found = await lines();
      return found.length === 2 ? found : undefined;
    });
    matches(first!, /^Co-produce claimed, Consult borne out · Cabinet decides 12 June 2019 · no payment/);
    await vscode.workspace.getConfiguration("engagementLint").update("codeLens", false);
    await eventually("no line", async () => ((await lines()).length === 0 ? true : undefined));
  });
});

suite("The outline", () => {
  teardown(closeAll);

  test("has each heading once, and each activity beside the headings", async () => {
    const { document } = await openUntitled("markdown", PLAN);
    const symbols = await outlineOf(document);
    const activities = symbols.filter(isActivity);
    equal(
      activities.map(({ name, detail }) => `${name}: ${detail}`).join("; "),
      "The park: Co-produce → Consult; Walks: Involve",
    );
    const headings = symbols.filter(({ name }) => name.includes("Who decides"));
    equal(headings.length, 1);
  });

  test("leaves the trail above a text to the headings, since an activity is a place and no stretch", async () => {
    const { document } = await openUntitled("markdown", PLAN);
    const activities = (await outlineOf(document)).filter(isActivity);
    equal(activities.length, 2);
    equal(
      activities.map(({ range }) => range.isEmpty),
      [true, true],
    );
    equal(
      document.getText(new vscode.Range(activities[1]!.range.start, activities[1]!.range.start.translate(0, 4))),
      "Come",
    );
  });
});

async function tree(): Promise<string> {
  return (await vscode.commands.executeCommand<string>("engagementLint.copyParticipation")) ?? "";
}

async function treeWith(words: string): Promise<string> {
  let last = "";
  return await eventually(
    `“${words}” in the view`,
    async () => {
      last = await tree();
      return last.includes(words) ? last : undefined;
    },
    () => last,
  );
}

async function lensesOf({ uri }: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri, 9);
  return found.flatMap(({ command }) => (command && /borne out|Involve/.test(command.title) ? [command.title] : []));
}

const isActivity = ({ kind }: vscode.DocumentSymbol): boolean => kind === vscode.SymbolKind.Event;

/**
 * The outline with headings and activities in it. The headings are the editor's own, from an extension that starts up
 * in its own time, and the editor keeps what it was told, even that there are none, until the text changes: so after a
 * while without headings a line is written, as anyone would who goes on drafting.
 */
async function outlineOf(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  let looks = 0;
  return await eventually("activities and headings in the outline", async () => {
    const found = await symbolsOf(document);
    if (found.some(isActivity) && !found.every(isActivity)) return found;
    looks++;
    if (looks % LOOKS_BEFORE_WRITING === 0) await writeLine(document);
    return undefined;
  });
}

/** About a second: long enough for an answer to come, however busy the machine is. */
const LOOKS_BEFORE_WRITING = 20;

async function writeLine({ uri, lineCount }: vscode.TextDocument): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(lineCount, 0), "\n");
  await vscode.workspace.applyEdit(edit);
}

/** Every symbol, however deep it stands. */
async function symbolsOf({ uri }: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    "vscode.executeDocumentSymbolProvider",
    uri,
  );
  const all = (symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
    symbols.flatMap((symbol) => [symbol, ...all(symbol.children)]);
  return all(found ?? []);
}
