import { isOfCluster } from "../../model/rbac/built-in-resources";
import type { Action, UrlAction } from "../../model/rbac/verdict";

/** What somebody may want to do, wherever it is. */
export type Wish = Omit<Action, "namespace"> | UrlAction;

/** The wish in a namespace; what is in no namespace, such as a node or a URL, stays without. */
export function inPlace(wish: Wish, namespace: string | undefined): Action | UrlAction {
  if ("url" in wish || namespace === undefined || isOfCluster(wish.apiGroup ?? "", wish.resource)) return wish;
  return { ...wish, namespace };
}
