import { CodeLensRefreshRequest, type Connection } from "vscode-languageserver";
import type { ClientFeatures } from "./client-features";
import { PLAN_CHANGED, type PlanChangedParams } from "./plan-view";

/** Tells the client that a plan may be another now. A client that never asked for one would not know the word. */
export class PlanNews {
  wanted = false;
  /** The newest version of each document that was told of. */
  private readonly told = new Map<string, number>();

  constructor(
    private readonly connection: Connection,
    private readonly features: ClientFeatures,
  ) {}

  tell(uri: string, version: number): void {
    // An edit makes a client ask for the lines above the activities; a new configuration doesn't.
    if (this.told.get(uri) === version) this.refreshCodeLenses();
    this.told.set(uri, version);
    if (!this.wanted) return;
    const news: PlanChangedParams = { uri, version };
    // A client that has gone can't be told; its going ends this process by another way.
    void this.connection.sendNotification(PLAN_CHANGED, news).catch(() => {});
  }

  forget(uri: string): void {
    this.told.delete(uri);
  }

  refreshCodeLenses(): void {
    if (!this.features.refreshesCodeLenses) return;
    void this.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
  }
}
