import type { Access } from "../../config/schema/access";
import { presentClusters } from "./present-clusters";

/** The keys of the AKS clusters that people sign in to. */
export function aksClusters({ clusters }: Pick<Access, "clusters">): string[] {
  return Object.entries(clusters).flatMap(([key, { aks, state }]) =>
    aks === undefined || state === "absent" ? [] : [key],
  );
}

/** How many of the clusters that people sign in to are AKS. */
export function aksShare(access: Pick<Access, "clusters">): "none" | "some" | "all" {
  const aks = aksClusters(access).length;
  if (aks === 0) return "none";
  return aks === presentClusters(access).length ? "all" : "some";
}
