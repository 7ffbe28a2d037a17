import { strings } from "../../../draft";
import type { PolicyCheck } from "./check";

/** Requests that name no object are never allowed by a rule with names: "Referring to resources" in the RBAC documentation. */
export const resourceNames: PolicyCheck = function* (rule, path) {
  if (rule.resourceNames === undefined) return;
  const verbs = strings(rule.verbs);
  // A new object may be named by PUT or server-side apply, and by a subresource: k8s.io/apiserver/pkg/endpoints/handlers.
  const mayName =
    verbs.some(({ text }) => ["*", "update", "patch"].includes(text)) ||
    strings(rule.resources).some(({ text }) => text.includes("/"));
  for (const { index, text } of verbs) {
    const unnamed = text === "deletecollection" || (text === "create" && !mayName);
    if (!unnamed) continue;
    yield {
      path: [...path, "verbs", index],
      must: "must not be used with resourceNames: such a request names no object, so the rule never allows it",
      hint: "put it into a separate rule",
    };
  }
  for (const { index, text } of strings(rule.resourceNames)) {
    if (text !== "*" && text !== "") continue;
    const must = "must be the exact name of an object";
    yield { path: [...path, "resourceNames", index], must, hint: "remove resourceNames to allow every object" };
  }
};
