import { knownRoles, type RoleEntries } from "./known-roles";
import { presentGrants, type GrantingCluster, type PlacedGrant } from "./receivers";
import { strengthOf, type GrantedRole, type Strength } from "./role-dangers";

type GroupGrant = GrantedRole & { readonly group?: string | undefined };

/** Every grant that is as strong as cluster-admin in one of these ways. */
export function strongGrants<Grant extends GroupGrant>(
  {
    roles,
    clusters,
  }: { readonly roles: RoleEntries; readonly clusters: Readonly<Record<string, GrantingCluster<Grant>>> },
  ...ways: readonly Strength[]
): readonly (PlacedGrant<Grant> & { readonly strength: Strength })[] {
  const known = knownRoles(roles);
  return presentGrants(clusters).flatMap((placed) => {
    const strength = strengthOf(known, placed.grant);
    return strength !== undefined && ways.includes(strength) ? [{ ...placed, strength }] : [];
  });
}

/** What is granted, in words. */
export const strengthInWords: Readonly<Record<Strength, string>> = {
  "cluster-admin": "cluster-admin",
  own: "a role as strong as cluster-admin",
  "built-in": "a role as strong as cluster-admin",
  unknown: "a role that only the cluster knows",
};
