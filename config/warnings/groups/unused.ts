import { presentClusters } from "../../../model/clusters/present-clusters";
import { breakGlassKeys } from "../../../model/login/break-glass";
import { presentGrants, receivers } from "../../../model/rbac/receivers";
import { ownedBy, peopleOf } from "../../../model/users/people";
import type { Warning } from "../warning";

export const clusterWithoutGrants: Warning = function* (access) {
  for (const [key, { grants }] of presentClusters(access)) {
    if (grants.length > 0) continue;
    yield [["clusters", key], "has no grants: people can sign in there, and may do nothing"];
  }
};

export const groupWithoutGrants: Warning = function* (access) {
  const { groups, clusters } = access;
  const granted = receivers(groups, presentGrants(clusters));
  const breakGlass = breakGlassKeys(access);
  for (const [key, group] of Object.entries(groups)) {
    if (granted.has(key) || breakGlass.has(key)) continue;
    const fills = group.existing !== undefined && group.members.length + group.groups.length > 0;
    yield [
      ["groups", key],
      fills
        ? `is a group that others keep and is granted nothing on any cluster, yet this file puts people into it: what it opens elsewhere in the tenant they get, and nobody sees it here; policy.existingMembers: refuse forbids it`
        : "is granted nothing on any cluster: being in it gives nobody anything there",
    ];
  }
};

/** An entry with every member commented out looks the same as one that is finished. */
export const groupWithoutMembers: Warning = function* ({ login, groups }) {
  for (const [key, { members, groups: inside, existing, rule }] of Object.entries(groups)) {
    // Of an empty break-glass group more is said.
    if (existing !== undefined || rule !== undefined || key === login.conditionalAccess?.breakGlass) continue;
    if (members.length + inside.length > 0) continue;
    yield [["groups", key], "has no members: what it is granted nobody has"];
  }
};

export const personInNoGroup: Warning = function* (access) {
  const members = new Set(peopleOf(access));
  for (const [person, { left }] of Object.entries(access.users)) {
    if (members.has(person) || left) continue;
    yield [
      ["users", person],
      `is in no group of this file: the person can sign in, and ${mayDo(ownedBy(access, person))}`,
    ];
  }
};

/** What somebody in no group may do all the same. */
export const mayDo = (owned: string | undefined) =>
  owned === undefined ? "may do nothing" : `may change ${owned}, as an owner`;
