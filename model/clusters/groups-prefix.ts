import type { Access, Cluster } from "../../config/schema/access";

/** The text before the object ID of a group. AKS puts none: learn.microsoft.com/azure/aks/kubernetes-rbac-entra-id */
export const groupsPrefix = ({ login }: Pick<Access, "login">, { aks }: Pick<Cluster, "aks">): string =>
  aks === undefined ? login.groups.prefix : "";
