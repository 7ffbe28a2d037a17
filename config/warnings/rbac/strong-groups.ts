import { own } from "../../../model/own";
import { presentGrants } from "../../../model/rbac/receivers";
import { receiversInTokens } from "../../../model/rbac/receivers-in-tokens";
import { reachesCluster } from "../../../model/rbac/role-dangers";
import { strengthInWords, strongGrants } from "../../../model/rbac/strong-grants";
import { written } from "../../mistake";
import type { Access } from "../../schema/access";
import { firstFew } from "../../text/first-few";
import type { Warning } from "../warning";

/** Grants with which whoever lets people into the group is an administrator. */
const administrators = (access: Access) =>
  strongGrants(access, "cluster-admin", "own").filter(({ grant }) => reachesCluster(grant));

/** Told once for a group, where it would be protected: learn.microsoft.com/entra/identity/role-based-access-control/groups-concept */
export const openToOthers: Warning = function* (access) {
  const strong = administrators(access);
  const clusters = new Map<string, Set<string>>();
  for (const { cluster, grant } of strong) {
    clusters.set(grant.group, (clusters.get(grant.group) ?? new Set()).add(`clusters.${cluster}`));
  }
  for (const [key, { grant, through }] of receiversInTokens(access, strong)) {
    const group = own(access.groups, key);
    if (group?.protected === true) continue;
    const where = through === undefined ? firstFew([...(clusters.get(key) ?? [])]) : `clusters.${grant.cluster}`;
    const by = through === undefined ? "" : ` through ${written(["groups", through])}`;
    yield [
      ["groups", key],
      `has ${strengthInWords[grant.strength]} on ${where}${grant.by}${by}, and others can add people to it`,
      whoAdds(group),
    ];
  }
};

/** Who can add people to a group that is not protected, and what keeps them out. */
function whoAdds(group: Access["groups"][string] | undefined): string {
  const keepers = "The owners of the group, and every Groups or User Administrator of the tenant, can add anybody";
  if (group?.existing !== undefined) return `${keepers}, and this file does not show it.`;
  const until = `${keepers} until the next deployment of people.`;
  if (group?.rule !== undefined) return until;
  return `${until} protected: true prevents that, but creates the group again.`;
}

/** Names are not unique, and users may make security groups: learn.microsoft.com/entra/fundamentals/users-default-permissions */
export const adminsByName: Warning = function* (access) {
  for (const [key] of receiversInTokens(access, administrators(access))) {
    if (own(access.groups, key)?.existing !== true) continue;
    yield [
      ["groups", key, "existing"],
      "is true, so the program finds this group, which is as strong as cluster-admin, by its display name",
      "Anybody who can create a group can give it the same name. Write the object ID of the group instead.",
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
      `is "${name}" ${where}, and only the cluster knows what that role allows`,
      "It may be as strong as cluster-admin.",
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
      `is kube-system, where "${grant.clusterRole ?? ""}" is as strong as cluster-admin on the whole cluster`,
      "It can use the service accounts of the controllers, one of which can give itself every right.",
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
      `is "${clusterRole}" on the whole cluster, which is as strong as cluster-admin`,
      "It can read every secret, including tokens of service accounts with more rights. Add namespaces to limit it.",
    ];
  }
};
