import { knownRoles } from "../../../model/rbac/known-roles";
import { presentGrants } from "../../../model/rbac/receivers";
import {
  dangersOf,
  reachesCluster,
  systemNamespace,
  toldOfRules,
  type FoundDanger,
  type GrantedRole,
} from "../../../model/rbac/role-dangers";
import { strings } from "../../draft";
import { written, type Mistake, type Path } from "../../mistake";
import type { Rule } from "../rule";

/** How many dangers of a role are put into words. */
const most = 3;

/** What a role of the file gives on a whole cluster, or in kube-system, which is as good, unless `allow` names it. */
export const grantedDangers: Rule = function* (draft) {
  const roles = knownRoles(draft.roles);
  const ofFile = strings(draft.allow).map(({ text }) => text);
  for (const { path, grant } of presentGrants(draft.clusters)) {
    const name = grant.clusterRole ?? grant.role ?? "";
    const role = roles.get(name);
    if (role === undefined || !reachesCluster(grant)) continue;
    const wanted = [...ofFile, ...role.allow, ...toldOfRules];
    const found = dangersOf(roles, grant).filter(({ danger }) => !wanted.includes(danger.name));
    if (found.length > 0) yield unwanted(found, name, { path, grant });
  }
};
grantedDangers.brings = {
  "clusters.*.grants[].clusterRole":
    "must not be a dangerous role on the whole cluster, unless `allow` names the danger",
  "clusters.*.grants[].namespaces": "must not be kube-system for a dangerous role, unless `allow` names the danger",
};

function unwanted(
  found: readonly FoundDanger[],
  role: string,
  { path, grant }: { readonly path: Path; readonly grant: GrantedRole },
): Mistake {
  const { namespaces } = grant;
  const inWords = found.slice(0, most).map(({ danger, rule }) => {
    const does = namespaces === undefined ? danger.everywhere : (danger.inNamespaces ?? danger.everywhere);
    return `with ${written(["roles", role, "rules", rule])} people ${does}`;
  });
  const left = found.length - inWords.length;
  const more = left === 0 ? "" : `; and ${String(left)} more`;
  const names = found.map(({ danger }) => danger.name).join(", ");
  const allow = `if you want this, write allow: [${names}] in ${written(["roles", role])}`;
  if (namespaces === undefined) {
    return {
      path: [...path, "clusterRole"],
      must: `must not be granted on the whole cluster: ${inWords.join("; ")}${more}`,
      hint: `remove rights from the role, or name namespaces; ${allow}`,
    };
  }
  return {
    path: [...path, "namespaces", namespaces.indexOf(systemNamespace)],
    must: `must not be kube-system, which is as strong as the whole cluster: ${inWords.join("; ")}${more}`,
    hint: `remove rights from the role; ${allow}`,
  };
}
