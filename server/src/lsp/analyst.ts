import type { Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Book, CONSENSUS, type Document, type Settings } from "../engine/analyse";
import type { Finding } from "../engine/finding";
import { type Linter, languageOf } from "./linter";
import { toDiagnostics } from "./to-diagnostic";

/** One version of a document, judged. Everything that the client asks about that version is answered from here. */
export interface Analysis {
  readonly version: number;
  /** Differs for every analysis, also after a restart: a client may keep it for as long as it likes. */
  readonly resultId: string;
  readonly findings: readonly Finding[];
  /** Places were counted when the analysis was made, for the text moves on beneath it. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the findings rest on; undefined for a document that was not read. */
  readonly basis: Basis | undefined;
}

/** What the engine made of a text, and what it was judged by. */
export interface Basis {
  readonly document: Document;
  readonly book: Book;
  readonly settings: Settings;
}

/** What the analyst needs to know about the world. */
export interface World {
  readonly linter: Linter;
  readonly relatedInformation: boolean;
  /** The open document in its newest version. */
  open(uri: string): TextDocument | undefined;
  /** Whether the document is to be checked at all. */
  wanted(uri: string): Promise<boolean>;
  failed(uri: string, error: unknown): void;
  /** A document was read anew. */
  analysed(uri: string, version: number): void;
  trace(message: string): void;
}

interface Kept {
  readonly analysis: Analysis;
  /** The state of the settings that it rests on. */
  readonly settings: number;
  /** What the engine made of the text; it makes the next version cheap. */
  readonly document: Document | undefined;
}

/** So long the text must have stood still before it is read. */
const PAUSE_MS = 20;
/** Someone who never pauses is answered all the same, after so many pauses. */
const MOST_PAUSES = 15;

/**
 * Judges open documents, each version at most once and only the newest one: while edits come in, whoever asks waits
 * for the same answer, so that work never queues up.
 */
export class Analyst {
  private readonly kept = new Map<string, Kept>();
  private readonly coming = new Map<string, Promise<Analysis | undefined>>();
  private readonly run = Math.random().toString(36).slice(2);
  private made = 0;
  private settings = 0;

  constructor(private readonly world: World) {}

  /** The analysis of the newest version, once the text stands still; undefined when the document is not open. */
  newest(uri: string): Promise<Analysis | undefined> {
    const ready = this.ready(uri);
    if (ready) return Promise.resolve(ready);
    let coming = this.coming.get(uri);
    if (!coming) {
      coming = this.settleAndAnalyse(uri).finally(() => this.coming.delete(uri));
      this.coming.set(uri, coming);
    }
    return coming;
  }

  /** Puts every analysis aside, because the settings have changed. What the engine has read is kept. */
  reconsider(): void {
    this.settings += 1;
  }

  forget(uri: string): void {
    this.kept.delete(uri);
  }

  private ready(uri: string): Analysis | undefined {
    const kept = this.kept.get(uri);
    if (!kept || kept.settings !== this.settings) return undefined;
    return kept.analysis.version === this.world.open(uri)?.version ? kept.analysis : undefined;
  }

  private async settleAndAnalyse(uri: string): Promise<Analysis | undefined> {
    await this.standStill(uri);
    const wanted = await this.isWanted(uri);
    const lines = this.world.open(uri);
    return lines && this.analyse(lines, wanted);
  }

  /** Asks again where the settings changed while the client was still answering. */
  private async isWanted(uri: string): Promise<boolean> {
    const settings = this.settings;
    const wanted = await this.world.wanted(uri);
    return settings === this.settings ? wanted : this.isWanted(uri);
  }

  private async standStill(uri: string): Promise<void> {
    for (let pause = 0; pause < MOST_PAUSES; pause++) {
      const version = this.world.open(uri)?.version;
      await after(PAUSE_MS);
      // On a busy machine the pause may be over before the edits that have already arrived were taken in.
      await after(0);
      if (this.world.open(uri)?.version === version) return;
    }
  }

  private analyse(lines: TextDocument, wanted: boolean): Analysis {
    const { uri, version } = lines;
    const { document, findings } = wanted ? this.lint(lines) : { document: undefined, findings: [] };
    const diagnostics = toDiagnostics(findings, lines, this.world.relatedInformation);
    this.made += 1;
    const basis = document && { document, book: this.world.linter.book(), settings: CONSENSUS };
    const analysis = { version, resultId: `${this.run}.${this.made}`, findings, diagnostics, basis };
    this.kept.set(uri, { analysis, settings: this.settings, document });
    this.world.analysed(uri, version);
    return analysis;
  }

  /** A text that the engine trips over must not take the other documents with it. */
  private lint(lines: TextDocument): { document: Document | undefined; findings: readonly Finding[] } {
    const language = languageOf(lines.languageId);
    if (!language) return { document: undefined, findings: [] };
    try {
      const before = this.kept.get(lines.uri)?.document;
      const document = this.world.linter.read({ text: lines.getText(), language }, before);
      const findings = this.world.linter.judge(document);
      this.world.trace(
        `${lines.uri} version ${lines.version}: ${document.blocksRead} blocks read, ${findings.length} findings.`,
      );
      return { document, findings };
    } catch (error) {
      this.world.failed(lines.uri, error);
      return { document: undefined, findings: [] };
    }
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
