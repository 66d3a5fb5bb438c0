import type { Finding } from "../engine/finding";
import type { Say } from "../words/say";
import type { Analysis } from "./analyst";
import { type Desk, newest } from "./desk";
import { whyLeftAlone, whySilent } from "./not-checked";
import type { StatusResult } from "./questions";

/** What was found in an open document in its newest version, in short; null for one that isn't open. */
export async function statusOf(desk: Desk, uri: string): Promise<StatusResult | null> {
  const now = await newest(desk, uri);
  if (!now) return null;
  const { analysis, lines } = now;
  const ground = await desk.configuration.configs.of(uri, lines.getText());
  const id = (analysis.basis?.settings ?? ground.resolution.settings).framework;
  const framework = desk.linter.book().frameworks.find((one) => one.id === id)?.title ?? id;
  const chosen = await desk.settings.of(uri);
  const asked = desk.asked.has(uri);
  const notChecked = (asked ? undefined : whyLeftAlone(chosen, ground, desk)) ?? whyNothing(analysis, desk.say);
  return { framework, families: countFamilies(analysis.findings), ...(notChecked ? { notChecked } : {}) };
}

function whyNothing({ basis, findings }: Analysis, say: Say): string | undefined {
  if (!basis) return say("It could not be read. What went wrong stands in the output.");
  return findings.length ? undefined : whySilent(basis.document, basis.book, basis.settings, say);
}

/** The most first; of equals, in the order of their names, so that nothing jumps about. */
export function countFamilies(findings: readonly Finding[]): StatusResult["families"] {
  const counts = new Map<string, number>();
  for (const { family } of findings) counts.set(family, (counts.get(family) ?? 0) + 1);
  const families = [...counts].map(([family, count]) => ({ family, count }));
  return families.sort((a, b) => b.count - a.count || (a.family < b.family ? -1 : 1));
}
