import type { Block } from "../blocks/block";
import type { Token } from "../text/tokens";

/**
 * How a passage speaks. Somebody who plans says what we and they will do; somebody who guides gives orders and says what
 * one should; somebody who reports looks back. `order` and `ours` are counted again where they open a heading.
 */
export const VOICES = [
  "we",
  "you",
  "will",
  "we-will",
  "they-will",
  "invitation",
  "should",
  "can",
  "past",
  "participle",
  "perfect",
  "order",
  "this-work",
  "guide",
  "bodies",
  "found",
  "plan",
  "order-heading",
  "ours-heading",
] as const;
export type Voice = (typeof VOICES)[number];

/** How often a block speaks in each voice, in the order of `VOICES`. */
export type VoiceCounts = readonly number[];

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const WE = words("we our us i my we'll we'd we've we're i'll");
const SPEAKER = words("we i");
const YOU = words("you your yours you'll you're");
const WILL = words("will shall");
const INTENDS = words("will shall plan intend aim want hope");
const TAKING_PART = words(
  "participants members people residents volunteers users patients carers group team board panel council you pupils tenants parents",
);
const SHOULD = words("should must ought need needs");
const CAN = words("can may might could");
const PAST = words("was were had did");
const HAS = words("has have");
const THIS = words("this our the");
const WORK = words("project study group network programme panel consultation plan strategy workshop review survey");
const GUIDE = words(
  "guide guidance toolkit template templates tip tips checklist handbook practitioner practitioners facilitator facilitators playbook",
);
const BODIES = words(
  "organisation organisations organization organizations company companies client clients designers researchers",
);
const FOUND = words("found reported finding findings result results learned lessons showed told said");
const PLAN = words("plan plans planned strategy proposal proposals consultation schedule timetable roadmap agenda");
/** Verbs that open what a guide tells its readers to do. */
const ORDER = words(
  "ensure consider make use ask identify provide include give plan think avoid check keep try start create develop write choose invite remember don't be set find work allow offer explain look take build engage involve encourage select define decide agree test read add remove run get let send review prepare establish record document discuss help support recruit communicate listen respect map note bring present organise organize collect design describe determine how",
);
const INVITING: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["you", words("can")],
  ["if", words("you")],
  ["would", words("you")],
  ["join", words("us")],
  ["sign", words("up")],
  ["contact", words("us")],
  ["take", words("part")],
  ["get", words("in")],
]);

type Tally = Record<Voice, number>;

const SILENT = Object.fromEntries(VOICES.map((voice) => [voice, 0])) as Tally;

export function emptyTally(): Tally {
  return { ...SILENT };
}

/** Adds to `tally` how one sentence of `block` speaks. */
export function addVoice(tally: Tally, sentence: readonly Token[], block: Block): void {
  sentence.forEach(({ word }, i) => {
    const next = sentence[i + 1]?.word ?? "";
    addWord(tally, word);
    addPair(tally, word, next);
  });
  const orders = ORDER.has(sentence[0]?.word ?? "");
  if (orders) tally.order += 1;
  if (block.kind !== "heading") return;
  if (orders) tally["order-heading"] += 1;
  if (sentence.some(({ word }) => WE.has(word))) tally["ours-heading"] += 1;
}

function addWord(tally: Tally, word: string): void {
  if (WE.has(word)) tally.we += 1;
  else if (YOU.has(word)) tally.you += 1;
  else if (SHOULD.has(word)) tally.should += 1;
  else if (CAN.has(word)) tally.can += 1;
  else if (PAST.has(word)) tally.past += 1;
  else if (GUIDE.has(word)) tally.guide += 1;
  else if (BODIES.has(word)) tally.bodies += 1;
  else if (word === "please") tally.invitation += 1;
  if (WILL.has(word) || word.endsWith("'ll")) tally.will += 1;
  if (FOUND.has(word)) tally.found += 1;
  if (PLAN.has(word)) tally.plan += 1;
  if (word.length > 3 && word.endsWith("ed")) tally.participle += 1;
}

function addPair(tally: Tally, word: string, next: string): void {
  if ((SPEAKER.has(word) && INTENDS.has(next)) || word === "we'll" || word === "i'll") tally["we-will"] += 1;
  if (TAKING_PART.has(word) && WILL.has(next)) tally["they-will"] += 1;
  if (HAS.has(word) && (next === "been" || next.endsWith("ed"))) tally.perfect += 1;
  if (THIS.has(word) && WORK.has(next)) tally["this-work"] += 1;
  if (INVITING.get(word)?.has(next)) tally.invitation += 1;
}

export function countsOf(tally: Tally): VoiceCounts {
  return VOICES.map((voice) => tally[voice]);
}
