import type { Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { changeBetween } from "../engine/blocks/markdown";
import type { Analysis } from "./analyst";
import { longPause, sentenceBeingTyped, type Timing } from "./timing";

/** What of an analysis is shown. */
export type Report = Pick<Analysis, "version" | "resultId" | "diagnostics">;

export interface ReportsWorld {
  newest(uri: string): Promise<Report | undefined>;
  open(uri: string): TextDocument | undefined;
  timingOf(uri: string): Promise<Timing>;
  /** What was held back may be shown now. */
  due(uri: string): void;
  readonly clock: Clock;
}

export interface Clock {
  now(): number;
  after(milliseconds: number): Promise<void>;
}

export const CLOCK: Clock = {
  now: () => performance.now(),
  after: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

interface State {
  text: string;
  /** When the last edit was made, and where it ended; undefined until there is one. */
  edit?: { readonly time: number; readonly end: number };
  saved: boolean;
  /** What was shown last. */
  shown: readonly Diagnostic[];
}

/** Someone who never pauses is answered all the same, after so many pauses. */
const MOST_PAUSES = 10;

/** Stands between the analyst and the client, so that nobody is told of a sentence before it is written. */
export class Reports {
  private readonly states = new Map<string, State>();

  constructor(private readonly world: ReportsWorld) {}

  /** A document was opened or edited. */
  changed(uri: string): void {
    const document = this.world.open(uri);
    if (!document) return;
    const text = document.getText();
    const state = this.states.get(uri);
    if (!state) {
      this.states.set(uri, { text, saved: true, shown: [] });
      return;
    }
    const change = changeBetween(state.text, text);
    if (!change) return;
    state.text = text;
    state.saved = false;
    state.edit = { time: this.world.clock.now(), end: change.toB };
  }

  saved(uri: string): void {
    const state = this.states.get(uri);
    if (!state || state.saved) return;
    state.saved = true;
    this.world.due(uri);
  }

  closed(uri: string): void {
    this.states.delete(uri);
  }

  async newest(uri: string): Promise<Report | undefined> {
    const timing = await this.world.timingOf(uri);
    await this.pause(uri, timing);
    const report = await this.world.newest(uri);
    const state = this.states.get(uri);
    return report && state ? this.shownOf(uri, report, state, timing) : report;
  }

  private async pause(uri: string, { onPause }: Timing): Promise<void> {
    for (let pauses = 0; pauses < MOST_PAUSES; pauses++) {
      const state = this.states.get(uri);
      if (!state?.edit || state.saved) return;
      const left = state.edit.time + onPause - this.world.clock.now();
      if (left <= 0) return;
      await this.world.clock.after(left);
    }
  }

  private shownOf(uri: string, report: Report, state: State, timing: Timing): Report {
    const held = this.heldBack(uri, report, state, timing);
    const diagnostics = report.diagnostics.filter((one) => !held.has(one));
    state.shown = diagnostics;
    if (held.size === 0) return report;
    this.remind(uri, state, timing);
    // Less and less is held back of one analysis, so that their number tells one answer from the next.
    return { ...report, resultId: `${report.resultId}.${diagnostics.length}`, diagnostics };
  }

  private heldBack(uri: string, report: Report, state: State, timing: Timing): ReadonlySet<Diagnostic> {
    const { edit, saved, shown } = state;
    if (!edit || saved) return new Set();
    const rested = this.world.clock.now() - edit.time >= longPause(timing);
    const documentDue = timing.documentAfter === "now" || (timing.documentAfter === "pause" && rested);
    const isTyped = rested || timing.onPause === 0 ? () => false : this.typed(uri, report, edit.end);
    const wasShown = new Set(shown.map(nameOf));
    const early = report.diagnostics.filter((one) => (isAbsence(one) && !documentDue) || isTyped(one));
    // What was shown before stays: findings that come and go are worse than any.
    return new Set(early.filter((one) => !wasShown.has(nameOf(one))));
  }

  private typed(uri: string, report: Report, end: number): (diagnostic: Diagnostic) => boolean {
    const document = this.world.open(uri);
    const sentence = document?.version === report.version && sentenceBeingTyped(document.getText(), end);
    if (!document || !sentence) return () => false;
    return ({ range }) =>
      document.offsetAt(range.end) >= sentence.start && document.offsetAt(range.start) <= sentence.end;
  }

  /** Tells that it is time, unless something was written meanwhile. */
  private remind(uri: string, state: State, timing: Timing): void {
    const { edit } = state;
    if (!edit) return;
    const left = edit.time + longPause(timing) - this.world.clock.now();
    if (left <= 0) return;
    void this.world.clock.after(left).then(() => {
      if (this.states.get(uri) === state && state.edit === edit && !state.saved) this.world.due(uri);
    });
  }
}

/** A finding about something missing carries what is missing. */
function isAbsence({ data }: Diagnostic): boolean {
  return typeof data === "object" && data !== null && "absent" in data;
}

function nameOf({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}
