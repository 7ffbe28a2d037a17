import type { Kind } from "../../config/schema/clusters/kinds";

/** As much of the cluster of a secret as decides it. */
type Holder =
  { readonly kind: Exclude<Kind, "eks"> } | { readonly kind: "eks"; readonly eks: { readonly credentials?: unknown } };

/**
 * The providers that reach a client's secret: of the API server or of AWS Secrets Manager, and AWS where it gives the token for
 * the API server.
 *
 * @param store as the access file has it
 */
export function secretProviders(cluster: Holder, store: unknown): readonly string[] {
  switch (cluster.kind) {
    case "kubernetes":
    case "aks":
    case "openshift":
      return ["kubernetes"];
    case "eks":
      if (typeof store === "object") return ["aws"];
      return typeof cluster.eks.credentials === "object" ? ["kubernetes"] : ["kubernetes", "aws"];
  }
}
