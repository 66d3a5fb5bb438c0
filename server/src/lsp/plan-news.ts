import type { Connection } from "vscode-languageserver";
import { PLAN_CHANGED, type PlanChangedParams } from "./plan-view";

/** Tells the client that a plan may be another now. A client that never asked for one would not know the word. */
export class PlanNews {
  wanted = false;

  constructor(private readonly connection: Connection) {}

  tell(uri: string, version: number): void {
    if (!this.wanted) return;
    const news: PlanChangedParams = { uri, version };
    // A client that has gone can't be told; its going ends this process by another way.
    void this.connection.sendNotification(PLAN_CHANGED, news).catch(() => {});
  }
}
