import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Activity, activitiesOf } from "../engine/analyse";
import type { Finding, Span } from "../engine/finding";
import type { Basis } from "./analyst";
import { type Prose, quoted } from "./prose";

/** Concerns that rest on the distance between what something is called and what it is. */
const ABOUT_LEVELS: readonly Finding["concern"][] = ["co-word-misused", "overpromise"];

/** “Claimed: Co-produce (“co-produce”, line 9). Evidenced: Consult (“survey”, line 9).” */
export function tellLevels(finding: Finding, basis: Basis, lines: TextDocument, prose: Prose): string | undefined {
  if (!ABOUT_LEVELS.includes(finding.concern)) return undefined;
  const activity = activityAt(finding.span, activitiesOf(basis.document, basis.book));
  const claim = claimIn(finding.span, basis) ?? activity?.claimed;
  if (!activity || !claim || claim.level <= activity.evidenced.level) return undefined;
  const told = ({ level, because }: Activity["evidenced"]) =>
    `${prose.plain(levelName(level, basis))} (${because.slice(0, MOST_PLACES).map(where).join("; ")})`;
  const where = (span: Span) => `${prose.plain(quoted(span, lines))}, ${lowered(prose.line(span, lines))}`;
  return `${prose.strong("Claimed:")} ${told(claim)}. ${prose.strong("Evidenced:")} ${told(activity.evidenced)}.`;
}

const MOST_PLACES = 3;

function lowered(text: string): string {
  return text.replace("Line", "line");
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
