import type { Range } from "vscode-languageclient";
import type { PlanView } from "../plan-view";
import type { SavedAs } from "./saved";

/** What the extension and the page beside the text tell each other. */

export type ToPage =
  | { readonly type: "plan"; readonly view: PlanView; readonly bundle: Readonly<Record<string, string>> }
  /** There is nothing to draw, and why. */
  | { readonly type: "notice"; readonly text: string; readonly uri: string }
  /** The sentence that the author is in. */
  | { readonly type: "cursor"; readonly sentence: Range };

export type FromPage =
  | { readonly type: "ready" }
  | { readonly type: "go"; readonly range: Range }
  | { readonly type: "save"; readonly as: SavedAs };

/** What the page remembers over a reload of the window. */
export interface PageState {
  readonly uri?: string;
}
