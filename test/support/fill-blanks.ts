/** What an author might write in a blank. Every blank of the templates and of the sentences on offer is named here. */
const VALUES: Readonly<Record<string, string>> = {
  adviser: "Citizens Advice in Wrenford",
  amount: "£60",
  body: "the Cabinet",
  change: "the hall opens on Sundays",
  "closing date": "30 April 2028",
  date: "14 July 2028",
  days: "three",
  "decision date": "20 June 2028",
  group: "the stallholders of the market",
  "independent person": "a mediator from the Law Centre",
  limits: "the budget of £40,000",
  month: "September 2028",
  name: "Nadia Osei",
  number: "ten",
  "opening date": "6 March 2028",
  options: "keep the hall, let it, or share it",
  organisation: "the tenants' association",
  partner: "the Wrenford Carers' Centre",
  place: "the library on Thursdays",
  post: "the market manager",
  "publishing month": "October 2028",
  rate: "£22",
  reason: "the law requires it",
  "report date": "26 May 2028",
  "second group": "the families who use the day centre",
  support: "a taxi and a Polish interpreter",
  task: "filling in the survey",
  "third group": "pupils of Wharf Lane Primary",
  topic: "chairing and the council's budget",
  venue: "The Corn Exchange",
  what: "the use of the market hall",
  where: "the library, the surgery and the Polish shop",
};

/** A blank is words in square brackets that are no link, footnote or box to tick. */
export const BLANK = /\[(?!\^|[ xX]\])([^\]\n]+)\](?![(:[])/g;

/** Fills every blank with something sensible. A blank that nobody thought of is an error, not a guess. */
export function fillBlanks(text: string): string {
  return text.replace(BLANK, (_, name: string) => {
    const value = VALUES[name] ?? capital(VALUES[name.toLowerCase()]);
    if (!value) throw new Error(`Nothing is known to fill “[${name}]” with: name it in test/support/fill-blanks.ts.`);
    return value;
  });
}

function capital(value: string | undefined): string | undefined {
  return value && value.charAt(0).toUpperCase() + value.slice(1);
}
