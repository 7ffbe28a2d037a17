import { clientGrants } from "../../../model/clients/client-grants";
import { presentClusters } from "../../../model/clusters/present-clusters";
import { breakGlassKeys } from "../../../model/login/break-glass";
import { presentGrants, receivers } from "../../../model/rbac/receivers";
import { ownedBy, peopleOf } from "../../../model/users/people";
import type { Warning } from "../warning";

export const clusterWithoutGrants: Warning = function* (access) {
  for (const [key, { grants }] of presentClusters(access)) {
    if (grants.length > 0) continue;
    yield [["clusters", key], "has no grants, so people can sign in but get no access"];
  }
};

export const groupWithoutGrants: Warning = function* (access) {
  const { groups, clusters } = access;
  const granted = receivers(groups, [...presentGrants(clusters), ...clientGrants(access.clients)]);
  const breakGlass = breakGlassKeys(access);
  for (const [key, group] of Object.entries(groups)) {
    if (granted.has(key) || breakGlass.has(key)) continue;
    const fills = group.existing !== undefined && group.members.length + group.groups.length > 0;
    if (fills) {
      yield [
        ["groups", key],
        "is an existing group without a grant on any cluster, but this file adds people to it",
        "They get what the group opens elsewhere in the tenant, and this file does not show it. policy.existingMembers: refuse forbids this.",
      ];
    } else yield [["groups", key], "has no grant on any cluster, so its members get no access"];
  }
};

/** An entry with every member commented out looks the same as one that is finished. */
export const groupWithoutMembers: Warning = function* ({ login, groups }) {
  for (const [key, { members, groups: inside, existing, rule }] of Object.entries(groups)) {
    // Of an empty break-glass group more is said.
    if (existing !== undefined || rule !== undefined || key === login.conditionalAccess?.breakGlass) continue;
    if (members.length + inside.length > 0) continue;
    yield [["groups", key], "has no members, so nobody gets what it is granted"];
  }
};

export const personInNoGroup: Warning = function* (access) {
  const members = new Set(peopleOf(access));
  for (const [person, { left }] of Object.entries(access.users)) {
    if (members.has(person) || left) continue;
    yield [["users", person], inNoGroup("the person can sign in", ownedBy(access, person))];
  }
};

/** What somebody in no group may do all the same. */
export const inNoGroup = (does: string, owned: string | undefined) =>
  owned === undefined
    ? `is in no group of this file, so ${does} but gets no access`
    : `is in no group of this file, but can change ${owned} as an owner`;
