import { ownCopy } from "./own-copy";

/** Verbs and nouns whose forms no rule of spelling joins, by their shared stem. */
const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    be: "am is are was were been being",
    have: "has had having",
    do: "does did done doing",
    go: "goes went gone going",
    pay: "paid",
    take: "took taken",
    hold: "held",
    tell: "told",
    give: "gave given",
    make: "made",
    meet: "met",
    run: "ran running",
    say: "said",
    see: "saw seen",
    hear: "heard",
    bring: "brought",
    buy: "bought",
    build: "built",
    choose: "chose chosen",
    write: "wrote written",
    draw: "drew drawn",
    know: "knew known",
    keep: "kept",
    leave: "left",
    lead: "led",
    let: "letting",
    feel: "felt",
    find: "found",
    get: "got getting",
    lose: "lost",
    mean: "meant",
    put: "putting",
    read: "reading",
    seek: "sought",
    sell: "sold",
    send: "sent",
    set: "setting",
    sit: "sat sitting",
    speak: "spoke spoken",
    spend: "spent",
    stand: "stood",
    teach: "taught",
    think: "thought",
    understand: "understood",
    win: "won",
    woman: "women",
    man: "men",
    child: "children",
    person: "persons",
    "co-opt": "co-opted",
  }).flatMap(([base, forms]) => forms.split(" ").map((form) => [form, base])),
);

/** Words that look like forms of a verb and are read as words of their own. */
const WHOLE = new Set(
  (
    "meeting evening building housing morning hearing during nothing something anything everything string spring " +
    "wellbeing being funding training need indeed speed feed seed bed red led hundred sacred kindred shed " +
    "this his its us thus bus plus yes always perhaps news basis process access address business series species less " +
    "analysis thesis crisis campus status census focus bonus virus consensus various previous serious across unless " +
    "discuss miss pass class express press success witness illness wellness happiness kindness fairness"
  ).split(" "),
);

const cache = new Map<string, string>();

/** A word without its inflection, so that `decides`, `decided` and `deciding` are equal. Not a dictionary form. */
export function stem(word: string): string {
  let known = cache.get(word);
  if (known === undefined) {
    known = ownCopy(compute(word));
    if (cache.size > 50_000) cache.clear();
    cache.set(ownCopy(word), known);
  }
  return known;
}

function compute(word: string): string {
  const bare = word.replace(/['’]s?$/, "");
  const irregular = Object.hasOwn(IRREGULAR, bare) ? IRREGULAR[bare] : undefined;
  if (irregular) return withoutE(irregular);
  if (WHOLE.has(bare) || bare.length < 4) return bare;
  return withoutE(strip(bare));
}

function strip(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith("ied") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith("s") && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  if (word.endsWith("ing") && word.length > 5) return undouble(word.slice(0, -3));
  if (word.endsWith("ed") && !word.endsWith("eed") && word.length > 4) return undouble(word.slice(0, -2));
  if (word === "agreed" || word === "guaranteed") return word.slice(0, -1);
  return word;
}

function undouble(word: string): string {
  const last = word[word.length - 1]!;
  const doubled = word.length > 3 && last === word[word.length - 2] && !"lsz".includes(last) && !"aeiou".includes(last);
  return doubled ? word.slice(0, -1) : word;
}

function withoutE(word: string): string {
  return word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
}
