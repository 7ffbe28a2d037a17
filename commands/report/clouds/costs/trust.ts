import type { Access } from "../../../../config/schema/access";
import { clusterAuthenticators } from "../../../../model/authentication/cluster-authenticator";
import { hasOAuthServer } from "../../../../model/clusters/openshift";
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
      // Red Hat's API hears of it by Terraform.
      if (cluster.openshift?.signIn === "rosa-classic") return [];
      const { kubernetes, openshift } = cluster;
      if (kubernetes === undefined && openshift === undefined) return [];
      if (openshift !== undefined && hasOAuthServer(cluster)) {
        const told = JSON.stringify(oauthProvider(access, openshift, "id"));
        return [[key, { server: "OAuth server", told }]];
      }
      const { signIn, provider, console: signsIn = true } = openshift ?? {};
      const told = JSON.stringify([signIn, clusterAuthenticators(access, cluster, "id"), provider, signsIn]);
      return [[key, { server: "API server", told }]];
    }),
  );
}
