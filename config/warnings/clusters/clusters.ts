import { sameAccount, sameNames } from "../../../model/clusters/eks-account";
import { own } from "../../../model/own";
import type { Warning } from "../warning";

/** The names of clusters are those of an account and a region: docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html */
export const unknownAccount: Warning = function* ({ clusters }) {
  for (const { key, other } of sameNames(clusters)) {
    if (sameAccount(own(clusters, key)?.eks, own(clusters, other)?.eks) !== undefined) continue;
    yield [
      ["clusters", key, "eks", "name"],
      `is called like clusters.${other} in the same region: that is right in two AWS accounts, but in one account both entries would fight over the cluster's one identity provider; assumeRole with a role of each account tells them apart`,
    ];
  }
};
