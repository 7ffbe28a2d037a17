import { strings } from "../../draft";
import { didYouMean } from "../../suggestion";
import type { PolicyCheck } from "./policy-check";

/** kubernetes.io/docs/reference/access-authn-authz/authorization: "Request verbs and authorization". */
const resourceVerbs = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];
const specialVerbs = ["bind", "escalate", "impersonate", "use", "approve", "sign", "attest"];
const urlVerbs = ["get", "head", "post", "put", "patch", "delete", "options"];

/** The API server compares verbs to the letter, so that a mistyped one allows nothing. */
export const verbs: PolicyCheck = function* (rule, path) {
  const known = rule.nonResourceURLs === undefined ? [...resourceVerbs, ...specialVerbs] : urlVerbs;
  for (const { index, text } of strings(rule.verbs)) {
    if (text === "*" || known.includes(text)) continue;
    const at = [...path, "verbs", index];
    const hint = didYouMean(text, known);
    if (known === urlVerbs) yield { path: at, must: `must be an HTTP method in lower case: ${known.join(", ")}` };
    else if (hint === undefined) yield { path: at, must: `must be a verb of Kubernetes: ${known.join(", ")}` };
    else yield { path: at, must: "must be a verb of Kubernetes", hint };
  }
};
