import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Diagnostic } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Reports } from "../../server/src/lsp/reports";
import { AT_ONCE, longPause, readTiming, sentenceBeingTyped, type Timing } from "../../server/src/lsp/timing";
import { PULLING, withServer } from "../support/client";
import { eventually } from "../support/eventually";

const URI = "file:///plan.md";
const ON_PAUSE: Timing = { onPause: 400, documentAfter: "pause" };
const ON_SAVE: Timing = { onPause: 400, documentAfter: "save" };

/** A document, its findings and a clock, all of which a test moves by hand. */
class Scene {
  now = 0;
  readonly due: string[] = [];
  private readonly sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  private document = TextDocument.create(URI, "markdown", 1, "");
  readonly reports: Reports;

  constructor(timing: Timing) {
    this.reports = new Reports({
      newest: async () => ({ version: this.document.version, resultId: "r", diagnostics: this.found() }),
      open: () => this.document,
      timingOf: async () => timing,
      due: (uri) => this.due.push(uri),
      clock: {
        now: () => this.now,
        after: (milliseconds) => new Promise((wake) => this.sleepers.push({ until: this.now + milliseconds, wake })),
      },
    });
    this.reports.changed(URI);
  }

  write(text: string): void {
    this.document = TextDocument.create(URI, "markdown", this.document.version + 1, text);
    this.reports.changed(URI);
  }

  /** Lets time go by, and everyone act whose time has come. */
  async pass(milliseconds: number): Promise<void> {
    this.now += milliseconds;
    for (const { until, wake } of [...this.sleepers]) if (until <= this.now) wake();
    await new Promise((resolve) => setImmediate(resolve));
  }

  async shown(): Promise<string[]> {
    return (await this.reports.newest(URI))!.diagnostics.map(({ code }) => String(code));
  }

  /** “BAD” is found wherever it stands, and that the document lacks “PAY”. */
  private found(): Diagnostic[] {
    const text = this.document.getText();
    const bad = [...text.matchAll(/BAD/g)].map(({ index }) => this.at("bad", index, index + 3, {}));
    return text && !text.includes("PAY") ? [...bad, this.at("lacks", 0, 0, { absent: ["payment"] })] : bad;
  }

  private at(code: string, start: number, end: number, data: object): Diagnostic {
    const range = { start: this.document.positionAt(start), end: this.document.positionAt(end) };
    return { range, code, message: code, data };
  }
}

suite("Timing", () => {
  test("a client that says nothing of it is answered at once", async () => {
    const scene = new Scene(AT_ONCE);
    scene.write("This is BAD");
    assert.deepEqual(await scene.shown(), ["bad", "lacks"]);
  });

  test("nothing is said until the text stands still", async () => {
    const scene = new Scene(ON_PAUSE);
    scene.write("PAY. This is BAD.");
    let answered = false;
    const answer = scene.shown().finally(() => {
      answered = true;
    });
    await scene.pass(300);
    scene.write("PAY. This is BAD, so.");
    await scene.pass(300);
    assert.equal(answered, false);
    await scene.pass(100);
    assert.deepEqual(await answer, ["bad"]);
  });

  test("someone who never pauses is answered all the same", async () => {
    const scene = new Scene(ON_PAUSE);
    scene.write("PAY. BAD.");
    const answer = scene.shown();
    for (let keys = 0; keys < 20; keys++) {
      await scene.pass(399);
      scene.write(`PAY. BAD.${" and".repeat(keys)}.`);
      await scene.pass(1);
    }
    assert.deepEqual(await answer, ["bad"]);
  });

  test("a sentence that is being typed isn't told of until its stop, or a longer pause", async () => {
    const scene = new Scene(ON_PAUSE);
    scene.write("PAY. This is BAD");
    await scene.pass(400);
    assert.deepEqual(await scene.shown(), []);
    scene.write("PAY. This is BAD.");
    await scene.pass(400);
    assert.deepEqual(await scene.shown(), ["bad"]);
    const other = new Scene(ON_PAUSE);
    other.write("PAY. This is BAD");
    await other.pass(400);
    assert.deepEqual(await other.shown(), []);
    await other.pass(longPause(ON_PAUSE));
    assert.deepEqual(other.due, [URI]);
    assert.deepEqual(await other.shown(), ["bad"]);
  });

  test("what was shown already doesn't go and come back while someone types", async () => {
    const scene = new Scene(ON_PAUSE);
    scene.write("This is BAD.");
    await scene.pass(longPause(ON_PAUSE));
    assert.deepEqual(await scene.shown(), ["bad", "lacks"]);
    scene.write("This is BAD and");
    await scene.pass(400);
    assert.deepEqual(await scene.shown(), ["bad", "lacks"]);
  });

  test("what is missing is told after a longer pause", async () => {
    const scene = new Scene(ON_PAUSE);
    scene.write("We ask.");
    await scene.pass(400);
    assert.deepEqual(await scene.shown(), []);
    await scene.pass(longPause(ON_PAUSE) - 400);
    assert.deepEqual(scene.due, [URI]);
    assert.deepEqual(await scene.shown(), ["lacks"]);
  });

  test("or, if that is what was chosen, when the document is saved and not before", async () => {
    const scene = new Scene(ON_SAVE);
    scene.write("We ask.");
    await scene.pass(longPause(ON_SAVE) * 10);
    assert.deepEqual(await scene.shown(), []);
    scene.reports.saved(URI);
    assert.deepEqual(scene.due, [URI]);
    assert.deepEqual(await scene.shown(), ["lacks"]);
  });

  test("a reminder isn't given where more was written meanwhile", async () => {
    const scene = new Scene(ON_PAUSE);
    scene.write("We ask.");
    await scene.pass(400);
    await scene.shown();
    scene.write("We ask you.");
    await scene.pass(longPause(ON_PAUSE) - 400);
    assert.deepEqual(scene.due, []);
  });

  test("each answer about one version is told from the next by its id", async () => {
    const scene = new Scene(ON_PAUSE);
    scene.write("This is BAD");
    await scene.pass(400);
    const early = await scene.reports.newest(URI);
    await scene.pass(longPause(ON_PAUSE));
    const late = await scene.reports.newest(URI);
    assert.notEqual(early?.resultId, late?.resultId);
  });

  test("settings that make no sense count as not set", () => {
    assert.deepEqual([undefined, 7, null, { onPause: "x", documentAfter: 3 }].map(readTiming), Array(4).fill(AT_ONCE));
    assert.deepEqual(readTiming({ onPause: 1e9, documentAfter: "save" }), { onPause: 10_000, documentAfter: "save" });
  });
});

suite("Timing over the protocol", () => {
  test("what is missing waits until the document is saved, and the client is told to ask again", () => {
    const asking = { ...PULLING, workspace: { ...PULLING.workspace, configuration: true } };
    return withServer(asking, async (client) => {
      client.settings = { check: "everything", timing: { onPause: 0, documentAfter: "save" } };
      const missing = async () => {
        const report = await client.pull(URI);
        return report.kind === "full" && report.items.filter(({ data }) => data?.absent).length;
      };
      await client.open(URI, "The hall is open.");
      await client.edit(URI, 2, { text: readFileSync("samples/riverside-plan.md", "utf8") });
      assert.equal(await missing(), 0);
      await client.notify("textDocument/didSave", { textDocument: { uri: URI } });
      await eventually(() => client.refreshes > 0);
      assert.ok(await missing());
    });
  });
});

suite("The sentence being typed", () => {
  const typed = (marked: string) => {
    const at = marked.indexOf("|");
    const text = marked.replace("|", "");
    const found = sentenceBeingTyped(text, at);
    return found && text.slice(found.start, found.end);
  };

  test("is the one at whose end the writer is", () => {
    assert.equal(typed("Pay. We wi|"), "We wi");
    assert.equal(typed("# Plan\n\nWe ask\nand wi|\n\nMore."), "We ask\nand wi");
    assert.equal(typed("He said “Yes.” Then w|"), "Then w");
  });

  test("is none where the writer mends what stood there, or has set the stop", () => {
    assert.equal(typed("We wi|ll pay. Then"), undefined);
    assert.equal(typed("We will pay.|"), undefined);
    assert.equal(typed("We will pay (always).| "), undefined);
    assert.equal(typed("We wi|\nll pay."), undefined);
  });
});
