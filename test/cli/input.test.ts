import assert from "node:assert/strict";
import { basename } from "node:path";
import { engagementLint } from "../support/command-line";
import { LABEL } from "../support/rule-example";
import { withFiles } from "../support/temporary-folder";

/** The names of the documents that were read, in order, by what `--format json` wrote. */
function names(stdout: string): string[] {
  return JSON.parse(stdout).map(({ filePath }: { filePath: string }) => basename(filePath));
}

suite("The command line's input", () => {
  test("is a folder's documents, and not those of packages or hidden folders", () => {
    const files = {
      "b.md": "b",
      "a/c.TXT": "c",
      "a/d.html": "d",
      "e.odt": "e",
      "node_modules/f.md": "f",
      ".git/g.md": "g",
    };
    return withFiles(files, async (cwd) => {
      const { code, stdout } = await engagementLint(["--format", "json"], { cwd });
      assert.deepEqual({ code, names: names(stdout) }, { code: 0, names: ["c.TXT", "d.html", "b.md"] });
    });
  });

  test("is what a pattern matches, each document once", () =>
    withFiles({ "a.md": "a", "in/b.md": "b", "in/c.txt": "c", "in/d.css": "d" }, async (cwd) => {
      const { stdout } = await engagementLint(["in/b.md", "**/*.md", "in/*", "--format=json"], { cwd });
      assert.deepEqual(names(stdout), ["b.md", "a.md", "c.txt"]);
    }));

  test("is a file whose very name looks like a pattern", () =>
    withFiles({ "[draft].md": "a", "d.md": "d" }, async (cwd) => {
      const { stdout } = await engagementLint(["[draft].md", "--format=json"], { cwd });
      assert.deepEqual(names(stdout), ["[draft].md"]);
    }));

  test("is standard input, read as its given name says", async () => {
    const html = `<!-- ${LABEL.text} -->\n<p>The hall.</p>\n`;
    const found = async (...more: string[]) => {
      const { stdout } = await engagementLint(["-", "--format=json", ...more], { stdin: html });
      return JSON.parse(stdout)[0];
    };
    const named = await found("--stdin-filename", "plan.html");
    assert.equal(basename(named.filePath), "plan.html");
    assert.deepEqual(named.messages, []);
    assert.equal((await found()).filePath, "<stdin>");
    assert.ok((await found("--stdin-filename=plan.txt")).messages.length > 0);
  });

  test("may be in the encodings that Windows writes", () => {
    const utf16 = Buffer.from(`\ufeff“Yes”: ${LABEL.text}`, "utf16le");
    const big = Buffer.from(utf16).swap16();
    const windows = Buffer.concat([
      Buffer.from([0x93]),
      Buffer.from("Yes"),
      Buffer.from([0x94]),
      Buffer.from(`: ${LABEL.text}`),
    ]);
    return withFiles({ "a.txt": utf16, "b.txt": big, "c.txt": windows }, async (cwd) => {
      const { stdout } = await engagementLint([".", "--format=json"], { cwd });
      const columns = JSON.parse(stdout).map(({ messages }: { messages: { column: number }[] }) => messages[0]?.column);
      assert.deepEqual(columns, Array(3).fill(8 + LABEL.start));
    });
  });
});

suite("Input that can't be read", () => {
  test("is named with its cure, and the rest is read all the same", () => {
    const files = {
      "plan.md": LABEL.text,
      "picture.md": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]),
      "huge.txt": " ".repeat(16 * 1024 * 1024 + 1),
      "plan.odt": "PK",
      "empty/nothing.css": "",
    };
    return withFiles(files, async (cwd) => {
      const paths = ["missing.md", "picture.md", "huge.txt", "plan.odt", "empty", "none/*.md", "plan.md"];
      const { code, stdout, stderr } = await engagementLint([...paths, "--format=json"], { cwd });
      assert.equal(code, 2);
      assert.deepEqual(names(stdout), ["plan.md"]);
      const told = stderr.trim().split("\n").sort();
      assert.deepEqual(told, [
        "engagement-lint: empty holds no document to read (.md, .markdown, .txt, .html, .htm, .docx).",
        "engagement-lint: huge.txt is larger than 16 MiB. Split it into its chapters, and check each.",
        "engagement-lint: missing.md is not there. Check the spelling, and the folder that you are in.",
        "engagement-lint: none/*.md matches no document. Put the pattern in quotes, and check it.",
        "engagement-lint: picture.md is not text. Save it as text, Markdown or a web page first.",
        "engagement-lint: plan.odt is not a kind of file that can be read. Save it as one of .md, .markdown, .txt, .html, .htm, .docx.",
      ]);
    });
  });

  test("may be standard input too", async () => {
    const { code, stderr } = await engagementLint(["-"], { stdin: Buffer.alloc(16 * 1024 * 1024 + 1, " ") });
    assert.equal(code, 2);
    assert.match(stderr, /^engagement-lint: standard input is larger than 16 MiB\./);
  });
});
