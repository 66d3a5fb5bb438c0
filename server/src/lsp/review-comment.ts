import type { Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding, Span } from "../engine/finding";
import type { Questions } from "../rulebook/read-reference";
import type { Say } from "../words/say";
import type { Analysis, Basis } from "./analyst";
import { forPasting, type Prose, quoted } from "./prose";
import { tellPlaces } from "./tell-finding";
import { tellLevels } from "./tell-levels";

const LONGEST_SENTENCE = 300;

/** What was found in a range, as a comment for whoever wrote the text; null where nothing was found. */
export function reviewComment(
  range: Range,
  analysis: Analysis,
  lines: TextDocument,
  questions: Questions,
  say: Say,
): string | null {
  const prose = forPasting(say);
  const start = lines.offsetAt(range.start);
  const end = lines.offsetAt(range.end);
  const here = analysis.findings.filter(({ span }) => span.start <= end && span.end >= start);
  if (here.length === 0) return null;
  return `${here.map((finding) => commentOn(finding, analysis.basis, lines, questions, prose)).join(prose.rule)}\n`;
}

function commentOn(
  finding: Finding,
  basis: Basis | undefined,
  lines: TextDocument,
  questions: Questions,
  prose: Prose,
): string {
  return prose.paragraphs([
    finding.absent ? undefined : quotation(finding, basis, lines, prose),
    prose.plain(finding.message),
    basis && tellLevels(finding, basis, lines, prose),
    tellPlaces(finding, lines, prose),
    `${prose.strong(prose.say("To ask:"))} ${prose.plain(questionsOn(finding, questions).join(" "))}`,
  ]);
}

/** The whole sentence that the words stand in, for who reads the comment may not have the document at hand. */
function quotation({ span }: Finding, basis: Basis | undefined, lines: TextDocument, prose: Prose): string {
  const sentence = quoted(sentenceAround(span, basis) ?? span, lines, LONGEST_SENTENCE);
  return `> ${prose.line(span, lines)}: ${prose.plain(sentence)}`;
}

function sentenceAround({ start }: Span, basis: Basis | undefined): Span | undefined {
  const placed = basis?.document.blocks.find(
    ({ start: from, block }) => from <= start && start <= from + block.text.length,
  );
  const sentence = placed?.reading.sentences.find(
    ({ span }) => placed.start + span.start <= start && start < placed.start + span.end,
  );
  return placed && sentence && { start: placed.start + sentence.span.start, end: placed.start + sentence.span.end };
}

function questionsOn({ absent, concern, family }: Finding, questions: Questions): string[] {
  if (absent) return absent.map((supply) => questions.supplies[supply]);
  return [concern ? questions.concerns[concern] : questions.families[family]];
}
