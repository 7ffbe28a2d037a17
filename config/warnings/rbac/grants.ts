import { assignsGroups } from "../../../model/login/login";
import { own } from "../../../model/own";
import { grantedGroups } from "../../../model/rbac/grant";
import type { Warning } from "../warning";

/** learn.microsoft.com/entra/identity/enterprise-apps/assign-user-or-group-access-portal: nested groups are not followed. */
export const nestedAssigned: Warning = function* (access) {
  if (!assignsGroups(access.login)) return;
  const granted = new Set(grantedGroups(Object.values(access.clusters)));
  const emitted = access.login.groups.emit === "assigned";
  for (const key of granted) {
    const inside = own(access.groups, key)?.groups ?? [];
    const lost = emitted ? inside : inside.filter((name) => !granted.has(name));
    if (lost.length === 0) continue;
    const names = lost.map((name) => JSON.stringify(name)).join(" and ");
    yield [
      ["groups", key, "groups"],
      `gives the members of ${names} ${emitted ? "no access" : "no right to sign in"}`,
      emitted
        ? 'With login.groups.emit "assigned", a token lists only groups that the person is in directly. List these people under members.'
        : "Assignment is required, and it counts direct members only. Grant something to the inner group, or list its people under members.",
    ];
  }
};
