import type { Access } from "../../../../config/schema/access";
import { clusterAuthenticators } from "../../../../model/authentication/cluster-authenticator";
import { hasOAuthServer } from "../../../../model/clusters/openshift";
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
    presentClusters(access).flatMap(([key, cluster]) => {
      // Red Hat's API hears of it by Terraform.
      if (cluster.openshift?.signIn === "rosa-classic") return [];
      const way = cluster.kubernetes ?? cluster.openshift;
      if (way === undefined) return [];
      const { context } = way;
      const { signIn, provider, mappingMethod, console: signsIn } = cluster.openshift ?? {};
      const told = [context, signIn, clusterAuthenticators(access, cluster, "id"), provider, mappingMethod, signsIn];
      const server = hasOAuthServer(cluster) ? "OAuth server" : "API server";
      return [[key, { server, told: JSON.stringify(told) }] as const];
    }),
  );
}
