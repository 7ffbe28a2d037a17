import { letsGuestsIn } from "../../../model/groups/membership-rule";
import { own } from "../../../model/own";
import { receiversInTokens } from "../../../model/rbac/receivers-in-tokens";
import { reachesCluster } from "../../../model/rbac/role-dangers";
import { strengthInWords, strongGrants } from "../../../model/rbac/strong-grants";
import { isGuest } from "../../../model/users/people";
import { written } from "../../mistake";
import type { Finder } from "../found";

/** Guests with cluster-admin or a role as strong: what `policy.guests: refuse` forbids. */
export const guestAdmin: Finder = function* (access) {
  const all = strongGrants(access, "cluster-admin", "own", "built-in");
  // The strongest first, since the first that comes to a group is told.
  const wide = all.filter(({ grant }) => reachesCluster(grant));
  const narrow = all.filter(({ grant }) => !reachesCluster(grant));
  for (const [key, { grant, through }] of receiversInTokens(access, [...wide, ...narrow])) {
    const group = own(access.groups, key);
    const where = grant.by === "" && grant.grant.namespaces !== undefined ? " in namespaces" : "";
    const by = through === undefined ? "" : ` through ${written(["groups", through])}`;
    const has = `${strengthInWords[grant.strength]}${where} on clusters.${grant.cluster}${grant.by}${by}`;
    const severity = reachesCluster(grant.grant) ? "high" : "medium";
    for (const [index, member] of group?.members.entries() ?? []) {
      if (!isGuest(access, member)) continue;
      yield [["groups", key, "members", index], `is a guest and has ${has}`, undefined, severity];
    }
    if (group?.rule === undefined || !letsGuestsIn(group.rule)) continue;
    yield [["groups", key, "rule"], `lets guests into a group that has ${has}`, undefined, severity];
  }
};
