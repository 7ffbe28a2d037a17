import { strings } from "../../../draft";
import { didYouMean } from "../../../text/suggestion";
import type { PolicyCheck } from "./check";

/** kubernetes.io/docs/reference/access-authn-authz/authorization: "Request verbs and authorization". */
const resourceVerbs = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];
const specialVerbs = ["bind", "escalate", "impersonate", "use", "approve", "sign", "attest"];
const urlVerbs = ["get", "head", "post", "put", "patch", "delete", "options"];

/** Constrained impersonation, from Kubernetes 1.36: kubernetes.io/docs/reference/access-authn-authz/user-impersonation. */
const constrained = /^impersonate(-on)?:(user-info|serviceaccount|arbitrary-node|associated-node)(?<verb>:[a-z]+)?$/;

function isConstrained(verb: string): boolean {
  const parts = constrained.exec(verb);
  return parts !== null && verb.startsWith("impersonate-on:") === (parts.groups?.["verb"] !== undefined);
}

/** The API server compares verbs to the letter, so that a mistyped one allows nothing. */
export const verbs: PolicyCheck = function* (rule, path) {
  const known = rule.nonResourceURLs === undefined ? [...resourceVerbs, ...specialVerbs] : urlVerbs;
  for (const { index, text } of strings(rule.verbs)) {
    if (text === "*" || known.includes(text) || (known !== urlVerbs && isConstrained(text))) continue;
    const at = [...path, "verbs", index];
    const hint = didYouMean(text, known);
    if (known === urlVerbs) yield { path: at, must: `must be an HTTP method in lower case: ${known.join(", ")}` };
    else if (hint === undefined) yield { path: at, must: `must be a verb of Kubernetes: ${known.join(", ")}` };
    else yield { path: at, must: "must be a verb of Kubernetes", hint };
  }
};
