import { own } from "../../../model/own";
import { presentGrants, receivers } from "../../../model/rbac/receivers";
import { reachesCluster } from "../../../model/rbac/role-dangers";
import { strengthInWords, strongGrants } from "../../../model/rbac/strong-grants";
import { written } from "../../mistake";
import type { Access } from "../../schema/access";
import type { Warning } from "../warning";

/** Grants with which whoever lets people into the group is an administrator. */
const administrators = (access: Access) =>
  strongGrants(access, "cluster-admin", "own").filter(({ grant }) => reachesCluster(grant));

/** learn.microsoft.com/entra/identity/role-based-access-control/groups-concept */
export const openToOthers: Warning = function* (access) {
  const groups = new Map(Object.entries(access.groups));
  const strong = administrators(access);
  for (const { groupAt, grant, strength, by } of strong) {
    const group = groups.get(grant.group);
    if (group?.protected === true) continue;
    const cure =
      group?.existing === undefined && group?.rule === undefined
        ? "; protected: true keeps them out, and makes a group that is there anew: deploy people and every rbac stack then"
        : "";
    yield [
      groupAt,
      `gives ${strengthInWords[strength]}${by} to a group that its owners, and every Groups or User Administrator of the tenant, can let anybody into until the next deployment of people: whoever may change "${grant.group}" is an administrator of this cluster${cure}`,
    ];
  }
  for (const [key, { grant, through }] of receivers(access.groups, strong)) {
    const group = groups.get(key);
    if (through === undefined || group?.protected === true) continue;
    const keepers =
      group?.existing === undefined
        ? "its owners, and every Groups or User Administrator of the tenant, can let anybody in until the next deployment of people"
        : "its owners, and every Groups or User Administrator of the tenant, can let anybody in, unseen by this file";
    yield [
      ["groups", key],
      `has ${strengthInWords[grant.strength]} on clusters.${grant.cluster}${grant.by} through ${written(["groups", through])}: ${keepers}`,
    ];
  }
};

/** Names are not unique, and users may make security groups: learn.microsoft.com/entra/fundamentals/users-default-permissions */
export const adminsByName: Warning = function* (access) {
  for (const [key] of receivers(access.groups, administrators(access))) {
    if (own(access.groups, key)?.existing !== true) continue;
    yield [
      ["groups", key, "existing"],
      "is true, so the group is found by its display name, which anybody who makes a group can give to his: it is as good as cluster-admin, so write its object ID",
    ];
  }
};

/** What an `existing` role allows nobody can tell from here. */
export const unknownRoles: Warning = function* (access) {
  const told = new Set<string>();
  for (const { path, grant } of strongGrants(access, "unknown")) {
    const key = grant.clusterRole === undefined ? "role" : "clusterRole";
    const name = grant[key] ?? "";
    if (told.has(name)) continue;
    told.add(name);
    const where = grant.namespaces === undefined ? "on the whole cluster" : "in kube-system";
    yield [
      [...path, key],
      `is "${name}" ${where}: only the cluster knows what that role allows, so nothing here can tell whether it is as strong as cluster-admin`,
    ];
  }
};

/** Whoever rules over kube-system becomes a controller there: docs/decisions/0018-dangers-are-one-table.md */
export const systemNamespaces: Warning = function* (access) {
  for (const { namespaceAt, grant, strength } of strongGrants(access, "cluster-admin", "built-in")) {
    const index = grant.namespaces?.indexOf("kube-system") ?? -1;
    if (index < 0 || (strength === "cluster-admin" && grant.clusterRole !== "cluster-admin")) continue;
    yield [
      namespaceAt(index),
      `is kube-system, where "${grant.clusterRole ?? ""}" is as strong as cluster-admin on the whole cluster: it can become the controllers' service accounts, one of which may give itself every right`,
    ];
  }
};

/** Both roles hold `secrets`: kubernetes.io/docs/reference/access-authn-authz/rbac, "User-facing roles". */
export const everySecret: Warning = function* (access) {
  for (const { path, grant } of presentGrants(access.clusters)) {
    const { clusterRole, namespaces } = grant;
    if (namespaces !== undefined || (clusterRole !== "admin" && clusterRole !== "edit")) continue;
    yield [
      [...path, "clusterRole"],
      `is "${clusterRole}" on the whole cluster, which is as strong as cluster-admin: it reads every secret there, with them the tokens of service accounts that may do more; name namespaces to keep it in them`,
    ];
  }
};
