import { own } from "../../model/own";
import { accessOf, type HeldGrant } from "../../model/rbac/access-of";
import type { Asked } from "../../model/rbac/answer";
import { compactRules, type CompactRule } from "../../model/rbac/compact-rules";
import { everybodys } from "../../model/rbac/everybodys";
import type { RoleRef } from "../../model/rbac/binding";
import { defaultBindings } from "../../model/rbac/openshift-defaults";
import { rulesOf } from "../../model/rbac/own-role";
import type { PolicyRule } from "../../model/rbac/policy-rule";
import { signInOn } from "../../model/rbac/sign-in";
import { isWidened } from "../../model/rbac/widened-roles";

/** Everything that a person may do in one place. */
export interface Listed {
  readonly rules: readonly CompactRule[];
  /** Grants that hold there and whose roles only the cluster knows. */
  readonly unknown: readonly HeldGrant[];
  /** Grants that hold there and whose roles OpenShift has widened. */
  readonly widened: readonly HeldGrant[];
  /** Roles that OpenShift gives everybody there, unless the cluster took them away. */
  readonly byDefault: readonly RoleRef[];
  /** Why the cluster never sees the person, or refuses the token; `null` if it takes it. */
  readonly refused: string | null;
  /** Why it knows no groups of the person, so that no grant applies; `null` if it knows them. */
  readonly withoutGroups: string | null;
}

/** @param namespace `undefined`: what holds in every namespace */
export function listFor(
  { access, cluster }: Omit<Asked, "action">,
  person: string,
  namespace: string | undefined,
): Listed {
  const signIn = signInOn({ access, cluster }, person);
  if (signIn.taken === "refused")
    return { rules: [], unknown: [], widened: [], byDefault: [], refused: signIn.reason, withoutGroups: null };
  const withoutGroups = signIn.taken === "without groups" ? signIn.reason : null;
  const held = accessOf(access, person).find((one) => one.cluster === cluster)?.grants ?? [];
  const isThere = (namespaces: readonly string[] | undefined) =>
    namespaces === undefined || (namespace !== undefined && namespaces.includes(namespace));
  const there = withoutGroups === null ? held.filter(({ namespaces }) => isThere(namespaces)) : [];
  const unknown = there.filter(({ role }) => rulesOf(access, role) === undefined);
  const entry = own(access.clusters, cluster);
  const widened = there.filter(({ role }) => isWidened(entry, role));
  const byDefault = defaultBindings(entry)
    .filter((one) => isThere(one.namespace === undefined ? undefined : [one.namespace]))
    .map(({ role }) => role);
  const rules = there.flatMap(({ role, namespaces }) => {
    const ofRole = rulesOf(access, role) ?? [];
    // A RoleBinding gives no URLs.
    return namespaces === undefined ? ofRole : ofRole.map(withoutUrls);
  });
  return {
    rules: compactRules([...everybodys.map(({ rule }) => rule), ...rules]),
    unknown,
    widened,
    byDefault,
    refused: null,
    withoutGroups,
  };
}

const withoutUrls = ({ nonResourceURLs, ...rule }: PolicyRule): PolicyRule =>
  nonResourceURLs === undefined ? rule : { ...rule, nonResourceURLs: [] };
