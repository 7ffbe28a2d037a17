import { strongGrants } from "../../../model/rbac/strong-grants";
import { reachesCluster } from "../../../model/rbac/role-dangers";
import { membershipsOf, namedOwners } from "../../../model/users/people";
import { areInWords, ownersInWords } from "../groups/strong-owners";
import type { Finder } from "../found";

/** Owners of the application add secrets and redirects, and decide what its tokens say: learn.microsoft.com/entra/identity/enterprise-apps/overview-assign-app-owners */
export const loginOwners: Finder = function* (access) {
  const { owners = [] } = access.login;
  if (owners.length === 0) return;
  const strong = strongGrants(access, "cluster-admin", "own", "built-in").filter(({ grant }) => reachesCluster(grant));
  const groups = new Set(strong.map(({ grant }) => grant.group));
  const outside = namedOwners(owners).filter(
    (owner) => ![...membershipsOf(access, owner).keys()].some((key) => groups.has(key)),
  );
  const isNew = groups.size > 0 && outside.length > 0;
  yield [
    ["login", "owners"],
    `lets ${ownersInWords(owners)} change the application that every cluster trusts`,
    isNew ? `${areInWords(access, outside)} no administrator of any cluster by this file.` : undefined,
    isNew ? "high" : "medium",
  ];
};
