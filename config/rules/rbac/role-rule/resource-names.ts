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
      must: "must not stand beside resourceNames: such a request names no object, so that it is never allowed",
      hint: "put it into a rule of its own",
    };
  }
  for (const { index, text } of strings(rule.resourceNames)) {
    if (text !== "*" && text !== "") continue;
    const must = "must be the name of an object, which is compared to the letter";
    yield { path: [...path, "resourceNames", index], must, hint: "leave resourceNames out for every object" };
  }
};
