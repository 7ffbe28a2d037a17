import type { Access } from "../../config/schema/access";
import { answerOnceIn } from "../../model/rbac/answer";
import type { Action, UrlAction, Verdict } from "../../model/rbac/verdict";

/** What an API server answers to somebody who is signed in. By the model of the access file alone: no API server has a say in it. */
export const expectedOf = (access: Access, person: string, cluster: string, action: Action | UrlAction): Verdict =>
  answerOnceIn({ access, cluster, action }, person).verdict;
