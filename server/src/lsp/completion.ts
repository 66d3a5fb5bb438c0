import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Position,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Document } from "../engine/analyse";
import { FactTable } from "../engine/fact-table";
import type { Supply } from "../engine/finding";
import { planOf } from "../engine/plan/plan";
import { builtInSentences } from "../rulebook/built-in-sentences";
import type { ForgottenSentence } from "../rulebook/read-sentences";
import type { Say } from "../words/say";
import type { Analysis, Basis } from "./analyst";
import { type LineStart, lineStartAt } from "./line-start";
import { toSnippet } from "./snippets";

/** With fewer letters almost every sentence would be meant, and with fewer still nobody has asked for anything. */
const LEAST_LETTERS = 3;

/**
 * The sentences that plans forget, where a sentence may begin: those first that the document lacks and that belong
 * under its heading. Nothing in documents that aren't plans, nor where nothing is checked.
 */
export function completions(
  position: Position,
  { basis }: Analysis,
  lines: TextDocument,
  client: { readonly snippets: boolean },
  say: Say,
): CompletionList {
  const here = basis && lineStartAt(lines, position);
  if (!here) return NOTHING;
  const letters = here.typed.trim().toLowerCase();
  if (letters && letters.length < LEAST_LETTERS) return { ...NOTHING, isIncomplete: true };
  const lacking = lackingIn(basis);
  if (!lacking) return NOTHING;
  const headings = headingsAt(basis.document, lines.offsetAt(position));
  const items = builtInSentences
    .filter((sentence) => letters === "" || begins(sentence, letters))
    .map((sentence) => ({ sentence, lacks: lacking.has(sentence.supplies), fits: fitOf(sentence, headings) }))
    .sort((a, b) => rank(a) - rank(b))
    .map((offer, place) => toItem(offer, place, here, client.snippets, say));
  return { isIncomplete: false, items };
}

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

/** Why a sentence may be wanted, which is only worked out for the one that is looked at. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const sentence = builtInSentences.find(({ id }) => id === item.data);
  return sentence ? { ...item, documentation: `${sentence.text}\n\n${sentence.about}` } : item;
}

/** How well a sentence fits its place. */
interface Fit {
  /** How near the heading is that it belongs under: 0 for the nearest, 1 for one above that, 2 for none. */
  readonly distance: number;
  /** Which of the words that it belongs under that heading has; the first is the topic itself. */
  readonly word: number;
}

interface Offer {
  readonly sentence: ForgottenSentence;
  /** The document doesn't say it yet. */
  readonly lacks: boolean;
  readonly fits: Fit;
}

/** What fits the heading comes before what doesn't, and in both what the document lacks before what it has. */
function rank({ lacks, fits }: Offer): number {
  return fits.distance * 200 + (lacks ? 0 : 100) + fits.word;
}

function toItem(
  { sentence, lacks }: Offer,
  place: number,
  here: LineStart,
  snippets: boolean,
  say: Say,
): CompletionItem {
  const text = here.dress(sentence.text, sentence.topic);
  return {
    label: sentence.title,
    kind: snippets ? CompletionItemKind.Snippet : CompletionItemKind.Text,
    detail: lacks ? say("Not yet in this plan") : sentence.topic,
    // The order is ours for as long as nothing has been typed; then the client's own sense of nearness comes first.
    sortText: String(place).padStart(3, "0"),
    filterText: `${lineIndent(here)}${sentence.topic} ${sentence.title} ${sentence.text}`,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: here.range, newText: snippets ? toSnippet(text) : text },
    data: sentence.id,
  };
}

/** A client compares all that the edit replaces with the filter, the indent too. */
function lineIndent({ range, typed }: LineStart): string {
  return " ".repeat(range.end.character - range.start.character - typed.length);
}

/** What the document doesn't supply yet; undefined where it is no plan, and nobody says that it is. */
function lackingIn({ document, book, settings }: Basis): ReadonlySet<Supply> | undefined {
  const { isPlan, supplies, missing } = planOf(document, new FactTable(document, book), book);
  if (isPlan === "no" && !settings.everything) return undefined;
  const lacking = Object.entries(supplies).filter(([, { state }]) => state !== "satisfied");
  // A word of something may be there while a reader would still miss it, and the tree of what is missing says so.
  return new Set([...lacking.map(([supply]) => supply as Supply), ...missing.keys()]);
}

/** The heading above a place, and those that it stands under, the nearest first. */
function headingsAt(document: Document, offset: number): string[] {
  const found: string[] = [];
  let depth = Number.POSITIVE_INFINITY;
  for (const { block, start } of [...document.blocks].reverse()) {
    if (start >= offset || block.kind !== "heading" || block.depth >= depth) continue;
    depth = block.depth;
    found.push(` ${plainWords(block.text)}`);
  }
  // The title of a plan speaks of all of it, so it tells nothing of the place.
  return found.length > 1 ? found.slice(0, -1) : found;
}

function fitOf({ headings }: ForgottenSentence, above: readonly string[]): Fit {
  for (const [place, heading] of above.entries()) {
    const word = headings.findIndex((beginning) => heading.includes(` ${beginning}`));
    if (word >= 0) return { distance: Math.min(place, 1), word };
  }
  return { distance: 2, word: 0 };
}

/** Whether the letters typed begin the sentence itself or a telling word of its title. */
function begins({ topic, title, text }: ForgottenSentence, letters: string): boolean {
  const words = plainWords(`${topic} ${title}`).split(" ");
  if (words.some((word) => word.length > LEAST_LETTERS && word.startsWith(letters))) return true;
  return letters.length > LEAST_LETTERS && plainWords(text).startsWith(plainWords(letters));
}

export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[^\p{L}']+/gu, " ")
    .trim();
}
