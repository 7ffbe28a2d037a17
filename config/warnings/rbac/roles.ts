import { onceFor } from "../../../model/once-for";
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
    for (const { index, left } of leftOut(role.rules)) {
      yield [
        [...path, clusterRole === undefined ? "role" : "clusterRole"],
        `gives nothing of ${left.map((one) => JSON.stringify(one)).join(" and ")} in ${written(["roles", name, "rules", index])}`,
        "That is in no namespace, so only a grant on the whole cluster gives it.",
      ];
    }
  }
};

interface Left {
  /** Position of the rule. */
  readonly index: number;
  readonly left: readonly string[];
}

/** How many rules of a role are told of at each of its grants. */
const most = 3;

const leftOut = onceFor((rules: readonly PolicyRule[]): readonly Left[] =>
  rules
    .map(({ apiGroups = [], resources = [], nonResourceURLs = [] }, index) => {
      const ofCluster = resources.filter((resource) => apiGroups.every((group) => isOfCluster(group, resource)));
      return { index, left: [...ofCluster, ...nonResourceURLs] };
    })
    .filter(({ left }) => left.length > 0)
    .slice(0, most),
);
