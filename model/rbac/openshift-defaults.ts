import type { Cluster } from "../../config/schema/access";
import { isOpenShift } from "../clusters/distribution";
import { oauthServerOf } from "../clusters/openshift";
import { openshiftBindings, type DefaultBinding } from "./openshift-bindings";
import type { PolicyRule } from "./policy-rule";
import { allows, holdsAt, type Action, type UrlAction } from "./verdict";

/** What OpenShift binds to everybody, with the rule that allows something. */
export interface DefaultRule extends Omit<DefaultBinding, "rules"> {
  readonly rule: PolicyRule;
}

/** What a cluster gives everybody by default; nothing where it is no OpenShift. */
export function defaultBindings(cluster: Cluster | undefined): readonly DefaultBinding[] {
  if (!isOpenShift(cluster)) return [];
  // Tokens of Entra itself bring no such group: github.com/openshift/oauth-apiserver, pkg/oauth/apiserver/apiserver.go
  const hasOAuthServer = oauthServerOf(cluster) !== undefined;
  return openshiftBindings.filter(({ group }) => group === "system:authenticated" || hasOAuthServer);
}

/** The first by which everybody may do something, unless the cluster took it away. */
export function defaultRule(cluster: Cluster | undefined, action: Action | UrlAction): DefaultRule | undefined {
  for (const { rules, ...binding } of defaultBindings(cluster)) {
    if (!holdsAt(binding.namespace === undefined ? undefined : [binding.namespace], action)) continue;
    const found = rules.find((one) => allows(one, action));
    if (found !== undefined) return { ...binding, rule: found };
  }
  return undefined;
}
