import { builtInRules, systemRolesForPeople } from "../../../model/rbac/built-in-roles";
import { knownRoles } from "../../../model/rbac/known-roles";
import { presentGrants } from "../../../model/rbac/receivers";
import { dangersOf } from "../../../model/rbac/role-dangers";
import type { Rule } from "../rule";

/** Roles of Kubernetes' own components: what these may do leads further than their names say, and changes with each version. */
export const systemRoles: Rule = function* ({ roles, clusters }) {
  const own = knownRoles(roles);
  for (const { path, grant } of presentGrants(clusters)) {
    const { clusterRole = "", namespaces } = grant;
    const isBuiltIn = clusterRole.startsWith("system:") && builtInRules(clusterRole) !== undefined;
    if (!isBuiltIn || systemRolesForPeople.has(clusterRole)) continue;
    const [found] = dangersOf(own, grant);
    const does = namespaces === undefined ? found?.danger.everywhere : found?.danger.inNamespaces;
    const part = /^system:aggregate-to-(\w+)$/.exec(clusterRole)?.[1];
    yield {
      path: [...path, "clusterRole"],
      must: `must not be a role of Kubernetes' own components${does === undefined ? "" : `: with it people ${does}`}`,
      hint:
        part === undefined
          ? 'make a role under "roles" that allows what these people need'
          : `it is a part of "${part}": grant that`,
    };
  }
};
systemRoles.brings = { "clusters.*.grants[].clusterRole": "must not be a role of Kubernetes' own components" };
