import type { DateWords } from "./date-words";

export const DATE_KINDS = ["opens", "closes", "event", "decision", "feedback", "other"] as const;
/** What happens on a day. */
export type DateKind = (typeof DATE_KINDS)[number];

/** What words near a date say of it. Weak ones (`far`) count only just before it, where nothing stronger is as near. */
interface Cue {
  readonly kind: DateKind;
  readonly words: RegExp;
  readonly far: number;
}

const CUES: readonly Cue[] = [
  {
    kind: "feedback",
    far: 0,
    words:
      /\b(?:(?<!\b(?:your|gather|gathers|collect|collects|give|giving|get|any|of|their|receive) )feedback|feed back|fed back|you said|what (?:we|you|was) (?:heard|said|changed?)|report(?:s|ed)? back|hear back|(?:publish|send|post|share|issue)(?:es|ed|s)? (?:\w+ ){0,4}(?:summary|report|results?|responses?|findings|answers?|replies|note)|(?:summary|report|results?|findings) (?:\w+ ){0,4}(?:published|sent|shared|posted|issued)|(?:our|written) (?:reply|response|answer)|tell (?:you|people|everyone|everybody))\b/gi,
  },
  {
    kind: "decision",
    far: 0,
    words:
      /\b(?:deci(?:de|des|ded|sion|sions)|determin(?:es?|ation)|approv(?:es?|ed|al)|adopt(?:s|ed|ion)?|agreed|votes?|ballot|referendum|signs? off|sign-off|ratif(?:y|ies)|cabinet|full council|board meet(?:s|ing)|(?:goes|go|put|taken) to (?:the )?\w+ ?(?:board|cabinet|committee|council)|for decision)\b/gi,
  },
  {
    kind: "opens",
    far: 0,
    words:
      /\b(?:open(?:s|ed|ing)?(?! (?:evening|day|house|meeting|session))|start(?:s|ed|ing)?|beg(?:ins?|an|inning)|launch(?:es|ed)?|commenc(?:es?|ed|ing))\b/gi,
  },
  {
    kind: "closes",
    far: 0,
    words:
      /\b(?:clos(?:es?|ed|ing)|deadlines?|ends?|ended|last day|no later than|(?:reply|replies|respond|responses?|return(?:ed)?|apply|applications?|comments?|views|submit(?:ted)?|received|tell us)(?: \w+){0,4} (?:by|before|until|to)|open until)\b/gi,
  },
  {
    kind: "event",
    far: 6,
    words:
      /\b(?:workshops?|meet(?:s|ings?)?|drop-?ins?|events?|sessions?|focus groups?|forums?|assembl(?:y|ies)|visits?|walk(?:s|about)?|exhibitions?|conversations?|evenings?|roundtables?|conference|seminar|launch event|webinars?|clinics?|takes? place|held|at \d{1,2}(?:[.:]\d{2})?\s?(?:am|pm)|\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm))\b/gi,
  },
  { kind: "opens", far: 45, words: /\b(?:from|between)\b/gi },
  { kind: "closes", far: 45, words: /\b(?:until|till|by)\b/gi },
];

/** What another date between a date and a cue is worth, and a comma or semicolon, in letters of distance. */
const PAST_DATE = 60;
const PAST_COMMA = 12;
/** A cue after the date is a little further than one before it: “closes on 3 June, decision on 5 July”. */
const AFTER = 10;
/** A cue this far off counts only when it stands within so many letters before the date. */
const WEAK = 45;
const NEXT = 14;
const TOO_FAR = 150;

/** What may open and close: other things that start and end on a day are not the plan's own. */
const WINDOW =
  /\b(?:consult|survey|questionnaire|listen|engage|comment|view|respon[ds]|repl(?:y|ies)|vot(?:e|ing)|poll|ballot|appl(?:y|ication)|nominat|feedback|conversation|have your say|submission|evidence|closing date|deadline|talk|workshop|session|take part|invit|stage|phase)/i;

/**
 * What happens on a date, from the words of its sentence; undefined where they don't say. `others` are the dates of the
 * same sentence, `around` the words in which it must be told that people take part.
 */
export function kindOf(
  date: DateWords,
  text: string,
  others: readonly DateWords[],
  around: string = text,
): DateKind | undefined {
  const cues = WINDOW.test(around) ? CUES : CUES.filter(({ kind }) => kind !== "opens" && kind !== "closes");
  const kind = nearestKind(date, text, others, cues);
  return cues === CUES ? forEdge(date, kind, text) : kind;
}

function nearestKind(
  date: DateWords,
  text: string,
  others: readonly DateWords[],
  cues: readonly Cue[],
): DateKind | undefined {
  let best: { kind: DateKind; cost: number } | undefined;
  for (const { kind, words, far } of cues) {
    for (const match of text.matchAll(words)) {
      const cue = { start: match.index, end: match.index + match[0].length };
      if (cue.start < date.end && date.start < cue.end) continue;
      const before = cue.end <= date.start;
      const gap: string = before ? text.slice(cue.end, date.start) : text.slice(date.end, cue.start);
      const from = before ? cue.end : date.end;
      // A stretch of time is one thing: its own other end is not in the way.
      const between = new Set(
        others
          .filter(({ start, end, edge }) => start >= from && end <= from + gap.length && !(edge && date.edge))
          .map(({ start }) => start),
      ).size;
      const commas = gap.replace(/[^,;]/g, "").length;
      if (far >= WEAK && (!before || gap.length > NEXT)) continue;
      const cost = far + gap.length + between * PAST_DATE + commas * PAST_COMMA + (before ? 0 : AFTER);
      if (cost <= TOO_FAR && (!best || cost < best.cost)) best = { kind, cost };
    }
  }
  return best?.kind;
}

/** The ends of a stretch open and close it, unless something else happens all through it. */
function forEdge({ edge }: DateWords, kind: DateKind | undefined, text: string): DateKind | undefined {
  if (!edge || kind === "event" || kind === "feedback" || /\b(?:vot(?:e|es|ing)|ballot|poll)\b/i.test(text))
    return kind;
  return edge === "from" ? "opens" : "closes";
}
