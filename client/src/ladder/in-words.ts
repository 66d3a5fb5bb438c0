import type { Range } from "vscode-languageclient";
import type { PlanActivity, PlanView } from "../plan-view";
import { daysOf, kindInWords, lateInWords } from "./calendar";
import type { Say } from "./say";
import { escaped, placesOf } from "./shapes";
import {
  claimInWords,
  dayInWords,
  decidesInWords,
  distance,
  distanceInWords,
  nothingMissing,
  showsInWords,
  summary,
  suppliesInWords,
} from "./telling";

/** What the picture shows, for those who read or hear it. */
export interface Chapter {
  readonly title: string;
  readonly lines: readonly Line[];
}

interface Line {
  readonly text: string;
  /** Where the plan says so. */
  readonly ranges: readonly Range[];
}

export function inWords(view: PlanView, say: Say): Chapter[] {
  if (!view.isPlan) return [];
  return [
    { title: say("The rungs, from the top"), lines: rungLines(view) },
    { title: say("What people take part in"), lines: activityLines(view, say) },
    { title: say("When, and when it is decided"), lines: dayLines(view, say) },
    { title: say("Not yet in this plan"), lines: missingLines(view, say) },
  ];
}

const line = (text: string, ranges: readonly Range[] = []): Line => ({ text, ranges });

function rungLines({ levels }: PlanView): Line[] {
  return [...levels].sort((a, b) => b.level - a.level).map(({ name, means }) => line(`${name}. ${means}`));
}

function activityLines({ activities, dates }: PlanView, say: Say): Line[] {
  if (activities.length === 0) return [line(say("Nothing that people can take part in is described yet."))];
  return activities.map((activity, index) => line(activityInWords(activity, index + 1, dates, say), [activity.range]));
}

function activityInWords(activity: PlanActivity, number: number, dates: PlanView["dates"], say: Say): string {
  return [
    `${number}. ${activity.name}.`,
    claimInWords(activity, say),
    showsInWords(activity, say),
    distance(activity) === 0 ? "" : distanceInWords(activity, say),
    decidesInWords(activity, dates, say),
    ...suppliesInWords(activity, say),
  ]
    .filter(Boolean)
    .join(" ");
}

function dayLines(view: PlanView, say: Say): Line[] {
  const days = daysOf(view);
  if (days.length === 0) return [line(say("The plan names no date yet."))];
  const late = lateInWords(days, say);
  const told = days.map((day) => line(`${dayInWords(day.iso, say, day)}: ${kindInWords(day, say)}.`, day.ranges));
  return late ? [...told, line(late)] : told;
}

function missingLines(view: PlanView, say: Say): Line[] {
  const { missing } = view;
  if (missing.length === 0) return [line(nothingMissing(view, say))];
  return missing.map(({ title, message, range }) => line(`${title}. ${message}`, [range]));
}

/** The chapters as lists. Beside the text, each line that stands for words of the plan is a button that leads there. */
export function inWordsHtml(view: PlanView, say: Say, links: boolean): string {
  const item = ({ text, ranges }: Line) =>
    links && ranges.length
      ? `<li><button class="line" data-at="${placesOf(ranges)}">${escaped(text)}</button></li>`
      : `<li>${escaped(text)}</li>`;
  const chapters = inWords(view, say).map(
    ({ title, lines }) => `<h2>${escaped(title)}</h2><ul>${lines.map(item).join("")}</ul>`,
  );
  return `<p>${escaped(summary(view, say))}</p>${chapters.join("")}`;
}
