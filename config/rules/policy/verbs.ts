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
    const what = rule.nonResourceURLs === undefined ? "a verb of Kubernetes" : "an HTTP method in lower case";
    const hint = didYouMean(text, known);
    const at = [...path, "verbs", index];
    if (hint === undefined) yield { path: at, must: `must be ${what}: ${known.join(", ")}` };
    else yield { path: at, must: `must be ${what}`, hint };
  }
};
