import { sameAccount, sameNames } from "../../../model/clusters/eks-account";
import { eksClusters } from "../../../model/clusters/eks-clusters";
import { own } from "../../../model/own";
import type { Warning } from "../warning";

/** The names of clusters are those of an account and a region: docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html */
export const unknownAccount: Warning = function* (access) {
  const found = Object.fromEntries(eksClusters(access));
  for (const { key, other } of sameNames(found)) {
    if (sameAccount(own(found, key)?.eks, own(found, other)?.eks) !== undefined) continue;
    yield [
      ["clusters", key, "eks", "name"],
      `is also the name of clusters.${other}, in the same region`,
      "That is right in two AWS accounts. In one account, both entries would fight over the only identity provider of the cluster. Set assumeRole to a role of each account to tell them apart.",
    ];
  }
};
