import { grantedGroups } from "../../model/grant";
import { assignsGroups } from "../../model/login";
import { own } from "../../model/own";
import { presentClusters } from "../../model/present-clusters";
import type { Access, Grant } from "../schema/access";
import type { Path } from "../mistake";
import type { Warning } from "./warning";

/** learn.microsoft.com/entra/identity/role-based-access-control/groups-concept */
export const openToOthers: Warning = function* (access) {
  for (const { path, grant } of grantsOf(access)) {
    if (grant.clusterRole !== "cluster-admin" || grant.namespaces !== undefined) continue;
    const group = own(access.groups, grant.group);
    if (group?.protected === true) continue;
    const cure =
      group?.existing === undefined && group?.rule === undefined
        ? "; protected: true keeps them out, and makes a group that is there anew: deploy people and every rbac stack then"
        : "";
    yield [
      [...path, "group"],
      `gives cluster-admin to a group that its owners, and every Groups or User Administrator of the tenant, can let anybody into until the next deployment of people: whoever may change "${grant.group}" is an administrator of this cluster${cure}`,
    ];
  }
};

/** learn.microsoft.com/entra/identity/enterprise-apps/assign-user-or-group-access-portal: nested groups are not followed. */
export const nestedAssigned: Warning = function* (access) {
  if (!assignsGroups(access.login)) return;
  const granted = grantedGroups(Object.values(access.clusters));
  const emitted = access.login.groups.emit === "assigned";
  for (const key of granted) {
    const inside = own(access.groups, key)?.groups ?? [];
    const lost = emitted ? inside : inside.filter((name) => !granted.includes(name));
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

/** Both roles hold `secrets`: kubernetes.io/docs/reference/access-authn-authz/rbac, "User-facing roles". */
export const everySecret: Warning = function* (access) {
  for (const { path, grant } of grantsOf(access)) {
    const { clusterRole, namespaces } = grant;
    if (namespaces !== undefined || (clusterRole !== "admin" && clusterRole !== "edit")) continue;
    yield [
      [...path, "clusterRole"],
      `is "${clusterRole}" on the whole cluster: it reads every secret there, with them the tokens of service accounts that may do more; name namespaces to keep it in them`,
    ];
  }
};

/** Every grant on a cluster that people sign in to, with its place. */
export function grantsOf(access: Access): { readonly path: Path; readonly grant: Grant }[] {
  return presentClusters(access).flatMap(([key, { grants }]) =>
    grants.map((grant, index) => ({ path: ["clusters", key, "grants", index], grant })),
  );
}
