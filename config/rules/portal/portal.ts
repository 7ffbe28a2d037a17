import { own } from "../../../model/own";
import type { Draft } from "../../draft";
import { didYouMean } from "../../text/suggestion";
import { kindOf } from "../clusters/kinds";
import { unknownGroup } from "../groups/unknown-group";
import type { Rule } from "../rule";

export const portalCluster: Rule = function* ({ portal, clusters }) {
  if (portal?.cluster === undefined) return;
  const path = ["portal", "cluster"];
  const cluster = own(clusters, portal.cluster);
  if (cluster?.state === "absent") {
    yield { path, must: "must name a cluster without state: absent, because the portal's secret is stored there" };
  } else if (cluster === undefined) {
    const hint = didYouMean(portal.cluster, Object.keys(clusters));
    yield { path, must: 'must name a cluster defined under "clusters"', ...(hint === undefined ? {} : { hint }) };
  }
};
portalCluster.brings = { "portal.cluster": "must name a cluster of this file without `state: absent`" };

/** AWS keeps a secret in the account and the region of an EKS cluster; no other cluster has such. */
export const portalStore: Rule = function* ({ portal, clusters }) {
  const kind = kindOf(own(clusters, portal?.cluster ?? ""));
  if (kind === undefined || kind === "eks" || typeof portal?.secret.store !== "object") return;
  yield {
    path: ["portal", "secret", "store"],
    must: `must be "kubernetes", because clusters.${portal.cluster ?? ""} is of the kind "${kind}" and only "eks" says in which AWS region a secret would lie`,
  };
};
portalStore.brings = { "portal.secret.store": "must be `kubernetes`, unless the cluster is EKS" };

/** The chart's roles are for the portal's namespace alone; what a group does through the portal is what it is granted. */
export const portalGroups: Rule = function* ({ portal, groups, clusters }) {
  for (const [role, group] of Object.entries(portal?.groups ?? {})) {
    if (group === undefined) continue;
    const path = ["portal", "groups", role];
    if (!Object.hasOwn(groups, group)) {
      yield unknownGroup(path, group, Object.keys(groups));
      continue;
    }
    const name = portal?.cluster ?? "";
    const cluster = own(clusters, name);
    if (cluster === undefined || isGranted(cluster, group)) continue;
    yield { path, must: `must name a group with a grant on cluster "${name}"` };
  }
};
portalGroups.brings = {
  "portal.groups.admin": "must name a group with a grant on the cluster",
  "portal.groups.developer": "must name a group with a grant on the cluster",
  "portal.groups.viewer": "must name a group with a grant on the cluster",
};

function isGranted({ grants }: Draft["clusters"][string], group: string): boolean {
  return grants.some((grant) => grant.group === group);
}

/** There are two secrets at a time: a longer overlap would need a third. */
export const portalOverlap: Rule = function* ({ portal }) {
  const { lifetimeDays = 180, overlapDays = 30 } = portal?.secret ?? {};
  if (overlapDays <= lifetimeDays / 2) return;
  yield {
    path: ["portal", "secret", portal?.secret.overlapDays === undefined ? "lifetimeDays" : "overlapDays"],
    must:
      portal?.secret.overlapDays === undefined
        ? `must be at least twice overlapDays, which is ${String(overlapDays)}`
        : `must be at most half of lifetimeDays, which is ${String(lifetimeDays)}`,
  };
};
portalOverlap.brings = {
  "portal.secret.lifetimeDays": "must be at least twice overlapDays",
  "portal.secret.overlapDays": "must be at most half of lifetimeDays",
};
