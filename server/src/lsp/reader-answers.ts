import { builtInReference } from "../rulebook/built-in-terms";
import { rulePage } from "../rulebook/pages";
import { type Desk, newest } from "./desk";
import {
  REVIEW_COMMENT_REQUEST,
  type ReviewCommentParams,
  RULE_PAGE_REQUEST,
  RULES_REQUEST,
  type RuleName,
  type RulePageParams,
  type RulesParams,
} from "./reader-requests";
import { reviewComment } from "./review-comment";

/** Answers who reads what was found: with the pages of rules, and with comments for a review. */
export function answerReaders(desk: Desk): void {
  const { connection } = desk;
  connection.onRequest(RULE_PAGE_REQUEST, async ({ ruleId, uri }: RulePageParams): Promise<string | null> => {
    const book = await bookFor(desk, uri);
    const rule = book.rules.find(({ id }) => id === ruleId);
    // An author has not seen the file of the rule, where this stands for the words that were found.
    return rule ? rulePage(rule, book).replaceAll("{found}", "…") : null;
  });
  connection.onRequest(RULES_REQUEST, async ({ uri }: RulesParams): Promise<RuleName[]> => {
    const names = (await bookFor(desk, uri)).rules.map(({ id, title }) => ({ id, title }));
    return names.sort((a, b) => a.title.localeCompare(b.title, "en"));
  });
  connection.onRequest(REVIEW_COMMENT_REQUEST, async ({ uri, range }: ReviewCommentParams) => {
    const now = await newest(desk, uri);
    return now ? reviewComment(range, now.analysis, now.lines, builtInReference.questions, desk.say) : null;
  });
}

/** The rules that a document is judged by; those that come with the server where it is not read. */
async function bookFor(desk: Desk, uri: string | undefined) {
  const now = uri === undefined ? undefined : await newest(desk, uri);
  return now?.analysis.basis?.book ?? desk.linter.book();
}
