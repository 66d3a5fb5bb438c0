/** What passes between us and the server about pages of rules and comments; its copy is server/src/lsp/reader-requests.ts. */
export const RULE_PAGE_REQUEST = "engagementLint/rulePage";
export const RULES_REQUEST = "engagementLint/rules";
export const REVIEW_COMMENT_REQUEST = "engagementLint/reviewComment";

export interface RuleName {
  readonly id: string;
  readonly title: string;
}
