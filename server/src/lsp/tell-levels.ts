import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Activity, activitiesOf } from "../engine/analyse";
import type { Finding, Span } from "../engine/finding";
import type { Say } from "../words/say";
import type { Basis } from "./analyst";
import { type Prose, quoted } from "./prose";

/** Concerns that rest on the distance between what something is called and what it is. */
const ABOUT_LEVELS: readonly Finding["concern"][] = ["co-word-misused", "overpromise"];

/** “Claimed: Co-produce (“co-produce”, line 9). Evidenced: Consult (“survey”, line 9).” */
export function tellLevels(finding: Finding, basis: Basis, lines: TextDocument, prose: Prose): string | undefined {
  if (!ABOUT_LEVELS.includes(finding.concern)) return undefined;
  const { say } = prose;
  const activities = activitiesIn(basis);
  const activity = activityAt(finding.span, activities);
  const claim = claimIn(finding.span, basis) ?? activity?.claimed;
  if (!claim) return undefined;
  const { words, evidence } = activity
    ? { words: say("Evidenced:"), evidence: activity.evidenced }
    : atMost(activities, say);
  if (evidence && claim.level <= evidence.level) return undefined;
  const claimed = `${prose.strong(say("Claimed:"))} ${tellLevel(claim, basis, lines, prose)}.`;
  return evidence
    ? `${claimed} ${prose.strong(words)} ${tellLevel(evidence, basis, lines, prose)}.`
    : `${claimed} ${prose.plain(words)}`;
}

/** For a claim that stands apart from what people do: the furthest that anything in the plan goes. */
function atMost(
  activities: readonly Activity[],
  say: Say,
): { words: string; evidence: Activity["evidenced"] | undefined } {
  const [furthest] = [...activities].sort((a, b) => b.evidenced.level - a.evidenced.level);
  if (!furthest) return { words: say("Nothing that people do in it is described."), evidence: undefined };
  const words = say(
    activities.length === 1 ? "Evidenced by the only activity here:" : "Evidenced at most, in all of the text:",
  );
  return { words, evidence: furthest.evidenced };
}

function tellLevel({ level, because }: Activity["evidenced"], basis: Basis, lines: TextDocument, prose: Prose): string {
  const places = because
    .slice(0, MOST_PLACES)
    .map((span) => `${prose.plain(quoted(span, lines))}, ${lowered(prose.line(span, lines))}`);
  return `${prose.plain(prose.say(levelName(level, basis)))} (${places.join("; ")})`;
}

const MOST_PLACES = 3;

/** A long plan takes a while to be gone through, and the pointer rests on one finding after another. */
const known = new WeakMap<Basis, readonly Activity[]>();

function activitiesIn(basis: Basis): readonly Activity[] {
  let activities = known.get(basis);
  if (!activities) {
    activities = activitiesOf(basis.document, basis.book);
    known.set(basis, activities);
  }
  return activities;
}

/** The first letter may stand within a bracket. */
function lowered(text: string): string {
  return text.replace(/\p{Lu}/u, (letter) => letter.toLowerCase());
}

/** The activity that a place is in; of one within another the inner one. */
function activityAt({ start }: Span, activities: readonly Activity[]): Activity | undefined {
  return activities
    .filter(({ span }) => span.start <= start && start <= span.end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}

/** The highest level that the words found claim by themselves. */
function claimIn(span: Span, { document, book }: Basis): Activity["evidenced"] | undefined {
  const levels = document.blocks.flatMap(({ start, reading }) =>
    reading.hits
      .filter((hit) => start + hit.span.start < span.end && start + hit.span.end > span.start)
      .flatMap((hit) => book.facts[hit.fact]!.claims ?? []),
  );
  return levels.length ? { level: Math.max(...levels), because: [span] } : undefined;
}

/** What the ladder in use calls a level: the last overlay's that has one, or else the framework's. */
export function levelName(level: number, { book, settings }: Basis): string {
  const overlays = settings.overlays.map((id) => book.overlays.find((overlay) => overlay.id === id)?.ladder);
  const framework = book.frameworks.find(({ id }) => id === settings.framework)?.ladder;
  const ladder = overlays.reverse().find((one) => one !== undefined) ?? framework;
  const { name, names } = book.levels[level]!;
  return (ladder && names[ladder]) ?? name;
}
