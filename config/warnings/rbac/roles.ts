import { own } from "../../../model/own";
import { isOfCluster } from "../../../model/rbac/built-in-resources";
import type { PolicyRule } from "../../../model/rbac/policy-rule";
import { presentGrants } from "../../../model/rbac/receivers";
import { written } from "../../mistake";
import type { Warning } from "../warning";

/** What a grant in namespaces silently leaves out of a role: kubernetes.io/docs/reference/access-authn-authz/rbac. */
export const outsideNamespaces: Warning = function* (access) {
  for (const { path, grant } of presentGrants(access.clusters)) {
    const { clusterRole, role: inNamespace, namespaces } = grant;
    const name = clusterRole ?? inNamespace ?? "";
    const role = own(access.roles, name);
    if (namespaces === undefined || role === undefined || role.existing) continue;
    for (const [index, rule] of role.rules.entries()) {
      const left = leftOut(rule);
      if (left.length === 0) continue;
      yield [
        [...path, clusterRole === undefined ? "role" : "clusterRole"],
        `gives nothing of ${left.map((one) => JSON.stringify(one)).join(" and ")} in ${written(["roles", name, "rules", index])}: that is in no namespace, and only a grant on the whole cluster gives it`,
      ];
    }
  }
};

function leftOut({ apiGroups = [], resources = [], nonResourceURLs = [] }: PolicyRule): string[] {
  const ofCluster = resources.filter((resource) => apiGroups.every((group) => isOfCluster(group, resource)));
  return [...ofCluster, ...nonResourceURLs];
}
