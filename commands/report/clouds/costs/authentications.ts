import type { Access } from "../../../../config/schema/access";
import { presentClusters } from "../../../../model/clusters/present-clusters";
import { clusterAuthenticators } from "../../../../model/authentication/cluster-authenticator";
import { changedOf, type Changed, type Cost } from "./cost";

/** API servers that you configure yourself, and that trust others than before: no deployment tells them. */
export function authentications(changed: Changed): Cost[] {
  const { before, after } = changed;
  const known = before === undefined ? new Map<string, string>() : trustOf(before);
  const isAnother = (["create", "replace"] as const).some(
    (action) => changedOf(changed, "azuread_application", action).length > 0,
  );
  return [...trustOf(after)].flatMap(([cluster, trust]) => {
    if (known.get(cluster) === trust && !isAnother) return [];
    const again = known.has(cluster) ? " again" : "";
    return [
      {
        id: "authentication-changes",
        sentence: `The API server of clusters.${cluster} must be told${again} whom it trusts: npx entra-eks authentication --cluster ${cluster}`,
      },
    ];
  });
}

/** Whom each such API server trusts, as a text, by the key of its cluster. */
function trustOf(access: Access): Map<string, string> {
  return new Map(
    presentClusters(access).flatMap(([key, cluster]) => {
      // Red Hat's API hears of it by Terraform.
      if (cluster.openshift?.signIn === "rosa-classic") return [];
      const way = cluster.kubernetes ?? cluster.openshift;
      if (way === undefined) return [];
      const { context } = way;
      const { provider, mappingMethod, console: signsIn } = cluster.openshift ?? {};
      const told = [context, clusterAuthenticators(access, cluster, "id"), provider, mappingMethod, signsIn];
      return [[key, JSON.stringify(told)] as const];
    }),
  );
}
