import { kinds, type Kind } from "../../config/schema/clusters/kinds";
import { needsSecret } from "./openshift";

/** Whether a cluster has, or may have, a stack `<kind>-<key>` beside `rbac-<key>`: of its association, or of its client secret. */
const hasStack = { eks: true, kubernetes: false, aks: false, openshift: true } as const satisfies Record<Kind, boolean>;

export type StackKind = { [K in Kind]: (typeof hasStack)[K] extends true ? K : never }[Kind];

/** The kinds of clusters that have a stack of their own. */
export const stackKinds = kinds.filter((kind): kind is StackKind => hasStack[kind]);

/** As much of a cluster as decides it. */
type Holding =
  | { readonly kind: Exclude<Kind, "openshift"> }
  | { readonly kind: "openshift"; readonly openshift: Parameters<typeof needsSecret>[0] };

/** The kind after which the own stack of a cluster is called; nothing where it has none. */
export function stackKind(cluster: Holding): StackKind | undefined {
  switch (cluster.kind) {
    case "eks":
      return cluster.kind;
    case "openshift":
      return needsSecret(cluster.openshift) ? cluster.kind : undefined;
    case "kubernetes":
    case "aks":
      return undefined;
  }
}
