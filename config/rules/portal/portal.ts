import { takesOthers, tokensOf } from "../../../model/clusters/tokens-of";
import { own } from "../../../model/own";
import type { Draft } from "../../draft";
import { mistakesInCluster } from "../clients/named-cluster";
import { mistakesInOverlap } from "../clients/overlap";
import { mistakesInStore } from "../clients/store";
import { ofOneKind } from "../clusters/kinds";
import { unknownGroup } from "../groups/unknown-group";
import type { Rule } from "../rule";

export const portalCluster: Rule = function* ({ portal, clusters }) {
  if (portal?.cluster === undefined) return;
  const because = "the portal's secret is stored there";
  const path = ["portal", "cluster"];
  yield* mistakesInCluster(clusters, { path, name: portal.cluster, because });
  const issuing = tokensOf(ofOneKind(own(clusters, portal.cluster)));
  if (issuing === "login") return;
  yield {
    path,
    must: `must name a cluster that trusts the login: the portal shows it the user's ID token, and ${takesOthers[issuing]}`,
  };
};
portalCluster.brings = {
  "portal.cluster": "must name a cluster of this file without `state: absent` that takes ID tokens of the login",
};

export const portalStore: Rule = function* ({ portal, clusters }) {
  const { cluster, secret } = portal ?? {};
  // The portal cannot be there anyway.
  if (tokensOf(ofOneKind(own(clusters, cluster))) !== "login") return;
  yield* mistakesInStore(clusters, { path: ["portal", "secret", "store"], cluster, store: secret?.store });
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

export const portalOverlap: Rule = function* ({ portal }) {
  if (portal !== undefined) yield* mistakesInOverlap(["portal", "secret"], portal.secret);
};
portalOverlap.brings = {
  "portal.secret.lifetimeDays": "must be at least twice overlapDays",
  "portal.secret.overlapDays": "must be at most half of lifetimeDays",
};
