import type { Term } from "../engine/terms";
import type { Basis } from "./analyst";
import { listed, type Prose } from "./prose";
import type { SourceNames } from "./tell-finding";
import { levelName } from "./tell-levels";

/**
 * What a word of the field means, first by the framework in use, and where the others differ. Without `sources` it is
 * kept short, for a place where more is told than the word.
 */
export function tellTerm(term: Term, basis: Basis, prose: Prose, sources: SourceNames | undefined): string {
  const { book, settings } = basis;
  const { say } = prose;
  const all = [...book.frameworks, ...book.overlays];
  const chosen = all.filter(({ id }) => id === settings.framework || settings.overlays.includes(id));
  const saying = ({ id, title }: (typeof all)[number]) =>
    term.says[id] ? [`${prose.strong(`${title}:`)} ${prose.plain(term.says[id])}`] : [];
  const level = term.level === undefined ? undefined : say("Level: {0}.", say(levelName(term.level, basis)));
  return prose.paragraphs([
    prose.strong(term.title),
    prose.plain([term.means, level].filter(Boolean).join(" ")),
    ...chosen.flatMap(saying),
    sources && prose.list(all.filter((one) => !chosen.includes(one)).flatMap(saying)),
    sources && prose.plain(say("From: {0}.", listed(fullNames(term.sources, sources), say))),
  ]);
}

function fullNames(names: readonly string[], sources: SourceNames): string[] {
  return names.map((name) => sources[name] ?? name);
}
