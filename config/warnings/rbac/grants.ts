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
      emitted
        ? `gives the members of ${names} nothing: with login.groups.emit "assigned" a token lists only groups that the person is in directly; list them under members`
        : `does not let the members of ${names} sign in: assignment is required, and holds for direct members only; grant something to ${names}, or list them under members`,
    ];
  }
};
