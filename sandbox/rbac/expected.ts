import type { Access } from "../../config/schema/access";
import { builtInRules } from "../../model/rbac/built-in-roles";
import { allows, verdict, type Action, type UrlAction, type Verdict } from "../../model/rbac/verdict";

/** What Kubernetes itself binds to everybody who is signed in: kubernetes.io/docs/reference/access-authn-authz/rbac, "API discovery roles". */
const everybodys = ["system:basic-user", "system:discovery", "system:public-info-viewer"].flatMap(
  (role) => builtInRules(role) ?? [],
);

/** What an API server answers to somebody who is signed in. By the model of the access file alone: no API server has a say in it. */
export function expectedOf(access: Access, person: string, cluster: string, action: Action | UrlAction): Verdict {
  if (everybodys.some((rule) => allows(rule, action))) return "yes";
  return verdict(access, person, cluster, action);
}
