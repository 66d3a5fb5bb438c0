import type { Position, Range } from "vscode-languageclient";
import type { PlanView } from "../plan-view";
import type { SavedAs } from "./saved";

/** What the extension and the page beside the text tell each other. */

export type ToPage =
  | { readonly type: "plan"; readonly view: PlanView; readonly bundle: Readonly<Record<string, string>> }
  /** There is nothing to draw, and why. */
  | { readonly type: "notice"; readonly text: string; readonly uri: string }
  | { readonly type: "cursor"; readonly position: Position };

export type FromPage =
  | { readonly type: "ready" }
  | { readonly type: "go"; readonly range: Range }
  | { readonly type: "save"; readonly as: SavedAs };

/** What the page remembers over a reload of the window. */
export interface PageState {
  readonly uri?: string;
}
