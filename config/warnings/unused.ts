import { grantedGroups } from "../../model/grant";
import { peopleOf } from "../../model/people";
import { presentClusters } from "../../model/present-clusters";
import type { Warning } from "./warning";

export const clusterWithoutGrants: Warning = function* (access) {
  for (const [key, { grants }] of presentClusters(access)) {
    if (grants.length > 0) continue;
    yield [["clusters", key], "has no grants: people can sign in there, and may do nothing"];
  }
};

export const groupWithoutGrants: Warning = function* ({ login, groups, clusters }) {
  const granted = new Set([...grantedGroups(Object.values(clusters)), login.conditionalAccess?.breakGlass]);
  for (const key of Object.keys(groups)) {
    if (granted.has(key)) continue;
    yield [["groups", key], "is granted nothing on any cluster: being in it gives nobody anything there"];
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

export const personInNoGroup: Warning = function* ({ groups, users }) {
  const members = new Set(peopleOf({ groups }));
  for (const person of Object.keys(users)) {
    if (members.has(person)) continue;
    yield [["users", person], "is in no group of this file: the person can sign in, and may do nothing"];
  }
};
