import type { Range } from "vscode-languageclient";
import { inWordsHtml } from "../src/ladder/in-words";
import { ladderSvg } from "../src/ladder/ladder-svg";
import type { FromPage, PageState, ToPage } from "../src/ladder/messages";
import { sayIn } from "../src/ladder/say";
import type { PlanView } from "../src/plan-view";
import { light, placesAt } from "./places";
import { step, stopAt, stoppedAt } from "./walk";

/** The page beside the text: draws the plan that it is sent, and tells where the reader wants to go. */

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: PageState): void;
};

const editor = acquireVsCodeApi();
const partOf = (id: string) => document.getElementById(id)!;
const picture = partOf("picture");
const list = partOf("list");
const notice = partOf("notice");

let plan: { readonly view: PlanView; readonly bundle: Readonly<Record<string, string>> } | undefined;
let sentence: Range | undefined;
let drawnWidth = 0;
let drawn = "";

/** The same plan over again changes nothing: whatever is being clicked on would be gone before the button is let go. */
function draw(): void {
  if (!plan) return;
  const wanted = JSON.stringify([plan, document.body.clientWidth]);
  if (wanted === drawn) return;
  drawn = wanted;
  const say = sayIn(plan.bundle);
  const stop = stoppedAt(picture);
  const wasInside = picture.contains(document.activeElement);
  drawnWidth = document.body.clientWidth;
  picture.innerHTML = ladderSvg(plan.view, { width: Math.min(drawnWidth, 1000), links: true, say });
  const chosen = stopAt(picture, stop);
  if (wasInside) chosen?.focus();
  drawWords(inWordsHtml(plan.view, say, true));
  light(document, sentence);
}

/** Whoever stands in the list while the plan changes goes on standing there. */
function drawWords(html: string): void {
  const stop = [...list.querySelectorAll("button")].indexOf(document.activeElement as HTMLButtonElement);
  list.innerHTML = html;
  if (stop >= 0) list.querySelectorAll("button")[stop]?.focus();
}

function show(message: ToPage): void {
  if (message.type === "cursor") {
    sentence = message.sentence;
    light(document, sentence);
    return;
  }
  const isPlan = message.type === "plan";
  plan = isPlan ? message : undefined;
  notice.textContent = isPlan ? "" : message.text;
  editor.setState({ uri: isPlan ? message.view.uri : message.uri });
  document.body.classList.toggle("drawn", isPlan);
  if (isPlan) draw();
  else {
    picture.replaceChildren();
    drawn = "";
  }
}

function goTo(target: EventTarget | null): boolean {
  const stop = target instanceof Element ? target.closest(".go, .line") : null;
  const range = stop && placesAt(stop)[0];
  if (range) editor.postMessage({ type: "go", range });
  return Boolean(range);
}

picture.addEventListener("click", ({ target }) => goTo(target));
list.addEventListener("click", ({ target }) => goTo(target));
picture.addEventListener("keydown", (event) => {
  const goes = event.key === "Enter" || event.key === " ";
  if (goes ? goTo(event.target) : step(picture, event.key)) event.preventDefault();
});
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-save]"))
  button.addEventListener("click", () =>
    editor.postMessage({ type: "save", as: button.dataset.save === "svg" ? "svg" : "html" }),
  );
addEventListener("message", ({ data }: MessageEvent<ToPage>) => show(data));
addEventListener("resize", () => {
  if (document.body.clientWidth !== drawnWidth) draw();
});
editor.postMessage({ type: "ready" });
