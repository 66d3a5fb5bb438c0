import type { Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Personal, shownTo } from "../config/personal";
import { absorbParts, activitiesOf, type Book, type Document, type Settings } from "../engine/analyse";
import type { Known } from "../engine/baseline";
import type { Finding } from "../engine/finding";
import { withinBudget } from "../engine/judge/budget";
import type { Say } from "../words/say";
import type { Errand } from "./config-errand";
import { type Judged, type Linter, languageOf } from "./linter";
import { toDiagnostics } from "./to-diagnostic";

/** One version of a document, judged. Everything that the client asks about that version is answered from here. */
export interface Analysis {
  readonly version: number;
  /** Differs for every analysis, also after a restart: a client may keep it for as long as it likes. */
  readonly resultId: string;
  readonly findings: readonly Finding[];
  /** What each finding is known by from one version to the next. */
  readonly fingerprints: ReadonlyMap<Finding, string>;
  /** What was found and set aside, with the reason. */
  readonly suppressed: Judged["suppressed"];
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
  readonly say: Say;
  readonly relatedInformation: boolean;
  /** The open document in its newest version. */
  open(uri: string): TextDocument | undefined;
  /** What is to be made of the document as it stands. */
  errandFor(lines: TextDocument): Promise<Errand>;
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
  /** The state of the settings since which an analysis of a document holds. */
  private readonly since = new Map<string, number>();

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

  /** Puts the analyses of these documents aside, because what they are judged by has changed; what was read is kept. */
  reconsider(uris: readonly string[]): void {
    this.settings += 1;
    for (const uri of uris) this.since.set(uri, this.settings);
  }

  forget(uri: string): void {
    this.kept.delete(uri);
    this.since.delete(uri);
  }

  private ready(uri: string): Analysis | undefined {
    const kept = this.kept.get(uri);
    if (!kept || kept.settings < (this.since.get(uri) ?? 0)) return undefined;
    return kept.analysis.version === this.world.open(uri)?.version ? kept.analysis : undefined;
  }

  private async settleAndAnalyse(uri: string): Promise<Analysis | undefined> {
    await this.standStill(uri);
    for (;;) {
      const { settings } = this;
      const lines = this.world.open(uri);
      if (!lines) return undefined;
      const { version } = lines;
      const errand = await this.world.errandFor(lines);
      // Asks again where the text or the settings changed while files were still being read.
      if (settings === this.settings && this.world.open(uri)?.version === version) return this.analyse(lines, errand);
    }
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

  private analyse(lines: TextDocument, errand: Errand): Analysis {
    const { uri, version } = lines;
    const judged = errand.kind === "judge" ? this.lint(lines, errand) : undefined;
    const shown = judged && errand.kind === "judge" ? shownOf(judged, errand.personal) : [];
    const amiss = errand.kind === "judge" ? errand.amiss : [];
    const findings = shown.map(({ finding }) => finding);
    const fingerprints = new Map(shown.map(({ finding, fingerprint }) => [finding, fingerprint]));
    const diagnostics =
      errand.kind === "configuration"
        ? errand.diagnostics
        : [...toDiagnostics(findings, lines, this.world.relatedInformation, fingerprints, this.world.say), ...amiss];
    this.made += 1;
    const analysis = {
      version,
      resultId: `${this.run}.${this.made}`,
      findings,
      fingerprints,
      suppressed: judged?.suppressed ?? [],
      diagnostics,
      basis: judged && { document: judged.document, book: judged.book, settings: judged.settings },
    };
    this.kept.set(uri, { analysis, settings: this.settings, document: judged?.document });
    this.world.analysed(uri, version);
    return analysis;
  }

  /** A text that the engine trips over must not take the other documents with it. */
  private lint(lines: TextDocument, { ground, everything }: Errand & { kind: "judge" }): Judged | undefined {
    const language = languageOf(lines.languageId);
    if (!language) return undefined;
    try {
      const before = this.kept.get(lines.uri)?.document;
      const judged = this.world.linter.check({ text: lines.getText(), language }, { ground, everything, before });
      const { document, open } = judged;
      this.world.trace(
        `${lines.uri} version ${lines.version}: ${document.blocksRead} blocks read, ${open.length} findings.`,
      );
      return judged;
    } catch (error) {
      this.world.failed(lines.uri, error);
      return undefined;
    }
  }
}

/** What one person wants to see of what was found. For someone who writes, one finding speaks for those in it. */
function shownOf({ open, document, book }: Judged, personal: Personal): Known[] {
  const whole = new Set(absorbParts(open.map(({ finding }) => finding)));
  const shown = open
    .filter(({ finding }) => whole.has(finding))
    .flatMap(({ finding, fingerprint }) => shownTo(personal, [finding]).map((one) => ({ finding: one, fingerprint })));
  if (!personal.budget.document) return shown;
  const findings = shown.map(({ finding }) => finding);
  const kept = new Set(withinBudget(findings, activitiesOf(document, book), personal.budget));
  return shown.filter(({ finding }) => kept.has(finding));
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
