import type { Kind } from "../../config/schema/clusters/kinds";

/** Whose roles, bindings and namespaces a cluster has built in. */
const distributions: Readonly<Record<Kind, "kubernetes" | "openshift">> = {
  eks: "kubernetes",
  kubernetes: "kubernetes",
  aks: "kubernetes",
  openshift: "openshift",
};

/** Whether OpenShift adds roles, bindings and namespaces to those of Kubernetes. */
export const isOpenShift = (cluster: { readonly kind: Kind } | undefined): boolean =>
  cluster !== undefined && distributions[cluster.kind] === "openshift";
