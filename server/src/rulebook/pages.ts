import type { Definitions, FrameworkDefinition, RuleDefinition } from "../engine/definitions";
import type { Family } from "../engine/finding";

/** What each family is called on the page, in the order of the pages. The family `tokenism` is shown as Depth. */
const FAMILY_TITLES: Readonly<Record<Family, string>> = {
  wording: "Wording",
  power: "Power",
  timing: "Timing",
  resourcing: "Resourcing",
  tokenism: "Depth",
  feedback: "Feedback",
  inclusion: "Inclusion",
  evidence: "Evidence",
  law: "Law",
};

/** What a rule's page tells of beside the rule itself. */
type RuleSurroundings = Pick<Definitions, "facts" | "frameworks" | "overlays">;

/** The pages of the rulebook, by their path under `rules/`. */
export function rulePages(definitions: Definitions): Record<string, string> {
  const pages = Object.fromEntries(
    definitions.rules.map((rule) => [`pages/${rule.id}.md`, rulePage(rule, definitions)]),
  );
  return { "README.md": indexPage(definitions), ...pages };
}

function indexPage({ rules, frameworks, overlays }: Definitions): string {
  const lines = [
    "# Rules",
    "",
    "This page and those it links to are made from the rule files by `npm run pages`. How to write a rule: [LANGUAGE.md](LANGUAGE.md).",
    "",
  ];
  for (const [family, title] of Object.entries(FAMILY_TITLES)) {
    const own = rules.filter((rule) => rule.family === family);
    if (own.length === 0) continue;
    lines.push(`## ${title}`, "", "| Rule | What it says | Raises | Level |", "| --- | --- | --- | --- |");
    for (const rule of own)
      lines.push(`| [${rule.id}](pages/${rule.id}.md) | ${rule.title} | ${raises(rule)} | ${rule.level} |`);
    lines.push("");
  }
  lines.push("## Frameworks", "", ...frameworks.map(described), "", "## Overlays", "", ...overlays.map(described), "");
  return lines.join("\n");
}

function described(framework: FrameworkDefinition): string {
  return `- \`${framework.id}\`: **${framework.title}.** ${framework.about.trim()}`;
}

function raises(rule: RuleDefinition): string {
  if (rule.concern) return rule.concern;
  return rule.absent ? `missing: ${rule.absent.join(", ")}` : "–";
}

/** The page of one rule. */
export function rulePage(rule: RuleDefinition, definitions: RuleSurroundings): string {
  const sections = [
    `# ${rule.title}`,
    `\`${rule.id}\` · ${FAMILY_TITLES[rule.family]} · ${raises(rule)} · ${rule.level}`,
    `> ${rule.message}`,
    rule.why.trim(),
    `Rests on: ${rule.sources.join(", ")}.${rule.disagree ? ` ${rule.disagree.trim()}` : ""}`,
    reads(rule, definitions),
    exampleSection("Raised", rule, true),
    exampleSection("Let pass", rule, false),
    fixSection(rule),
    levelSection(rule, definitions),
  ];
  return `${sections.filter(Boolean).join("\n\n")}\n`;
}

/** What the rule looks for, in words. */
function reads(rule: RuleDefinition, { facts }: RuleSurroundings): string {
  if (rule.absent)
    return `## What it reads\n\nThe whole plan: raised once, at the title, where a reader would look for ${rule.absent.join(", ")} and it isn't there.`;
  const titleOf = (name: string): string =>
    facts.find((fact) => fact.name === name && !rule.ownFacts.some((own) => own.name === name))?.title ??
    "its own phrases";
  const named = (names: readonly string[]): string => [...new Set(names.map(titleOf))].join("; or ");
  const lines = rule.find.map((clause) => {
    const beside = clause.with
      .map((condition) => `, with (in the same ${condition.within}) ${named(condition.facts)}`)
      .join("");
    const excused = clause.unless
      .map((condition) => `, unless (in the same ${condition.within}) ${named(condition.facts)}`)
      .join("");
    return `- ${named(clause.facts)}${beside}${excused}`;
  });
  const always = rule.unless.map(
    (condition) => `- never where (in the same ${condition.within}) ${named(condition.facts)}`,
  );
  const suspects = rule.suspects
    ? ["- as a hint, sentences that read to the learned reader like ones that advisers raised"]
    : [];
  return ["## What it reads", "", ...new Set([...lines, ...always, ...suspects])].join("\n");
}

function exampleSection(title: string, rule: RuleDefinition, flagged: boolean): string {
  const examples = rule.examples.filter((example) => (example.span !== undefined) === flagged);
  const shown = examples.map((example) => {
    const { span, text } = example;
    const marked = span
      ? `${text.slice(0, span.start)}**${text.slice(span.start, span.end)}**${text.slice(span.end)}`
      : text;
    return `- ${marked.replace(/\n+/g, " / ").replace(/^#\s*/, "")}${example.fixed ? `\n  → ${example.fixed.replace(/\n+/g, " / ")}` : ""}`;
  });
  return [`## ${title}`, "", ...shown].join("\n");
}

function fixSection(rule: RuleDefinition): string {
  if (rule.fixes.length === 0) return "";
  return [
    "## Fixes",
    "",
    ...rule.fixes.map((fix) => `- ${fix.title}${fix.safe ? " (safe: may be applied everywhere at once)" : ""}`),
  ].join("\n");
}

function levelSection(rule: RuleDefinition, { frameworks, overlays }: RuleSurroundings): string {
  const weighs = (framework: FrameworkDefinition): string => framework.levels[rule.id] ?? rule.level;
  const lines = [
    "## Level by framework",
    "",
    "| Framework | Level |",
    "| --- | --- |",
    ...frameworks.map((framework) => `| ${framework.title} | ${weighs(framework)} |`),
  ];
  const changed = overlays.filter((overlay) => overlay.levels[rule.id]);
  if (changed.length)
    lines.push("", `Overlays: ${changed.map((overlay) => `${overlay.title}: ${overlay.levels[rule.id]}`).join("; ")}.`);
  const otherWords = frameworks.filter((framework) => framework.messages[rule.id]);
  for (const framework of otherWords) lines.push("", `${framework.title} says: ${framework.messages[rule.id]}`);
  return lines.join("\n");
}
