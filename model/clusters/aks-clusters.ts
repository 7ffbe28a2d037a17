import type { Access } from "../../config/schema/access";

/** The keys of the AKS clusters that people sign in to. */
export function aksClusters({ clusters }: Pick<Access, "clusters">): string[] {
  return Object.entries(clusters).flatMap(([key, { aks, state }]) =>
    aks === undefined || state === "absent" ? [] : [key],
  );
}
