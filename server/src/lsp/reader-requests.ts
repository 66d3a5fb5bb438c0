import type { Range } from "vscode-languageserver";

/**
 * Requests of our own, for someone who reads what was found: the pages of rules, and comments for a review. The
 * client's copy of these types stands in client/src/reader-requests.ts.
 */

/** The page of a rule, as Markdown; null where there is no such rule. */
export const RULE_PAGE_REQUEST = "engagementLint/rulePage";
/** All the rules that a document is judged by, in order of their titles. */
export const RULES_REQUEST = "engagementLint/rules";
/** What was found in a stretch of a document, as a comment in Markdown; null where nothing was. */
export const REVIEW_COMMENT_REQUEST = "engagementLint/reviewComment";

/** `uri` is the document that is read: a team may have rules of its own for it. */
export interface RulePageParams {
  readonly ruleId: string;
  readonly uri?: string;
}

export interface RulesParams {
  readonly uri?: string;
}

export interface RuleName {
  readonly id: string;
  readonly title: string;
}

export interface ReviewCommentParams {
  readonly uri: string;
  readonly range: Range;
}

/** Commands that a client may have, and that actions and hovers then name. */
export const EXPLAIN_RULE = "engagementLint.explainRule";
export const COPY_AS_COMMENT = "engagementLint.copyAsComment";
