import { own } from "../../../model/own";
import { receiversInTokens } from "../../../model/rbac/receivers-in-tokens";
import { reachesCluster } from "../../../model/rbac/role-dangers";
import { strengthInWords, strongGrants } from "../../../model/rbac/strong-grants";
import { isGuest, membershipsOf, namedOwners } from "../../../model/users/people";
import { written } from "../../mistake";
import type { Access } from "../../schema/access";
import { firstFew } from "../../text/first-few";
import type { Finder } from "../found";

/** Owners of a group that is as strong as cluster-admin: who is not in it can put themselves in. */
export const strongOwners: Finder = function* (access) {
  const strong = strongGrants(access, "cluster-admin", "own", "built-in").filter(({ grant }) => reachesCluster(grant));
  for (const [key, { grant, through }] of receiversInTokens(access, strong)) {
    const owners = own(access.groups, key)?.owners ?? [];
    if (owners.length === 0) continue;
    const by = through === undefined ? "" : ` through ${written(["groups", through])}`;
    const has = `${strengthInWords[grant.strength]} on clusters.${grant.cluster}${grant.by}${by}`;
    const outside = namedOwners(owners).filter((owner) => !membershipsOf(access, owner).has(key));
    yield [
      ["groups", key, "owners"],
      `lets ${ownersInWords(owners)} add anybody to this group, which has ${has}`,
      outside.length === 0
        ? undefined
        : `${areInWords(access, outside)} not in the group, and can get its rights at any time.`,
      outside.length === 0 ? "medium" : "high",
    ];
  }
};

/** People by name, then how many object IDs there are. */
export function ownersInWords(owners: readonly string[]): string {
  const named = namedOwners(owners);
  const ids = owners.length - named.length;
  return firstFew([...named, ...(ids === 0 ? [] : [ids === 1 ? "an object ID" : `${String(ids)} object IDs`])]);
}

/** The first people, and "is" or "are". */
export function areInWords(access: Access, people: readonly string[]): string {
  const told = people.map((person) => (isGuest(access, person) ? `${person}, a guest,` : person));
  return `${firstFew(told)} ${people.length === 1 ? "is" : "are"}`;
}
