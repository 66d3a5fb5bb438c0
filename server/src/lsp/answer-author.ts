import { checkText } from "./check-text";
import { chooseFramework, frameworksFor } from "./choose-framework";
import type { Desk } from "./desk";
import {
  CHECK_TEXT_REQUEST,
  CHOOSE_FRAMEWORK_REQUEST,
  type CheckTextParams,
  type ChooseFrameworkParams,
  FRAMEWORKS_REQUEST,
  STATUS_REQUEST,
  type StatusParams,
} from "./questions";
import { statusOf } from "./status";
import { answerWord, WORD_REQUEST, type WordParams, type WordResult } from "./word-request";

/** Answers what an author's editor asks beyond the protocol. */
export function answerAuthor(desk: Desk): void {
  const { connection } = desk;
  connection.onRequest<WordResult, void>(WORD_REQUEST, (params: WordParams) => answerWord(params, desk.retell));
  connection.onRequest(STATUS_REQUEST, ({ uri }: StatusParams) => statusOf(desk, uri));
  connection.onRequest(CHECK_TEXT_REQUEST, (params: CheckTextParams) => checkText(desk, params));
  connection.onRequest(FRAMEWORKS_REQUEST, (params: StatusParams) => frameworksFor(desk, params));
  connection.onRequest(CHOOSE_FRAMEWORK_REQUEST, (params: ChooseFrameworkParams) => chooseFramework(desk, params));
}
