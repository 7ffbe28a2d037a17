import type { Access, Cluster } from "../../../../config/schema/access";
import { clusterAuthenticators } from "../../../../model/authentication/cluster-authenticator";
import { oauthProvider } from "../../../../model/clusters/openshift-oauth";
import { presentClusters } from "../../../../model/clusters/present-clusters";

/** Whom a server trusts. */
export interface Trust {
  readonly server: "API server" | "OAuth server";
  /** All that it is told, as a text. */
  readonly told: string;
}

/** By the key of its cluster, of each server that somebody tells. */
export function trustOf(access: Access): Map<string, Trust> {
  return new Map(
    presentClusters(access).flatMap(([key, cluster]): [string, Trust][] => {
      const trust = toldTo(access, cluster);
      return trust === undefined ? [] : [[key, trust]];
    }),
  );
}

function toldTo(access: Access, cluster: Cluster): Trust | undefined {
  const apiServer = (...besides: unknown[]): Trust => ({
    server: "API server",
    told: JSON.stringify([clusterAuthenticators(access, cluster, "id"), ...besides]),
  });
  switch (cluster.kind) {
    // AWS hears of it by Terraform, and Azure never.
    case "eks":
    case "aks":
      return undefined;
    case "kubernetes":
      return apiServer(true);
    case "openshift": {
      const { signIn, provider, console: signsIn = true } = cluster.openshift;
      switch (signIn) {
        // Red Hat's API hears of it by Terraform.
        case "rosa-classic":
          return undefined;
        case "oauth":
          return { server: "OAuth server", told: JSON.stringify(oauthProvider(access, cluster.openshift, "id")) };
        case "external":
        case "rosa-hcp":
          return apiServer(signsIn, signIn, provider);
      }
    }
  }
}
