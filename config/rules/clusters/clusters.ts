import { normalize } from "node:path";
import { sameAccount, sameNames } from "../../../model/clusters/eks-account";
import { partitionOf } from "../../../model/clusters/partition";
import { own } from "../../../model/own";
import { hasUserInfo } from "../../schema/clusters/proxy-url";
import { kinds, kubeconfigKinds } from "../../schema/clusters/kinds";
import { Region } from "../../schema/clusters/region";
import type { Rule } from "../rule";

/** EKS takes one identity provider a cluster, so two entries for it would fight over the slot. A name is one of an account and a region. */
export const oneEntryACluster: Rule = function* ({ clusters }) {
  for (const { key, other } of sameNames(clusters)) {
    if (sameAccount(own(clusters, key)?.eks, own(clusters, other)?.eks) !== true) continue;
    yield { path: ["clusters", key, "eks", "name"], must: `must be a different cluster than clusters.${other}` };
  }
};
oneEntryACluster.brings = { "clusters.*.eks.name": "must be a different cluster than those of the other entries" };

/** No partition knows the roles of another. */
export const rolePartition: Rule = function* ({ clusters }) {
  for (const [key, { eks = {} }] of Object.entries(clusters)) {
    const [, given] = /^arn:(aws[a-z-]*):/.exec(eks.assumeRole ?? "") ?? [];
    // What is no region the schema tells of.
    const region = Region.safeParse(eks.region).data;
    if (given === undefined || region === undefined || given === partitionOf(region)) continue;
    const must = `must be a role of the partition "${partitionOf(region)}", which ${region} belongs to`;
    yield { path: ["clusters", key, "eks", "assumeRole"], must };
  }
};
rolePartition.brings = { "clusters.*.eks.assumeRole": "must be a role in the partition of the region" };

/** What stands in the file is read by many; the sentence must not repeat it. */
export const secretlessProxy: Rule = function* ({ clusters }) {
  for (const [key, cluster] of Object.entries(clusters)) {
    for (const kind of kinds) {
      if (!hasUserInfo(cluster[kind]?.proxyUrl ?? "")) continue;
      yield {
        path: ["clusters", key, kind, "proxyUrl"],
        must: "must not contain a user name or a password",
        got: "a URL with them",
        hint: "everybody can read the access file",
      };
    }
  }
};
secretlessProxy.brings = Object.fromEntries(
  kinds.map((kind) => [`clusters.*.${kind}.proxyUrl`, "must not contain a user name or a password"]),
);

/** Two entries for one cluster would take each other's bindings away. Files that link to each other nobody can see here. */
export const oneEntryAContext: Rule = function* ({ clusters }) {
  const seen = new Map<string, string>();
  for (const [key, cluster] of Object.entries(clusters)) {
    const kind = kubeconfigKinds.find((one) => cluster[one] !== undefined);
    if (kind === undefined) continue;
    const { kubeconfig, context } = cluster[kind] ?? {};
    if (kubeconfig === undefined || context === undefined) continue;
    const place = JSON.stringify([normalize(kubeconfig), context]);
    const other = seen.get(place);
    if (other === undefined) seen.set(place, key);
    else
      yield {
        path: ["clusters", key, kind, "context"],
        must: `must lead to a different cluster than clusters.${other}`,
      };
  }
};
oneEntryAContext.brings = Object.fromEntries(
  kubeconfigKinds.map((kind) => [
    `clusters.*.${kind}.context`,
    "must lead to a different cluster than those of the other entries",
  ]),
);
